import { useState } from 'react';
import type { ChapterKey, ReportChapter } from '#domain/report/report.ts';
import { writeRunningText } from '#domain/report/write-report.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { acceptFindingWord, findingMessage } from '#domain/wording/finding-words.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import type { Row } from '#storage/database.ts';
import { discardDraft } from '#storage/drafts.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkList } from '#ui/link-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { ReportView } from '#ui/report-view.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import { BeginNotice } from './begin-notice.tsx';
import { longestSection, saveSection } from './change-follow-up.ts';
import styles from './follow-up.module.css';
import { followUpTabs } from './follow-up-tabs.ts';
import { words } from './messages.ts';
import { useReport } from './queries.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

/** The report as it will be read, and its chapters, each of which people may write themselves. */
export function ReportPart({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const report = useReport(records);
  const { row, followUp } = records;
  const mayDecide = useMayDecide(records.overview.promise.id);
  const canWrite = mayDecide && row !== undefined && followUp.snapshot === undefined;
  return (
    <>
      <div data-screen-only>
        {!row && <BeginNotice records={records} text={t('beginToWrite')} part={followUpTabs.report} />}
        {followUp.snapshot && <Notice kind="calm">{t('sealedText')}</Notice>}
        {canWrite && (
          <Disclosure summary={t('chapters')}>
            <Chapters records={records} row={row} chapters={report.chapters.filter(isOwnChapter)} />
          </Disclosure>
        )}
      </div>
      <ReportView report={report} level={2} />
    </>
  );
}

/** What stands after the seal is no chapter that people write. */
type OwnChapter = ReportChapter & { readonly key: ChapterKey };
const isOwnChapter = (chapter: ReportChapter): chapter is OwnChapter => chapter.key !== 'supplement';

interface ChaptersProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
  readonly chapters: readonly OwnChapter[];
}

function Chapters({ records, row, chapters }: ChaptersProps) {
  const t = useWords(words);
  const [open, setOpen] = useState<OwnChapter>();
  return (
    <>
      <LinkList
        items={chapters.map((chapter) => ({
          key: chapter.key,
          link: (
            <Button kind="quiet" onClick={() => setOpen(chapter)}>
              {t('chapterNamed', {
                action: t(chapter.written ? 'changeChapter' : 'writeChapter'),
                name: chapter.title,
              })}
            </Button>
          ),
          text: chapter.written ? t('writtenMark') : undefined,
        }))}
      />
      {open && (
        <ChapterDialog key={open.key} records={records} row={row} chapter={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

interface ChapterDialogProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
  readonly chapter: OwnChapter;
  readonly onClose: () => void;
}

/** Begins from the text that writes itself. Every keystroke is kept. */
function ChapterDialog({ records, row, chapter, onClose }: ChapterDialogProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const { overview, goals, work, feedback, asOf } = records;
  const draftKey = `followUps:${row.id}/${chapter.key}`;
  const written = row.sections.find(({ id }) => id === chapter.key)?.text;
  const input = { ...overview, followUp: row, goals, work, feedback, asOf, language };
  const initial = { text: written ?? writeRunningText(chapter.key, input), accepted: [] as readonly string[] };
  const draft = useDraft(draftKey, initial);
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const { text, accepted } = draft.value ?? initial;
  // What is typed before the stored draft has been looked for would be written over it.
  const isReady = draft.value !== undefined;
  const findings = screenText(text, { today: services.clock.today(), accepted });
  const block = findings.find(({ severity }) => severity === 'block');
  const [first] = findings;
  const save = async (wanted: string | undefined) => {
    const saved = await saveSection(services, row, chapter.key, wanted, accepted);
    setRefusal(
      saved.kind === 'saved' ? undefined : t(saved.kind === 'conflict' ? 'conflict' : toRefusal(saved.reason)),
    );
    if (saved.kind !== 'saved') return;
    await discardDraft(services.db, draftKey);
    onClose();
  };
  const cancel = () => discardDraft(services.db, draftKey).then(onClose, setFault);
  return (
    <Dialog
      open
      title={chapter.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={() => save(text).catch(setFault)}>
            {t('save')}
          </Button>
          <Button onClick={() => void cancel()}>{t('cancel')}</Button>
          {written !== undefined && (
            <Button kind="quiet" onClick={() => save(undefined).catch(setFault)}>
              {t('automatic')}
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label={t('chapterText')}
        hint={t('chapterHint')}
        value={text}
        readOnly={!isReady}
        limit={text.length > longestSection * 0.7 ? longestSection : undefined}
        issue={block ? `”${block.match}”: ${findingMessage(block, language)}` : refusal}
        warning={!block && first ? `”${first.match}”: ${findingMessage(first, language)}` : undefined}
        onChange={(typed) => draft.change({ text: typed, accepted })}
      />
      {first && (
        <div className={styles.quiet}>
          <Button kind="quiet" onClick={() => draft.change({ text, accepted: [...accepted, first.match] })}>
            {acceptFindingWord(first.kind, language)}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

const toRefusal = (reason: string) => (reason === 'too-long' ? 'too-long' : 'personal-data');
