/** What a row says: its words, and what was understood of them. */

import { toPeriod } from '#domain/calendar/period.ts';
import type { DraftGoal, PromiseDraft } from '#domain/reading/promise-draft.ts';
import { findSignedParty, nameUntitled } from '#domain/reading/to-promise.ts';
import { toShortName } from '#domain/reading/to-short-name.ts';
import { findMissing, toTarget } from '#domain/reading/to-target.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import type { Language } from '#domain/wording/locale.ts';
import {
  cadenceWord,
  channelKindWord,
  goalLevelWord,
  partyKindWord,
  promiseKindWord,
  sourceKindWord,
} from '#domain/wording/record-words.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';
import type { Translate } from '#ui/words.ts';
import type { Row, RowKind, RowOf } from './draft-rows.ts';
import type { rowWords } from './row-messages.ts';

export interface RowWords {
  readonly main: string;
  readonly details: readonly string[];
  /** What somebody should look at before it is confirmed. */
  readonly warning?: string | undefined;
}

export interface Wording {
  readonly t: Translate<keyof typeof rowWords.sv>;
  readonly language: Language;
}

type Describe = { readonly [K in RowKind]: (row: RowOf<K>, draft: PromiseDraft, wording: Wording) => RowWords };

const list = (...parts: readonly (string | false | undefined | null)[]): readonly string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

const describers: Describe = {
  title: ({ value }, draft, { t, language }) => ({
    main: value.title || t('unnamed', { name: nameUntitled(draft) }),
    details: list(promiseKindWord(value.kind, language), value.agreement, value.programme),
  }),
  municipality: ({ value }) => ({ main: value.name, details: [] }),
  'police-area': ({ value }) => ({ main: value.name, details: [] }),
  period: describePeriod,
  party: ({ value }, { parties }, { t, language }) => {
    const parent = parties.find(({ id }) => id === value.parentId);
    return {
      main: value.name,
      details: list(
        partyKindWord(value.kind, language),
        value.signatory ? t('givesPromise') : t('notSignatory'),
        parent && t('subUnit', { name: parent.name }),
      ),
    };
  },
  picture: ({ value }) => ({ main: value.summary, details: [] }),
  source: ({ value }, _draft, { t, language }) => ({
    main: value.title,
    details: list(
      sourceKindWord(value.kind, language),
      value.respondents !== undefined && t('respondents', { count: value.respondents }),
    ),
  }),
  'focus-area': ({ value }) => ({ main: value.name, details: [] }),
  activity: describeActivity,
  goal: describeGoal,
  'follow-up': ({ value }, _draft, { t, language }) => ({
    main: value.statement || (value.cadence ? cadenceWord(value.cadence, language) : t('noFollowUp')),
    details: list(value.statement && value.cadence && cadenceWord(value.cadence, language)),
  }),
  channel: ({ value }, _draft, { language }) => ({
    main: value.name,
    details: [channelKindWord(value.kind, language)],
  }),
  signatory: ({ value }, { parties }, { t }) => {
    const partyId = findSignedParty(value, parties);
    const party = parties.find(({ id }) => id === partyId);
    return {
      main: list(value.role, value.name).join(', '),
      details: list(party && t('signsFor', { name: party.name }), value.acting && t('acting')),
      warning: party ? undefined : t('signsForNobody'),
    };
  },
};

/** In: a row of a draft. Out: its words for the screen. */
export function describeRow(row: Row, draft: PromiseDraft, wording: Wording): RowWords {
  // The table is keyed by the same kind as the row, which the compiler cannot follow through an index.
  const describe = describers[row.kind] as (row: Row, draft: PromiseDraft, wording: Wording) => RowWords;
  return describe(row, draft, wording);
}

function describePeriod({ value }: RowOf<'period'>, _draft: PromiseDraft, { t, language }: Wording): RowWords {
  const day = (text: string) => formatDateWithYear(text, language);
  const { from, to, months, fromSigning, openEnd, basis, signedOn } = value;
  const stated = list(
    !fromSigning && from && t('from', { day: day(from) }),
    to && t('until', { day: day(to) }),
    fromSigning && months !== undefined && t('fromSigning', { months }),
    openEnd && t('openEnd'),
  );
  const main = stated.join(' ');
  return {
    main: main ? main.charAt(0).toUpperCase() + main.slice(1) : t('noPeriod'),
    details: list(basis && t('basis', { words: basis }), signedOn && t('signed', { day: day(signedOn) })),
  };
}

const nameParties = ({ parties }: PromiseDraft, ids: readonly string[]): string =>
  ids.flatMap((id) => parties.find((party) => party.id === id)?.name ?? []).join(', ');

function describeActivity({ value }: RowOf<'activity'>, draft: PromiseDraft, { t }: Wording): RowWords {
  const name = (role: 'responsible' | 'takes-part') =>
    nameParties(
      draft,
      value.parties.filter((party) => party.role === role).map(({ partyId }) => partyId),
    );
  const [responsible, helping] = [name('responsible'), name('takes-part')];
  const { frequency, condition } = value;
  return {
    main: value.text,
    details: list(
      responsible && t('responsible', { names: responsible }),
      helping && t('takesPart', { names: helping }),
      frequency && t('frequency', { words: frequency }),
      condition && t('condition', { words: condition }),
    ),
    warning: value.parties.length === 0 ? t('noResponsible') : undefined,
  };
}

function describeGoal({ value }: RowOf<'goal'>, draft: PromiseDraft, wording: Wording): RowWords {
  const { t, language } = wording;
  const { name } = targetKindWords(value.target.kind, language);
  const missing = findMissing(value.target);
  const owners = nameParties(draft, value.ownerPartyIds);
  const activity = draft.activities.find(({ id }) => id === value.activityId);
  const target = missing ? undefined : t('target', { kind: name, target: wordTarget(value, draft, language) });
  // The number of an activity stands below it: only what was understood is worth saying again.
  const isSaid = activity?.text === value.text && target !== undefined;
  return {
    main: isSaid ? target : value.text,
    details: list(
      !isSaid && target,
      goalLevelWord(value.level, language),
      owners && t('responsible', { names: owners }),
      activity && activity.text !== value.text && t('forActivity', { name: toShortName(activity.text) }),
      value.personRelated && t('personRelated'),
      value.additionalOnly && t('additionalOnly'),
    ),
    warning: missing && t('missing', { kind: name, part: t(`part-${missing}`) }),
  };
}

/** In: a goal of a draft. Out: what its target will demand once it is saved, in words. */
export function wordTarget(goal: DraftGoal, draft: PromiseDraft, language: Language): string {
  const period = toPeriod(draft.period, draft.signedOn);
  let made = 0;
  const newId = () => String(++made);
  return describeTarget(toTarget(goal.target, { newId, period, text: goal.text }), language);
}

/** Rows whose work cannot be counted as it stands: the guide is offered beside them. */
export function isVague(row: Row, { goals }: PromiseDraft): boolean {
  if (row.kind === 'goal') return ['ongoing', 'judged'].includes(row.value.target.kind);
  if (row.kind !== 'activity') return false;
  return !goals.some(
    ({ activityId, target }) => activityId === row.id && !['ongoing', 'judged', 'series'].includes(target.kind),
  );
}
