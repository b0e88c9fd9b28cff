import { describeTarget } from '#domain/wording/describe-target.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { outcomeWords } from './outcome-messages.ts';
import type { PlannedImport } from './plan-import.ts';

interface ActivityPreviewProps {
  readonly plan: PromiseOverview;
  readonly planned: Extract<PlannedImport, { kind: 'activities' }>;
}

const shown = 30;

/** The activities that would be there, with their goals. */
export function ActivityPreview({ plan, planned }: ActivityPreviewProps) {
  const t = useWords(outcomeWords);
  const language = useLanguage();
  const { promise } = plan;
  const { activities, goals } = planned;
  const areas = new Map([...plan.focusAreas, ...planned.focusAreas].map(({ id, name }) => [id, name]));
  const parties = new Map(promise.parties.map(({ id, name }) => [id, name]));
  const isSealed = promise.seal?.sealedOn !== undefined;
  const isSigned = !isSealed && (promise.seal?.signatures.length ?? 0) > 0;
  return (
    <Section level={3} title={t('newActivities')}>
      <Stack>
        {isSealed && <Notice kind="info">{t('sealedNote')}</Notice>}
        {isSigned && <Notice kind="warn">{t('unsignNote')}</Notice>}
        <Table
          caption={t('newActivities')}
          captionHidden
          columns={[
            { key: 'activity', label: t('activity') },
            { key: 'area', label: t('focusArea') },
            { key: 'parties', label: t('parties') },
            { key: 'target', label: t('target') },
          ]}
          rows={activities.slice(0, shown).map(({ id, shortName, focusAreaId, parties: roles }) => {
            const goal = goals.find(({ feeds }) => feeds.some(({ activityId }) => activityId === id));
            return {
              key: id,
              cells: [
                shortName,
                areas.get(focusAreaId ?? '') ?? t('none'),
                roles.map(({ partyId }) => parties.get(partyId)).join(', ') || t('none'),
                goal ? describeTarget(goal.target, language) : t('none'),
              ],
            };
          })}
        />
        {activities.length > shown && <p>{t('more', { count: activities.length - shown })}</p>}
      </Stack>
    </Section>
  );
}
