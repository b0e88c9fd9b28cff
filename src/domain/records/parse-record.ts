import * as z from 'zod/mini';

/** One thing wrong with one field. `code` is looked up in the message catalogue; `path` says which field. */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

export type Parsed<T> =
  | { readonly kind: 'valid'; readonly value: T }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/**
 * Checks a value against a schema and answers with issues instead of throwing.
 * In: any zod schema and any value. Out: the parsed value, or every issue with a dotted path (`target.value`).
 */
export function parseRecord<S extends z.ZodMiniType>(schema: S, value: unknown): Parsed<z.infer<S>> {
  const result = z.safeParse(schema, value);
  if (result.success) return { kind: 'valid', value: result.data };
  return {
    kind: 'invalid',
    issues: result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: issue.message,
    })),
  };
}
