import type { Incident } from '#server/access-log/read-incident.ts';
import { incidentWords as words } from './incident-words.ts';

type Told = Incident['reads'][number];

/** A table for the terminal. In: what happened. Out: lines; ids as they are, so that they can be searched for. */
export function describeIncident(incident: Incident): string {
  const names = new Map(incident.people.map(({ id, name }) => [id, name]));
  const list = (entries: readonly Told[]) => entries.map((entry) => describeEntry(entry, names));
  const { people } = incident;
  return [
    `${toMinute(incident.from)} – ${toMinute(incident.to)}`,
    ...section(
      words.people,
      people.map(({ id, name }) => `${name}  ${id}`),
    ),
    ...section(
      words.sessions,
      people.flatMap(({ name, sessions }) =>
        sessions.map(({ startedAt, seenAt, sharedDevice }) =>
          [name, words.since(toMinute(startedAt), toMinute(seenAt)), sharedDevice ? words.shared : ''].join('  '),
        ),
      ),
    ),
    ...section(
      words.devices,
      people.flatMap(({ name, devices }) =>
        devices.map(({ id, seenAt, operations }) =>
          [name, id, toMinute(seenAt), words.operations(operations)].join('  '),
        ),
      ),
    ),
    ...section(words.reads, list(incident.reads)),
    ...section(words.writes, list(incident.writes)),
    ...section(words.exports, list(incident.exports)),
    ...section(words.other, list(incident.other)),
    ...(incident.isCut ? ['', words.cut] : []),
  ].join('\n');
}

const section = (heading: string, lines: readonly string[]): readonly string[] => [
  '',
  heading,
  ...(lines.length > 0 ? lines : [words.none]).map((line) => `  ${line.trimEnd()}`),
];

/** What a line of the terminal shows of the facts; all of them are in the JSON. */
const longestFacts = 160;

function describeEntry({ at, n, who, about, event, facts }: Told, names: ReadonlyMap<string, string>): string {
  const toName = (id: string) => names.get(id) || id;
  const text = JSON.stringify(facts);
  const short = text.length > longestFacts ? `${text.slice(0, longestFacts)}…` : text;
  const whom = about === null || about === who ? '' : `→ ${toName(about)}`;
  return [toMinute(at), `#${n}`, event, who === null ? words.none : toName(who), whom, short]
    .filter(Boolean)
    .join('  ');
}

const toMinute = (moment: string | null): string => moment?.slice(0, 16).replace('T', ' ') ?? words.none;
