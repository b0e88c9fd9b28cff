import type { Issue } from '#domain/records/parse-record.ts';
import type { StorageFailureKind } from '#storage/storage-failure.ts';

/** Where the saving of an open form stands. */
export type SaveState =
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reason: StorageFailureKind };
