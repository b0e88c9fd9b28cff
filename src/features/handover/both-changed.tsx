import { fieldValueWords, fieldWord } from '#domain/wording/field-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { type BothChange, listBothChanged } from '#storage/both-changed.ts';
import type { HandoverPreview } from '#storage/take-handover.ts';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** What was changed here and there at the same time: which value holds, and which does not. */
export function BothChanged({ plan }: { readonly plan: HandoverPreview }) {
  const t = useWords(words);
  const language = useLanguage();
  const changes = listBothChanged(plan);
  const corrected = plan.corrected.length;
  if (changes.length + corrected === 0) return null;
  const value = ({ table, field, ...change }: BothChange, which: 'stands' | 'other') =>
    fieldValueWords(table, field, change[which], language);
  return (
    <Stack>
      <Notice kind="warn" title={t('bothTitle')}>
        {changes.length > 0 && <p>{t('bothText')}</p>}
        {corrected > 0 && <p>{t('bothCorrected', { count: corrected })}</p>}
      </Notice>
      {changes.length > 0 && (
        <Table
          caption={t('bothTitle')}
          captionHidden
          columns={[
            { key: 'what', label: t('bothWhat') },
            { key: 'field', label: t('bothField') },
            { key: 'stands', label: t('bothStands') },
            { key: 'other', label: t('bothOther') },
          ]}
          rows={changes.map((change) => ({
            key: `${change.operation}/${change.field}`,
            cells: [change.name, fieldWord(change.field, language), value(change, 'stands'), value(change, 'other')],
          }))}
        />
      )}
    </Stack>
  );
}
