/** Everything that one log says, in the order of the form; what was not filled in is left out. */
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Target } from '#domain/records/target.ts';
import { formatDay } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { evidenceKindWord, logStateWord, newPersonWord, reviewWord } from '#domain/wording/log-words.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { visibilityWord } from '#domain/wording/record-words.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { Translate } from '#ui/words.ts';
import { listAmounts, nameActivities, nameParties } from './describe-log.ts';
import type { words } from './messages.ts';

export type Names = Pick<PromiseOverview, 'promise' | 'activities' | 'goals'>;

export interface Fact {
  readonly key: string;
  readonly term: string;
  readonly value: string;
}

type Say = Translate<keyof typeof words.sv>;

export function listFacts(log: StandingLog, names: Names, t: Say, language: Language): readonly Fact[] {
  const { occasions, others } = listAmounts(log, names.activities);
  const facts: readonly (Fact | undefined)[] = [
    // The page's heading names a single one.
    log.activityIds.length > 1
      ? toFact('activities', t('activities'), nameActivities(log, names.activities).join(', '))
      : undefined,
    toFact('day', t('day'), formatDay(log.date, language, '')),
    toFact('state', t('state'), log.withdrawn ? t('withdrawn') : logStateWord(log.state, language)),
    toFact('count', t('count'), occasions === undefined ? '' : formatCount(occasions)),
    ...others.map((amount) => toFact(amount.id, amount.name, amount.text)),
    ...listGoalAnswers(log, names, t, language),
    toFact('place', t('place'), log.place),
    toFact('municipality', t('municipality'), log.municipality),
    toFact('parties', t('parties'), nameParties(log, names.promise.parties).join(', ')),
    toFact('onBehalfOf', t('onBehalfOf'), nameOf(names, log.onBehalfOf)),
    toFact('byOutcomes', t('byOutcomes'), log.byOutcomes.map(({ name, count }) => `${name}: ${count}`).join(', ')),
    toFact('note', t('note'), log.note),
    toFact('evidence', t('evidence'), log.evidence && describeEvidence(log.evidence, language)),
    toFact('visibility', t('visibility'), visibilityWord(log.visibility, language)),
    toFact('review', t('review'), log.review === 'none' ? '' : reviewWord(log.review, language)),
    toFact('confirmedBy', t('confirmedBy'), log.confirmedBy.map((id) => nameOf(names, id) ?? '').join(', ')),
    toFact('override', t('override'), log.screeningOverride?.reason),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** What only some goals ask. */
const listGoalAnswers = (log: ProgressLog, names: Names, t: Say, language: Language): readonly (Fact | undefined)[] => [
  log.extra ? toFact('extra', t('extra'), t('yes')) : undefined,
  toFact('newPerson', t('newPerson'), log.newPerson && newPersonWord(log.newPerson, language)),
  toFact('reached', t('reached'), describeReached(log, names, t)),
];

const toFact = (key: string, term: string, value: string | undefined): Fact | undefined =>
  value?.trim() ? { key, term, value } : undefined;

const nameOf = ({ promise }: Names, partyId: string | undefined): string | undefined =>
  promise.parties.find((party) => party.id === partyId)?.name;

const describeEvidence = ({ kind, reference }: NonNullable<ProgressLog['evidence']>, language: Language): string =>
  `${evidenceKindWord(kind, language)}: ${reference}`;

function describeReached(log: ProgressLog, { goals }: Names, t: Say): string {
  const items = (log.reached ?? []).map(({ goalId, itemId, effort }) => {
    const target = goals.find((goal) => goal.id === goalId)?.target;
    const item = (target && nameItem(target, itemId)) ?? '–';
    return effort === undefined ? item : t('effort', { item, reason: effort });
  });
  return items.join(', ');
}

function nameItem(target: Target, itemId: string): string | undefined {
  if (target.kind === 'checklist') return target.members.find(({ id }) => id === itemId)?.name;
  if (target.kind === 'milestone') return target.steps.find(({ id }) => id === itemId)?.name;
  if (target.kind !== 'schedule') return undefined;
  const slot = target.slots.find(({ id }) => id === itemId);
  return slot && [slot.name, slot.date].filter(Boolean).join(' ');
}
