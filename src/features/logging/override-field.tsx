import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import { words } from './messages.ts';
import type { ScreenedField } from './screen-draft.ts';

interface OverrideFieldProps extends FormPart {
  readonly screened: readonly ScreenedField[];
}

/** Asked for only while some text looks like personal data: the reason is noted, the text that was found is not. */
export function OverrideField({ draft, change, issueOf, screened }: OverrideFieldProps) {
  const t = useWords(words);
  const isWarned = screened.some(({ findings }) => findings.some(({ severity }) => severity === 'warn'));
  if (!isWarned) return null;
  return (
    <div data-field="overrideReason">
      <TextField
        label={t('overrideReason')}
        hint={t('overrideHint')}
        value={draft.overrideReason}
        issue={issueOf('overrideReason')}
        onChange={(overrideReason) => change({ overrideReason })}
      />
    </div>
  );
}
