import { isPeriodOver, listPromisedItems, type PromisedItem, recordOf } from '#domain/report/promised-items.ts';
import { type ProposedVerdicts, proposeActivityVerdict, proposeVerdicts } from '#domain/report/propose-verdicts.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { Row } from '#storage/database.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

/** One promised thing, with what the records propose and what people have said. */
export interface JudgedItem {
  readonly item: PromisedItem;
  readonly id: string;
  readonly name: string;
  readonly table: 'goals' | 'activities';
  readonly proposed: ProposedVerdicts;
  /** For this follow-up, the latest first. */
  readonly assessments: readonly Row<'assessments'>[];
}

/** In: a follow-up's records. Out: everything that was promised, in the order of the text. Re-scoped items are not judged. */
export function listJudgedItems(records: FollowUpRecords, language: Language): readonly JudgedItem[] {
  const { overview, work, goals, followUp, asOf } = records;
  const periodOver = isPeriodOver(overview.promise, asOf);
  return listPromisedItems({ activities: overview.activities, goals, work })
    .filter((item) => recordOf(item).rescoped === undefined)
    .map((item) => {
      const { id, shortName } = recordOf(item);
      return {
        ...{ item, id, name: shortName, table: item.kind === 'goal' ? 'goals' : 'activities' },
        proposed:
          item.kind === 'goal'
            ? proposeVerdicts({ ...item, language })
            : proposeActivityVerdict({ ...item, goals, periodOver, language }),
        assessments: overview.assessments.filter(({ ref, followUpId }) => ref.id === id && followUpId === followUp.id),
      };
    });
}

/** Whether the records say enough for people to agree with one tap. */
export const hasProposal = ({ proposed }: JudgedItem): boolean =>
  proposed.implementation !== undefined || proposed.attainment !== undefined;

/** In: verdicts. Out: "Genomfört · Nått", and once what is said of both; nothing where there is none. */
export function wordVerdicts(
  { implementation, attainment }: Pick<ProposedVerdicts, 'implementation' | 'attainment'>,
  language: Language,
): string {
  const said = implementation && implementationWord(implementation, language);
  const reached = attainment && attainmentWord(attainment, language);
  return [...new Set([said, reached])].filter(Boolean).join(' · ');
}
