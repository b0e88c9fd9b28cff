import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import styles from './editable-list.module.css';
import { editorWords } from './editor-messages.ts';
import { useFieldIssue } from './form-fields.tsx';

export interface EditableListProps<Item> {
  readonly path: string;
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  /** One of them, in the form that buttons use: "part", "källa". */
  readonly noun: string;
  /** What this one is called, for its heading and its buttons. */
  readonly nameOf: (item: Item, index: number) => string;
  readonly create: () => Item;
  readonly children: (item: Item, change: (fields: Partial<Item>) => void, index: number) => ReactNode;
  /** The order means something and can be changed. */
  readonly ordered?: boolean;
  /** Why one of them cannot be removed. */
  readonly keeps?: (item: Item) => boolean;
}

/** Parts of a form that there are several of: added, moved and removed by keyboard, and what was removed comes back. */
export function EditableList<Item>(props: EditableListProps<Item>) {
  const { path, items, onChange, noun, nameOf, create, children, ordered = false, keeps } = props;
  const t = useWords(editorWords);
  const issue = useFieldIssue(path);
  const [removed, setRemoved] = useState<{ readonly item: Item; readonly index: number }>();
  const frame = useRef<HTMLDivElement>(null);

  const add = () => {
    onChange([...items, create()]);
    focusSoon(frame.current, `[data-field="${path}.${items.length}"] :is(input, select, textarea)`);
  };
  const remove = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    setRemoved({ item, index });
    onChange(items.toSpliced(index, 1));
    focusSoon(frame.current, '[data-undo] button');
  };
  const putBack = () => {
    if (!removed) return;
    onChange(items.toSpliced(removed.index, 0, removed.item));
    setRemoved(undefined);
    focusSoon(frame.current, `[data-field="${path}.${removed.index}"] :is(input, select, textarea)`);
  };
  const move = (index: number, by: -1 | 1) => {
    const [item, other] = [items[index], items[index + by]];
    if (item === undefined || other === undefined) return;
    onChange(items.with(index, other).with(index + by, item));
    focusSoon(frame.current, `[data-field="${path}.${index + by}"] [data-move="${by}"]`);
  };

  return (
    <div ref={frame} data-field={path}>
      <Stack>
        {issue && items.length === 0 && <Notice kind="fail">{issue}</Notice>}
        {items.map((item, index) => (
          // The position is the identity: these parts have no ids, and their fields hold no state of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={index} data-field={`${path}.${index}`} className={styles.item}>
            <legend className={styles.legend}>{nameOf(item, index)}</legend>
            <Stack>
              {children(item, (fields) => onChange(items.with(index, { ...item, ...fields })), index)}
              <Cluster>
                {ordered && <MoveButtons what={nameOf(item, index)} index={index} count={items.length} onMove={move} />}
                <Button
                  kind="quiet"
                  icon={<Icon name="delete" />}
                  disabled={keeps?.(item) ?? false}
                  onClick={() => remove(index)}
                >
                  {t('remove', { what: noun })}
                </Button>
              </Cluster>
            </Stack>
          </fieldset>
        ))}
        {removed && (
          <div data-undo="">
            <Notice kind="calm" announce="status" actions={<Button onClick={putBack}>{t('undo')}</Button>}>
              {t('removed', { what: nameOf(removed.item, removed.index) })} {t('onlyOnSave')}
            </Notice>
          </div>
        )}
        <div>
          <Button icon={<Icon name="add" />} onClick={add}>
            {t('add', { what: noun })}
          </Button>
        </div>
      </Stack>
    </div>
  );
}

interface MoveButtonsProps {
  readonly what: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (index: number, by: -1 | 1) => void;
}

/** Up and down: at the edges they stay in the focus order and say that they cannot. */
export function MoveButtons({ what, index, count, onMove }: MoveButtonsProps) {
  const t = useWords(editorWords);
  return (
    <>
      <Button
        kind="quiet"
        iconOnly
        data-move="-1"
        aria-disabled={index === 0}
        aria-label={t('moveUp', { what })}
        icon={<Icon name="up" />}
        onClick={() => onMove(index, -1)}
      />
      <Button
        kind="quiet"
        iconOnly
        data-move="1"
        aria-disabled={index === count - 1}
        aria-label={t('moveDown', { what })}
        icon={<Icon name="down" />}
        onClick={() => onMove(index, 1)}
      />
    </>
  );
}

/** After the list has been drawn anew, so that keyboard and screen reader follow what was done. */
function focusSoon(frame: HTMLElement | null, selector: string) {
  requestAnimationFrame(() => frame?.querySelector<HTMLElement>(selector)?.focus());
}
