import { useState } from 'react';
import { Link } from 'react-router';
import type { Span } from '#domain/reading/promise-draft.ts';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { DraftPane } from './draft-pane.tsx';
import { listRows, type RowKind } from './draft-rows.ts';
import { addRow, answerGuide, changeRow, type EditedDraft, keepRows, splitRow } from './edit-draft.ts';
import { GapList } from './gap-list.tsx';
import { GuideDialog } from './guide-dialog.tsx';
import { words } from './messages.ts';
import styles from './reading.module.css';
import { RowDialog } from './row-dialog.tsx';
import { SaveBar } from './save-bar.tsx';
import { TextPane } from './text-pane.tsx';
import type { Reading } from './use-reading.ts';
import { type OpenForm, useRowActions } from './use-row-actions.ts';

interface ReviewStepProps {
  readonly edited: EditedDraft;
  /** Only one promise of the page was read. */
  readonly isPart: boolean;
  readonly reading: Reading;
}

/** Text and draft beside each other: what was found is confirmed, changed or thrown away. */
export function ReviewStep({ edited, isPart, reading }: ReviewStepProps) {
  const t = useWords(words);
  const { edit, undo, goTo } = reading;
  const desk = useRowActions(edited, edit);
  const { draft } = edited;
  const make = (kind: RowKind, span: Span) => {
    const text = draft.originalText.slice(span.start, span.end).trim().replace(/\s+/gu, ' ');
    const added = addRow(edited, kind, text, span);
    edit(() => added.edited);
    desk.goToRow(added.id);
  };
  return (
    <div className={styles.review} data-view={desk.view}>
      <div className={styles.switch}>
        <ChoiceChips
          label={t('views')}
          labelHidden
          value={desk.view}
          options={[
            { value: 'draft', label: t('draft') },
            { value: 'text', label: t('text') },
          ]}
          onChange={desk.setView}
        />
      </div>
      <div className={styles.textColumn}>
        <TextPane
          draft={draft}
          states={edited.states}
          current={desk.current}
          shown={desk.shown}
          onChoose={desk.goToRow}
          onMake={make}
        />
      </div>
      <section className={styles.draftColumn} aria-label={t('draftRegion')}>
        <Messages {...{ edited, isPart, reading }} />
        <GapList edited={edited} edit={edit} actions={desk.actions} />
        <DraftPane edited={edited} current={desk.current} actions={desk.actions} />
        <div className={styles.keys}>
          <Disclosure summary={t('keys')}>
            <p>{t('keysText')}</p>
          </Disclosure>
        </div>
      </section>
      <div className={styles.foot}>
        <SaveBar {...{ edited, edit, undo }} onChangeText={() => goTo('text')} />
      </div>
      <Forms {...{ edited, reading, desk }} />
    </div>
  );
}

/** What has to be said about the text as a whole. */
function Messages({ edited, isPart, reading }: ReviewStepProps) {
  const t = useWords(words);
  const { draft } = edited;
  const { activities, goals } = keepRows(edited);
  const isNothing = draft.gaps.some(({ code }) => code === 'nothing-found') && activities.length + goals.length === 0;
  const lineOf = ({ start }: Span) => draft.originalText.slice(0, start).split('\n').length;
  return (
    <Stack gap="tight">
      {isNothing && (
        <Notice
          kind="info"
          title={t('nothingTitle')}
          actions={
            <>
              <Button onClick={() => reading.goTo('text')}>{t('changeText')}</Button>
              <LinkButton as={Link} to={paths.newPromise('tomt')}>
                {t('startEmpty')}
              </LinkButton>
            </>
          }
        >
          {t('nothingText')}
        </Notice>
      )}
      {isPart && (
        <Notice kind="calm" actions={<Button onClick={() => reading.read()}>{t('readWhole')}</Button>}>
          {t('isPart')}
        </Notice>
      )}
      {draft.otherPromises.length > 0 && (
        <Notice
          kind="info"
          title={t('otherPromises')}
          actions={draft.otherPromises.map(({ title, span }) => (
            <Button key={span.start} onClick={() => reading.read(span)}>
              {t('readOther', { title: title || t('otherUntitled', { line: lineOf(span) }) })}
            </Button>
          ))}
        >
          {t('otherPromisesText')}
        </Notice>
      )}
    </Stack>
  );
}

interface FormsProps extends Omit<ReviewStepProps, 'isPart'> {
  readonly desk: ReturnType<typeof useRowActions>;
}

/** The form of a row, or the guide, one at a time. */
function Forms({ edited, reading: { edit, undo }, desk: { form, close, goToRow } }: FormsProps) {
  const [touched, setTouched] = useState<OpenForm>();
  const row = form && listRows(edited.draft).find(({ id }) => id === form.id);
  const text = row?.kind === 'activity' || row?.kind === 'goal' ? row.value.text : '';
  // All that is typed while a form is open is one step back; a new row is the step itself.
  const isGoingOn = form !== undefined && (form === touched || form.isNew === true);
  const type = (change: (before: EditedDraft) => EditedDraft) => {
    edit(change, isGoingOn);
    setTouched(form);
  };
  return (
    <>
      <RowDialog
        row={form?.kind === 'row' ? row : undefined}
        draft={edited.draft}
        onChange={(next) => type((before) => changeRow(before, next))}
        onSplit={(at) => {
          if (!row) return;
          edit((before) => splitRow(before, row.id, at));
          close();
          goToRow(row.id);
        }}
        onUndo={() => {
          if (isGoingOn) undo?.();
          close();
        }}
        onClose={close}
      />
      <GuideDialog
        row={form?.kind === 'guide' && row ? { id: row.id, text } : undefined}
        answers={row && edited.guides[row.id]}
        onChange={(answers) => row && type((before) => answerGuide(before, row.id, answers))}
        onClose={close}
      />
    </>
  );
}
