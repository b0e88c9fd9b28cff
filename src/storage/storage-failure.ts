/**
 * quota: the device is full. closed: the browser closed the database and would not open it again.
 * blocked: another tab keeps an older version open. outdated: another tab runs a newer version.
 * fault: anything else that the browser's storage answered.
 */
export const storageFailureKinds = ['quota', 'closed', 'blocked', 'outdated', 'fault'] as const;
export type StorageFailureKind = (typeof storageFailureKinds)[number];

/** The device could not store an action. Nothing of it is stored, and the draft it came from is as it was. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly kind: StorageFailureKind;

  constructor(kind: StorageFailureKind, cause?: unknown) {
    super(`Storage: ${kind}`, { cause });
    this.kind = kind;
  }
}

const kindByName: ReadonlyMap<string, StorageFailureKind> = new Map([
  ['QuotaExceededError', 'quota'],
  ['VersionError', 'outdated'],
  ['VersionChangeError', 'outdated'],
  ['BlockedError', 'blocked'],
  ['DatabaseClosedError', 'closed'],
  ['OpenFailedError', 'closed'],
  ['UnknownError', 'closed'],
  ['InvalidStateError', 'closed'],
  ['TransactionInactiveError', 'closed'],
  ['AbortError', 'closed'],
  ['TimeoutError', 'closed'],
  ['MissingAPIError', 'closed'],
  ['NotFoundError', 'fault'],
  ['ConstraintError', 'fault'],
  ['DataError', 'fault'],
  ['DataCloneError', 'fault'],
  ['ReadOnlyError', 'fault'],
  ['SchemaError', 'fault'],
  ['UpgradeError', 'fault'],
  ['BulkError', 'fault'],
  ['ModifyError', 'fault'],
  ['PrematureCommitError', 'fault'],
  ['EncodingError', 'fault'],
  ['NotReadableError', 'fault'],
]);

/**
 * What kind of failure an error from the browser's storage is.
 * In: anything thrown. Out: undefined when storage did not throw it (a fault of the program, a broken rule).
 * The innermost name decides: a full device shows as an aborted transaction with the quota inside.
 */
export function toStorageFailure(error: unknown): StorageFailure | undefined {
  if (error instanceof StorageFailure) return error;
  const kinds = listNames(error).flatMap((name) => kindByName.get(name) ?? []);
  const kind = kinds.find((candidate) => candidate === 'quota' || candidate === 'outdated') ?? kinds.at(-1);
  return kind && new StorageFailure(kind, error);
}

/** Of many rows written at once: what ended it. The transaction's end is told to all that were still on their way. */
function findReason(failures: unknown): unknown {
  if (!Array.isArray(failures)) return undefined;
  return failures.find((failure) => (failure as { name?: unknown } | null)?.name !== 'AbortError') ?? failures[0];
}

/** Names of the error and of those inside it, the outermost first. */
function listNames(error: unknown): readonly string[] {
  const names: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const { name, inner, cause, failures } = current as Readonly<Record<string, unknown>>;
    if (typeof name === 'string') names.push(name);
    current = inner ?? cause ?? findReason(failures);
  }
  return names;
}
