import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableItem, type ItemPlace } from './editable-item.tsx';
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
  /** Each has many fields: one line until it is opened. Short ones are always open. */
  readonly folded?: boolean;
  /** Which of them cannot be removed. */
  readonly keeps?: (item: Item) => boolean;
}

const fieldSelector = ':is(input, select, textarea)';

/** Parts of a form that there are several of: added, moved and removed by keyboard, and what was removed comes back. */
export function EditableList<Item>(props: EditableListProps<Item>) {
  const { path, items, onChange, noun, nameOf, create, children, ordered = false, folded = false, keeps } = props;
  const t = useWords(editorWords);
  const issue = useFieldIssue(path);
  const [removed, setRemoved] = useState<{ readonly item: Item; readonly index: number }>();
  const [opened, setOpened] = useState<number>();
  const frame = useRef<HTMLDivElement>(null);
  const focus = (selector: string) => focusSoon(frame.current, selector);

  const add = () => {
    onChange([...items, create()]);
    setOpened(items.length);
    focus(`[data-field="${path}.${items.length}"] ${fieldSelector}`);
  };
  const remove = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    setRemoved({ item, index });
    setOpened(undefined);
    onChange(items.toSpliced(index, 1));
    focus('[data-undo] button');
  };
  const putBack = () => {
    if (!removed) return;
    onChange(items.toSpliced(removed.index, 0, removed.item));
    setRemoved(undefined);
    focus(`[data-field="${path}.${removed.index}"] :is(button, input, select, textarea)`);
  };
  const move = (index: number, by: -1 | 1) => {
    const [item, other] = [items[index], items[index + by]];
    if (item === undefined || other === undefined) return;
    onChange(items.with(index, other).with(index + by, item));
    setOpened(opened === index ? index + by : undefined);
    focus(`[data-field="${path}.${index + by}"] [data-move="${by}"]`);
  };
  const placeOf = (item: Item, index: number): ItemPlace => ({
    path: `${path}.${index}`,
    name: nameOf(item, index),
    noun,
    index,
    count: items.length,
    isOrdered: ordered,
    isFolded: folded,
    isOpen: !folded || opened === index,
    isKept: keeps?.(item) ?? false,
  });

  return (
    <div ref={frame} data-field={path}>
      <Stack>
        {issue && items.length === 0 && <Notice kind="fail">{issue}</Notice>}
        {items.map((item, index) => (
          <EditableItem
            // The position is the identity: these parts have no ids, and their fields hold no state of their own.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            place={placeOf(item, index)}
            onOpen={(isOpen) => setOpened(isOpen ? index : undefined)}
            onMove={move}
            onRemove={() => remove(index)}
          >
            {children(item, (fields) => onChange(items.with(index, { ...item, ...fields })), index)}
          </EditableItem>
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

/** After the list has been drawn anew, so that keyboard and screen reader follow what was done. */
function focusSoon(frame: HTMLElement | null, selector: string) {
  requestAnimationFrame(() => frame?.querySelector<HTMLElement>(selector)?.focus());
}
