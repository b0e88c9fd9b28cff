import { useState } from 'react';
import type { DisclosureItem } from '#domain/disclosure/disclosure-item.ts';
import {
  countMasks,
  findEverywhere,
  findLeftOver,
  type Mask,
  mergeMasks,
  suggestMasks,
} from '#domain/disclosure/mask-text.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import styles from './disclosure.module.css';
import { words } from './messages.ts';

interface MaskPartProps {
  readonly items: readonly DisclosureItem[];
  readonly masks: readonly Mask[];
  readonly onChange: (masks: readonly Mask[]) => void;
}

/** Words, whole fields, and a text everywhere: a person decides what goes. */
export function MaskPart({ items, masks, onChange }: MaskPartProps) {
  const t = useWords(words);
  const { clock } = useServices();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const suggested = suggestMasks(items, clock.today());
  const leftOver = findLeftOver(items, masks);
  const maskEverywhere = () => {
    const found = findEverywhere(items, typed);
    setMissing(found.length === 0);
    if (found.length > 0) onChange([...masks, ...found]);
  };
  return (
    <Section id="maska" title={t('mask')} aside={t('masked', { count: countMasks(items, masks) })}>
      <Stack>
        <Stack readable>
          <p>{t('maskHint')}</p>
          <TextField
            label={t('everywhereLabel')}
            issue={isMissing ? t('everywhereIssue') : undefined}
            value={typed}
            onChange={setTyped}
          />
          <Cluster>
            <Button onClick={maskEverywhere}>{t('everywhere')}</Button>
            {suggested.length > 0 && (
              <Button onClick={() => onChange([...masks, ...suggested])}>
                {t('suggest', { count: suggested.length })}
              </Button>
            )}
            <Button kind="quiet" onClick={() => onChange([])}>
              {t('clear')}
            </Button>
          </Cluster>
        </Stack>
        <div role="status">
          {leftOver.length > 0 && (
            <Notice kind="warn" title={t('leftOver')}>
              {leftOver.join(', ')}
            </Notice>
          )}
        </div>
        {items.map((item) => (
          <ItemMasks key={item.key} item={item} masks={masks} onChange={onChange} />
        ))}
      </Stack>
    </Section>
  );
}

interface ItemMasksProps extends Omit<MaskPartProps, 'items'> {
  readonly item: DisclosureItem;
}

function ItemMasks({ item, masks, onChange }: ItemMasksProps) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Section level={3} title={`${t(`kind-${item.table}`)}, ${formatDateWithYear(item.day, language)}`}>
      <Stack>
        {item.fields.map(({ name, text }) => {
          const place = { key: item.key, field: name };
          const own = mergeMasks(masks, place);
          const others = masks.filter((mask) => mask.key !== item.key || mask.field !== name);
          const isWhole = own.some(({ from, to }) => from === 0 && to === text.length);
          const set = (changed: readonly Mask[]) => onChange([...others, ...changed]);
          return (
            <div key={name}>
              <Checkbox
                label={t('wholeField', { field: t(`field-${name}`) })}
                checked={isWhole}
                onChange={(isMasked) => set(isMasked ? [{ ...place, from: 0, to: text.length }] : [])}
              />
              {!isWhole && (
                <Words text={text} masks={own} onToggle={(from, to) => set(toggle(own, { ...place, from, to }))} />
              )}
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}

const toggle = (own: readonly Mask[], word: Mask): readonly Mask[] =>
  isCovered(own, word.from, word.to) ? own.flatMap((mask) => cut(mask, word)) : [...own, word];

/** What is left of a passage when a word of it is to be read again. */
const cut = (mask: Mask, { from, to }: Mask): readonly Mask[] => {
  if (mask.to <= from || mask.from >= to) return [mask];
  return [
    { ...mask, to: from },
    { ...mask, from: to },
  ].filter((left) => left.to > left.from);
};

const isCovered = (own: readonly Mask[], from: number, to: number) =>
  own.some((mask) => mask.from <= from && to <= mask.to);

interface WordsProps {
  readonly text: string;
  readonly masks: readonly Mask[];
  readonly onToggle: (from: number, to: number) => void;
}

/** Every word is a button: a finger or the keyboard takes it out, or back. */
function Words({ text, masks, onToggle }: WordsProps) {
  return (
    <div className={styles.words}>
      {Array.from(text.matchAll(/\S+/g), (match) => {
        const [from, to] = [match.index, match.index + match[0].length];
        return (
          <button
            key={from}
            type="button"
            className={styles.word}
            aria-pressed={isCovered(masks, from, to)}
            onClick={() => onToggle(from, to)}
          >
            {match[0]}
          </button>
        );
      })}
    </div>
  );
}
