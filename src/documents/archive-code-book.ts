/** What an archive package says of itself: fields, units and kinds of target, in tables. */
import type { StoredRow } from '#domain/operations/operation.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import { targetKinds, targetSchema } from '#domain/records/target.ts';
import { findChoiceWords, writeCodeBook } from '#domain/retention/code-book.ts';
import { targetKindWords } from '#domain/retention/table-heading-words.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { archiveWords, codeTypeWords } from './archive-words.ts';
import { toCsv } from './csv.ts';
import type { CarriedText } from './write-record-file.ts';

const { yes, no } = archiveWords;

/** In: the activities and goals of the package. Out: its four code books. */
export const writeCodeBooks = (
  activities: readonly StoredRow[],
  goals: readonly StoredRow[],
): readonly CarriedText[] => [
  { name: 'kodbok.csv', text: writeFields() },
  { name: 'kodbokEnheter.csv', text: writeUnits(activities as unknown as readonly Activity[]) },
  { name: 'kodbokMal.csv', text: writeGoals(goals as unknown as readonly Goal[]) },
  { name: 'kodbokSlag.csv', text: writeKinds() },
];

const writeFields = (): string =>
  end(
    toCsv(
      archiveWords.codeBook,
      writeCodeBook().map((line) => [
        ...[line.table, line.path, ...(line.words ?? [line.path, ''])],
        ...[codeTypeWords[line.type], line.required ? yes : no, line.longest ?? ''],
        line.choices.map((choice) => `${choice} = ${findChoiceWords(line, choice) ?? choice}`).join(' | '),
      ]),
    ),
  );

const writeUnits = (activities: readonly Activity[]): string =>
  end(
    toCsv(
      archiveWords.units,
      activities.flatMap(({ id, shortName, measures }) =>
        measures.map((measure) => [
          ...[shortName, id, measure.name, measure.id, measure.unit],
          measure.personRelated ? yes : no,
        ]),
      ),
    ),
  );

const writeGoals = (goals: readonly Goal[]): string =>
  end(
    toCsv(
      archiveWords.goals,
      goals.map(({ id, shortName, target, origin }) => {
        const read = targetSchema.safeParse(target);
        const [kind] = targetKindWords[target.kind] ?? [target.kind];
        const words = read.success ? describeTarget(read.data, 'sv') : JSON.stringify(target);
        return [shortName, id, kind, words, findChoiceWords({ table: 'goals', path: 'origin' }, origin) ?? origin];
      }),
    ),
  );

const writeKinds = (): string =>
  end(
    toCsv(
      archiveWords.kinds,
      targetKinds.map((kind) => {
        const [name, meaning] = targetKindWords[kind];
        return [name, kind, meaning];
      }),
    ),
  );

const end = (text: string): string => `${text}\r\n`;
