import { useEffect, useState } from 'react';
import type { FormRules } from './form-rules.ts';

let loading: Promise<FormRules> | undefined;

/** The rules of the form, and the words for what storage may answer, loaded once. A failed load is tried again at the next need. */
export function loadFormRules(): Promise<FormRules> {
  loading ??= Promise.all([import('./form-rules.ts'), import('./storage-trouble.tsx')]).then(
    ([loaded]) => loaded.formRules,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Undefined for the first moments of the form, which can be read and filled in meanwhile. */
export function useFormRules(): FormRules | undefined {
  const [state, setState] = useState<{ readonly rules?: FormRules; readonly error?: unknown }>({});
  useEffect(() => {
    let isHere = true;
    loadFormRules().then(
      (rules) => isHere && setState({ rules }),
      (error: unknown) => isHere && setState({ error }),
    );
    return () => {
      isHere = false;
    };
  }, []);
  // The page's error element knows what to say when a part of the app has been replaced.
  if (state.error !== undefined) throw state.error;
  return state.rules;
}
