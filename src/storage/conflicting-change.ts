import type { StandingField } from '#domain/operations/apply-operation.ts';
import type { TableName } from '#domain/records/tables.ts';

/** Somebody changed a guarded field since the author saw it. Nothing was stored; a person decides which value holds. */
export class ConflictingChange extends Error {
  override readonly name = 'ConflictingChange';
  readonly table: TableName;
  readonly id: string;
  /** What stands now. */
  readonly fields: readonly StandingField[];

  constructor(table: TableName, id: string, fields: readonly StandingField[]) {
    super(`${table}/${id}: changed meanwhile: ${fields.map(({ field }) => field).join(', ')}`);
    this.table = table;
    this.id = id;
    this.fields = fields;
  }
}
