import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

interface BackgroundSectionProps extends PromiseFormPart {
  /** The other promises on the device. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

/** What the promise rests on: an agreement, a programme, the promise before. */
export function BackgroundSection({ form, change, others }: BackgroundSectionProps) {
  const t = useWords(promiseEditorWords);
  return (
    <Section id="background" title={t('background')}>
      <Stack>
        <FormText
          path="agreement"
          label={t('agreement')}
          hint={t('agreementHint')}
          optional
          value={form.agreement}
          onChange={(agreement) => change({ agreement })}
        />
        <FormText
          path="programme"
          label={t('programme')}
          optional
          value={form.programme}
          onChange={(programme) => change({ programme })}
        />
        <FormSelect
          path="predecessorId"
          label={t('predecessor')}
          value={form.predecessorId}
          emptyLabel={t('noPredecessor')}
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(predecessorId) => change({ predecessorId })}
        />
      </Stack>
    </Section>
  );
}
