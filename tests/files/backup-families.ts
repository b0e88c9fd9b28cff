/** What can be wrong inside a backup: rows, and the history behind them. */
import { strToU8 } from 'fflate';
import { pickOne } from '#domain/examples/seeded-random.ts';
import { tableNames } from '#domain/records/tables.ts';
import { bendHistory, bendRows } from './bend-lines.ts';
import { buildFile } from './build-file.ts';
import type { OwnFamily } from './file-kind.ts';

/** What a file of today carries beside its rows, each line checked as rows are. */
const besideRows = ['settings', 'drafts', 'figures'] as const;
const rowTables: readonly string[] = tableNames;

export const backupFamilies: readonly OwnFamily[] = [
  async (random, opened) => {
    const { name, parts } = bendRows(random, opened.parts, [...rowTables, ...besideRows]);
    return { family: `row: ${name}`, bytes: await buildFile(opened, { parts }) };
  },
  async (random, opened) => {
    const { name, parts } = bendHistory(random, opened.parts);
    return { family: `history: ${name}`, bytes: await buildFile(opened, { parts }) };
  },
  // The older format has no checksum: what is wrong in it must be seen in the rows.
  (random, opened) => {
    const { name, parts } = bendRows(random, opened.parts, rowTables);
    const tables = new Map<string, string[]>();
    for (const [part, lines] of parts) {
      const table = part.slice(0, part.indexOf('-'));
      if (rowTables.includes(table)) tables.set(table, [...(tables.get(table) ?? []), ...lines]);
    }
    const body = Array.from(tables, ([table, lines]) => `${JSON.stringify(table)}:[${lines.join(',')}]`).join(',');
    const version = pickOne(random, ['1', '1', '1', '2', '1e400']);
    const text = `{"format":"lofteskollen-copy","version":${version},"savedAt":"2026-01-01","tables":{${body}}}`;
    return { family: `older format: ${name}`, bytes: new Uint8Array(strToU8(text)) };
  },
];
