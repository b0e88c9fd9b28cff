import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormArea } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

interface TextSectionProps extends PromiseFormPart {
  /** The text has been signed: it is shown as it is, and no field can change it. */
  readonly isFixed: boolean;
}

/** The signed text, verbatim with its misspellings. */
export function TextSection({ form, change, isFixed }: TextSectionProps) {
  const t = useWords(promiseEditorWords);
  return (
    <Section id="text" title={t('text')}>
      <Stack>
        <FormArea
          path="originalText"
          label={t('originalText')}
          hint={isFixed ? t('originalTextFixed') : t('originalTextHint')}
          optional={!isFixed}
          rows={8}
          disabled={isFixed}
          value={form.originalText}
          onChange={(originalText) => change({ originalText })}
        />
      </Stack>
    </Section>
  );
}
