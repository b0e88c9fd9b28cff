import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useWords } from '#ui/words.ts';
import styles from './editable-list.module.css';
import { editorWords } from './editor-messages.ts';
import { useFieldIssue } from './form-fields.tsx';
import { MoveButtons } from './move-buttons.tsx';

/** Where one part of a list stands, and what can be done with it. */
export interface ItemPlace {
  readonly path: string;
  readonly name: string;
  readonly noun: string;
  readonly index: number;
  readonly count: number;
  readonly isOrdered: boolean;
  readonly isFolded: boolean;
  readonly isOpen: boolean;
  readonly isKept: boolean;
}

interface EditableItemProps {
  readonly place: ItemPlace;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onMove: (index: number, by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One part: its name and its buttons on a line, its fields below. What is wrong inside is never folded away. */
export function EditableItem({ place, onOpen, onMove, onRemove, children }: EditableItemProps) {
  const t = useWords(editorWords);
  const { path, name, noun, index, count, isOrdered, isFolded, isKept } = place;
  const hasIssue = useFieldIssue(path) !== undefined;
  const isOpen = place.isOpen || hasIssue;
  return (
    <fieldset
      data-field={path}
      className={joinClasses(styles.item, !isFolded && styles.short, !isOpen && styles.closed)}
    >
      <legend className={styles.legend}>{isFolded ? name : <VisuallyHidden>{name}</VisuallyHidden>}</legend>
      <div className={styles.buttons}>
        {isFolded && (
          <Button
            kind="quiet"
            iconOnly
            aria-expanded={isOpen}
            aria-label={t('edit', { what: name })}
            icon={<ToolIcon name={isOpen ? 'expand' : 'forward'} />}
            onClick={() => onOpen(!isOpen)}
          />
        )}
        <div className={styles.rare}>
          {isOrdered && <MoveButtons what={name} index={index} count={count} onMove={onMove} />}
          {!isKept && (
            <Button
              kind="quiet"
              iconOnly
              aria-label={`${t('remove', { what: noun })}: ${name}`}
              icon={<ToolIcon name="delete" />}
              onClick={onRemove}
            />
          )}
        </div>
      </div>
      {isOpen && (
        <div className={styles.fields}>
          <Stack>{children}</Stack>
        </div>
      )}
    </fieldset>
  );
}
