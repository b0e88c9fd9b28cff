import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Erasure } from '#server/database/erase-rows.ts';
import { findOrdered } from '#server/database/find-ordered.ts';
import { type OrderReading, readOrder } from '#server/database/read-order.ts';
import type { ServerTables } from '#server/database/tables.ts';
import { messages } from '#server/messages.ts';
import type { EmbeddedOptions } from './embedded-database.ts';
import { withEraser } from './erase-command.ts';
import { toLedgerFile } from './erasure-ledger.ts';
import type { Configuration } from './read-configuration.ts';
import type { CommandResult } from './run-command.ts';

const refuse = (sentence: string): CommandResult => ({ kind: 'refused', sentence });

/**
 * Carries out a disposal that two accounts have approved in the app (guard P7): `erase --order <file>`.
 * In: what the environment says, how to open the embedded database, and the file. Out: one sentence. Nothing is erased unless the
 * checksum holds and both approvals are found in history.
 */
export async function eraseOrder(
  configuration: Configuration,
  options: EmbeddedOptions,
  file: string | undefined,
): Promise<CommandResult> {
  const text = file === undefined ? undefined : readText(file);
  const reading = text === undefined ? undefined : await readOrder(text);
  if (reading === undefined || reading.kind === 'no-order') return refuse(messages.orderWhat);
  if (reading.kind === 'changed') return refuse(messages.orderChanged);
  const at = new Date(options.now()).toISOString();
  return await withEraser(configuration, options, (owner, carryOut) =>
    carryOutOrder(owner, reading.file, { at, carryOut, ledger: toLedgerFile(configuration.dataFolder) }),
  );
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

type Order = Extract<OrderReading, { readonly kind: 'order' }>['file'];

interface CarryingOut {
  readonly at: string;
  readonly carryOut: (erasures: readonly Erasure[]) => Promise<void>;
  readonly ledger: string;
}

/** In: a connection as the owner, and an order whose checksum holds. */
export async function carryOutOrder(
  owner: Kysely<ServerTables>,
  file: Order,
  { at, carryOut, ledger }: CarryingOut,
): Promise<CommandResult> {
  const found = await findOrdered(owner, file);
  switch (found.kind) {
    case 'unknown':
      return refuse(messages.orderUnknown);
    case 'unsigned':
      return refuse(messages.orderUnsigned);
    case 'foreign':
      return refuse(messages.orderForeign);
    case 'found':
      await carryOut(found.rows.map((row) => ({ ...row, decision: file.order.decision, at })));
      return { kind: 'done', sentence: messages.erased(found.rows.length, ledger) };
  }
}
