import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { discardDraft } from '#storage/drafts.ts';
import { Button } from '#ui/button.tsx';
import { DayList } from '#ui/day-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { useDrafts } from './queries.ts';

/** What has been begun: nothing typed is lost, and nothing is kept that nobody knows of. */
export function Drafts() {
  const t = useWords(words);
  const { db } = useServices();
  const { data: drafts = [] } = useDrafts();
  return (
    <Section title={t('draftsTitle')} aside={drafts.length > 0 ? drafts.length : undefined}>
      <p>{drafts.length > 0 ? t('draftsText') : t('draftsNone')}</p>
      <DayList
        items={drafts.map((draft) => ({
          key: draft.key,
          day: null,
          title: <DraftName name={draft.key} />,
          mark: (
            <Button kind="quiet" onClick={() => discardDraft(db, draft.key)}>
              {t('draftDiscard')}
            </Button>
          ),
        }))}
      />
    </Section>
  );
}

/** Where it can be gone on with, for what has an address of its own. */
function DraftName({ name }: { readonly name: string }) {
  const t = useWords(words);
  if (name.startsWith('log')) return <Link to={paths.logging()}>{t('draftLog')}</Link>;
  return name === 'reading' ? <Link to={paths.readPromise()}>{t('draftReading')}</Link> : t('draftOther');
}
