import { useState } from 'react';
import type { DisclosureItem } from '#domain/disclosure/disclosure-item.ts';
import { countMasks, type Mask, maskItems } from '#domain/disclosure/mask-text.ts';
import { toClassification } from '#domain/disclosure/protection.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { formatDayOf } from '#domain/wording/instants.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Disclosed } from '#storage/disclosures.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import styles from './disclosure.module.css';
import { handOut } from './hand-out.ts';
import { MaskPart } from './mask-part.tsx';
import { words } from './messages.ts';
import { type DisclosureDesk, useDisclosureDesk, useItems } from './queries.ts';
import { SearchPart } from './search-part.tsx';

/** `/utlamnande`: searched, masked by a person, handed out. The originals do not change. */
export function DisclosurePage() {
  const t = useWords(words);
  const { data: desk } = useDisclosureDesk();
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      {desk === undefined ? <Skeleton lines={6} /> : <Desk desk={desk} />}
    </>
  );
}

/** What has been decided so far. Texts are not in it: they are read again. */
interface DisclosureDraft {
  readonly keys: readonly string[];
  readonly masks: readonly Mask[];
  readonly reference: string;
}
const emptyDraft: DisclosureDraft = { keys: [], masks: [], reference: '' };

function Desk({ desk }: { readonly desk: DisclosureDesk }) {
  const t = useWords(words);
  const draft = useDraft('disclosure', emptyDraft);
  const [chosen, setChosen] = useState<readonly DisclosureItem[]>();
  const { data: restored } = useItems(desk.promises, draft.restored && chosen === undefined);
  if (draft.value === undefined) return <Skeleton lines={6} />;
  const { keys, masks, reference } = draft.value;
  const change = (changes: Partial<DisclosureDraft>) => draft.change({ keys, masks, reference, ...changes });
  const items = chosen ?? restored?.filter(({ key }) => keys.includes(key)) ?? [];
  const choose = (next: readonly DisclosureItem[]) => {
    setChosen(next);
    change({ keys: next.map(({ key }) => key) });
  };
  const startOver = () => {
    setChosen([]);
    change(emptyDraft);
  };
  return (
    <>
      <SearchPart desk={desk} chosen={items} onChoose={choose} />
      {items.length > 0 && (
        <>
          <MaskPart items={items} masks={masks} onChange={(next) => change({ masks: next })} />
          <Preview items={maskItems(items, masks)} />
          <HandOut
            desk={desk}
            items={items}
            masks={masks}
            reference={reference}
            onReference={(typed) => change({ reference: typed })}
          />
          <div>
            <Button kind="quiet" onClick={startOver}>
              {t('startOver')}
            </Button>
          </div>
        </>
      )}
      <HandedOut disclosed={desk.disclosed} />
    </>
  );
}

/** In: what is masked already. */
function Preview({ items }: { readonly items: readonly DisclosureItem[] }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section id="forhandsvisning" title={t('preview')}>
      <Stack>
        <p>{t('previewHint')}</p>
        <div className={styles.paper}>
          <Stack>
            {items.map((item) => (
              <div key={item.key}>
                <h3>{`${t(`kind-${item.table}`)}, ${formatDateWithYear(item.day, language)}`}</h3>
                <DefinitionList
                  items={item.fields.map(({ name, text }) => ({ key: name, term: t(`field-${name}`), value: text }))}
                />
              </div>
            ))}
          </Stack>
        </div>
      </Stack>
    </Section>
  );
}

interface HandOutProps {
  readonly desk: DisclosureDesk;
  readonly items: readonly DisclosureItem[];
  readonly masks: readonly Mask[];
  readonly reference: string;
  readonly onReference: (typed: string) => void;
}

function HandOut({ desk, items, masks, reference, onReference }: HandOutProps) {
  const t = useWords(words);
  const services = useServices();
  const [isMissing, setMissing] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const secret = new Set(
    desk.promises.filter((one) => toClassification(one) === 'protected').map(({ title }) => title),
  );
  const save = async (format: Disclosed['format']) => {
    setMissing(reference.trim() === '');
    if (reference.trim() === '') return;
    await handOut(services, { items, masks, reference, format });
    setSaved(true);
  };
  return (
    <Section id="lamna" title={t('handOut')} aside={t('masked', { count: countMasks(items, masks) })}>
      <Stack readable>
        {items.some(({ promise }) => secret.has(promise)) && <Notice kind="warn">{t('protectedNote')}</Notice>}
        <TextField
          label={t('reference')}
          hint={t('referenceHint')}
          maxLength={120}
          issue={isMissing ? t('referenceIssue') : undefined}
          value={reference}
          onChange={onReference}
        />
        <Cluster>
          <Button kind="primary" onClick={() => save('html').catch(setFault)}>
            {t('saveHtml')}
          </Button>
          <Button onClick={() => save('txt').catch(setFault)}>{t('saveText')}</Button>
          <Button onClick={() => save('csv').catch(setFault)}>{t('saveCsv')}</Button>
        </Cluster>
        <div role="status">{isSaved && <Notice kind="done">{t('saved')}</Notice>}</div>
      </Stack>
    </Section>
  );
}

function HandedOut({ disclosed }: { readonly disclosed: readonly Disclosed[] }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section id="utlamnat" title={t('log')}>
      <Stack>
        <p>{disclosed.length > 0 ? t('logHint') : t('logEmpty')}</p>
        {disclosed.length > 0 && (
          <Table
            caption={t('log')}
            captionHidden
            columns={[
              { key: 'when', label: t('when') },
              { key: 'reference', label: t('reference') },
              { key: 'records', label: t('records') },
              { key: 'masked', label: t('maskedCount'), numeric: true },
            ]}
            rows={disclosed.map(({ id, at, reference, format, records, masked }) => ({
              key: id,
              cells: [
                formatDayOf(at, language),
                `${reference} (${format})`,
                <details key="records">
                  <summary>{`${t('recordList')} (${records.length})`}</summary>
                  <span className={styles.ids}>{records.join(', ')}</span>
                </details>,
                masked,
              ],
            }))}
          />
        )}
      </Stack>
    </Section>
  );
}
