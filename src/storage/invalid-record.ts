import type { Issue } from '#domain/records/parse-record.ts';
import type { TableName } from '#domain/records/tables.ts';

/** A record that cannot be stored. Forms check before they save, so this is a fault of the program, with the reasons. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord';
  readonly table: TableName;
  readonly id: string;
  readonly issues: readonly Issue[];

  constructor(table: TableName, id: string, issues: readonly Issue[]) {
    super(`${table}/${id}: ${issues.map(({ path, code }) => `${path || '(record)'} ${code}`).join(', ')}`);
    this.table = table;
    this.id = id;
    this.issues = issues;
  }
}
