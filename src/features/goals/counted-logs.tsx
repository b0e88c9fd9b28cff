import { useState } from 'react';
import { Link } from 'react-router';
import { listPartyBars } from '#domain/progress/chart-points.ts';
import { explainProgress } from '#domain/progress/compute-progress.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { ExclusionReason, GoalExplanation } from '#domain/progress/goal-progress.ts';
import { countExclusion, exclusionWord } from '#domain/wording/exclusion-words.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import { LogList } from '#features/log-list.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { PartyBars } from '#ui/party-bars.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { countReasons, toSeries } from './count-reasons.ts';
import styles from './goals.module.css';
import { words } from './messages.ts';
import { useGoalLogs } from './queries.ts';

/** The logs that make the figure, and those that do not and why, each one tap away. */
export function CountedLogs({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const { goal, overview } = view.records;
  const { data: logs } = useGoalLogs(goal);
  if (goal.feeds.length === 0) return null;
  if (!logs) return <Skeleton lines={6} />;
  const { promise, activities, measurements, assessments, deviations } = overview;
  const explanation = explainProgress(
    { goal, promise, activities, measurements, assessments, deviations, asOf: view.asOf },
    logs,
  );
  const byId = new Map(logs.map((log) => [log.id, log]));
  return (
    <div data-screen-only={goal.personRelated || undefined}>
      <Credits view={view} />
      <Section
        level={3}
        title={t('countedTitle')}
        aside={formatCount(explanation.counted.length)}
        actions={<Link to={paths.logs({ goalId: goal.id, promiseId: promise.id })}>{t('allInList')}</Link>}
      >
        <Counted view={view} explanation={explanation} byId={byId} />
      </Section>
      <Section level={3} title={t('excludedTitle')} aside={formatCount(explanation.excluded.length)}>
        <Excluded view={view} explanation={explanation} byId={byId} />
      </Section>
    </div>
  );
}

interface ListProps {
  readonly view: GoalView;
  readonly explanation: GoalExplanation;
  readonly byId: ReadonlyMap<string, StandingLog>;
}

function Counted({ view, explanation, byId }: ListProps) {
  const t = useWords(words);
  if (explanation.counted.length === 0) return <p>{t('countedNone')}</p>;
  const entries = new Map(explanation.counted.map((entry) => [entry.logId, entry]));
  const describe = (log: StandingLog) => {
    const entry = entries.get(log.id);
    if (!entry) return null;
    if (entry.unsure) return t('countedUnsure');
    const amount = formatCount(entry.amount);
    return entry.whole === undefined
      ? t('countedAs', { amount })
      : t('countedOf', { amount, whole: formatCount(entry.whole) });
  };
  return <PagedLogs view={view} ids={explanation.counted.map(({ logId }) => logId)} byId={byId} describe={describe} />;
}

function Excluded({ view, explanation, byId }: ListProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { excluded } = explanation;
  if (excluded.length === 0) return <p>{t('excludedNone')}</p>;
  const reasons = new Map<string, ExclusionReason>(excluded.map(({ logId, reason }) => [logId, reason]));
  const describe = (log: StandingLog) => {
    const reason = reasons.get(log.id);
    return reason && exclusionWord(reason, language);
  };
  const summary = joinList(
    countReasons(excluded).map(([reason, count]) => countExclusion(reason, count, language)),
    language,
  );
  return (
    <Disclosure summary={summary}>
      <PagedLogs view={view} ids={excluded.map(({ logId }) => logId)} byId={byId} describe={describe} />
    </Disclosure>
  );
}

const pageSize = 10;

interface PagedLogsProps {
  readonly view: GoalView;
  readonly ids: readonly string[];
  readonly byId: ReadonlyMap<string, StandingLog>;
  readonly describe: (log: StandingLog) => string | null | undefined;
}

/** The latest first, a page at a time: a year of daily work is a long list. */
function PagedLogs({ view, ids, byId, describe }: PagedLogsProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const [pages, setPages] = useState(1);
  const logs = ids.toReversed().flatMap((id) => byId.get(id) ?? []);
  const shown = logs.slice(0, pages * pageSize);
  const left = logs.length - shown.length;
  const { activities, promise } = view.records.overview;
  return (
    <>
      <LogList {...{ activities, describe }} logs={shown} parties={promise.parties} today={clock.today()} />
      {left > 0 && (
        <Button kind="quiet" data-screen-only onClick={() => setPages(pages + 1)}>
          {t('showMore', { count: Math.min(left, pageSize) })}
        </Button>
      )}
    </>
  );
}

/** Joint work stands with each party and once in the total. */
function Credits({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const { promise } = view.records.overview;
  const { bars, total } = listPartyBars(view.tally, promise);
  if (bars.length < 2) return null;
  const note = t('partiesNote', { total: formatCount(total) });
  return (
    <Section level={3} title={t('partiesTitle')}>
      <PartyBars
        label={`${t('partiesTitle')}: ${bars.map(({ name, amount }) => `${name} ${formatCount(amount)}`).join(', ')}. ${note}`}
        bars={bars.map(({ partyId, name, amount }) => ({
          key: partyId,
          label: name,
          value: amount,
          series: toSeries(promise.parties.find(({ id }) => id === partyId)?.kind),
        }))}
      />
      <p className={styles.quiet}>{note}</p>
    </Section>
  );
}
