import type { Day } from '#domain/calendar/day.ts';
import { allocationBases, unallocatedReasons } from '#domain/portfolio/allocate-log.ts';
import type { PromiseSplit } from '#domain/portfolio/split-goals.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { LogList } from '#features/log-list.tsx';
import type { PromiseOverview } from '#storage/overview.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { municipalityWords } from './municipality-messages.ts';

const mostShown = 30;

const basisWords = {
  stated: 'stated',
  party: 'party',
  place: 'place',
  several: 'several',
  'nothing-says': 'nothing',
} as const;

interface MunicipalityRulesProps {
  readonly split: PromiseSplit;
  readonly overview: PromiseOverview;
  readonly asOf: Day;
}

/** How a piece of work came to its municipality, and those that came to none. */
export function MunicipalityRules({ split, overview: { activities, promise }, asOf }: MunicipalityRulesProps) {
  const t = useWords(municipalityWords);
  const { bases, unallocated } = split;
  const shown = unallocated.slice(0, mostShown);
  const more = unallocated.length - shown.length;
  return (
    <Section title={t('howTitle')} id="sa-raknar-vi">
      <Stack>
        <p>{t('how')}</p>
        <Table
          caption={t('bases')}
          columns={[
            { key: 'basis', label: t('basis') },
            { key: 'logs', label: t('logs'), numeric: true },
          ]}
          rows={[...allocationBases, ...unallocatedReasons].map((basis) => ({
            key: basis,
            cells: [t(basisWords[basis]), formatCount(bases[basis])],
          }))}
        />
        {unallocated.length > 0 && (
          <div data-screen-only>
            <Disclosure summary={t('unallocatedLogs', { count: unallocated.length })}>
              <p>{t('mend')}</p>
              <LogList logs={shown} activities={activities} parties={promise.parties} today={asOf} />
              {more > 0 && <p>{t('more', { count: more })}</p>}
            </Disclosure>
          </div>
        )}
      </Stack>
    </Section>
  );
}
