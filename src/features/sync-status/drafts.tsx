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
          title: draft.key.startsWith('log') ? <Link to={paths.logging()}>{t('draftLog')}</Link> : t('draftOther'),
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
