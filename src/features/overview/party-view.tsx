import { Link } from 'react-router';
import type { Tally } from '#domain/progress/tally.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatOutOf } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import { BulletBar } from '#ui/bullet-bar.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalStanding } from './compute-goals.ts';
import { CreditsTable } from './credits-table.tsx';
import { words } from './messages.ts';
import styles from './overview.module.css';
import type { OverviewFilters } from './overview-filters.ts';
import { listByParty, type PartyCredit, tabulateCredits } from './tabulate-credits.ts';

interface PartyViewProps {
  readonly standings: readonly GoalStanding[];
  /** Of the chosen time; undefined while they are read. */
  readonly tallies: ReadonlyMap<string, Tally> | undefined;
  readonly promise: CitizenPromise;
  readonly filters: OverviewFilters;
}

/** What each party took part in; joint work stands with each and counts once in the goal's total. */
export function PartyView({ standings, tallies, promise, filters }: PartyViewProps) {
  const t = useWords(words);
  const viewOf = useGoalView();
  if (!tallies) return <Skeleton lines={6} />;
  const open = standings.filter(({ goal }) => viewOf(goal) === 'full');
  const table = tabulateCredits(open, tallies, promise, filters);
  if (table.rows.length === 0) return <p>{t('creditNone')}</p>;
  return (
    <>
      <p>{t('creditsLead')}</p>
      {listByParty(table).map((party) => (
        <PartySection key={party.partyId} party={party} promiseId={promise.id} />
      ))}
      <div data-screen-only>
        <Disclosure summary={t('creditsTable')}>
          <CreditsTable table={table} promiseId={promise.id} />
        </Disclosure>
      </div>
    </>
  );
}

interface PartySectionProps {
  readonly party: PartyCredit;
  readonly promiseId: string;
}

function PartySection({ party: { name, lines }, promiseId }: PartySectionProps) {
  const language = useLanguage();
  return (
    <Section title={name} aside={lines.length}>
      <ul className={styles.credits}>
        {lines.map(({ goal, amount, total }) => {
          const figure = formatOutOf(amount, total, language);
          return (
            // Paper is read by others than the owner.
            <li key={goal.id} className={styles.credit} data-screen-only={goal.personRelated || undefined}>
              <Link to={`${paths.goal(promiseId, goal.id)}#sa-raknar-vi`}>{goal.shortName}</Link>
              <span className={styles.figures}>{figure}</span>
              <span className={styles.bars}>
                <BulletBar label={`${goal.shortName}: ${figure}`} value={amount} target={null} scaleEnd={total} />
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
