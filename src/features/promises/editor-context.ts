import { createContext, use } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';

/** What the fields of an open editor need to know of the whole form. */
export interface EditorFields {
  readonly issues: readonly Issue[];
  /** Texts that a person has said are not the personal data they look like. */
  readonly accepted: readonly string[];
  readonly accept: (match: string) => void;
}

export const EditorContext = createContext<EditorFields>({ issues: [], accepted: [], accept: () => {} });

export const useEditorFields = (): EditorFields => use(EditorContext);
