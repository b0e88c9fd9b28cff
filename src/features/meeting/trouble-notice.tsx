import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { Trouble } from './use-saving.ts';

export function TroubleNotice({ trouble }: { readonly trouble: Trouble }) {
  const t = useWords(words);
  if (trouble === undefined) return null;
  return (
    <Notice kind="fail" announce="alert">
      {t(trouble === 'conflict' ? 'conflict' : 'notSaved')}
    </Notice>
  );
}
