import { useState } from 'react';
import { toDayNumber } from '#domain/calendar/day.ts';
import { formatDay } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import type { ReachedDraft } from './log-draft.ts';
import styles from './log-form.module.css';
import type { ItemGoal } from './log-questions.ts';
import { moreWords } from './more-messages.ts';

/** A moved occasion is held near its day: the others would only be noise. */
const nearestSlots = 4;

interface ItemFieldsProps extends FormPart {
  readonly goal: ItemGoal;
  readonly reachedItems: ReadonlySet<string>;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly allowsEffort?: boolean | undefined;
}

/** The named items of one goal that this log can tick: members, steps or occasions. */
export function ItemFields({ goal, reachedItems, draft, change, issueOf, warningOf }: ItemFieldsProps) {
  const t = useWords(moreWords);
  const language = useLanguage();
  const [showsDone, setShowsDone] = useState(false);
  const items = listItems(goal, draft.date, (day) => formatDay(day, language));
  const mine = draft.reached.filter((item) => item.goalId === goal.id);
  const others = draft.reached.filter((item) => item.goalId !== goal.id);
  const tick = (itemIds: readonly string[]) =>
    change({ reached: [...others, ...itemIds.map((itemId) => find(mine, itemId) ?? { goalId: goal.id, itemId })] });
  const setEffort = (itemId: string, effort: string | undefined) =>
    change({ reached: [...others, ...mine.map((item) => (item.itemId === itemId ? { ...item, effort } : item))] });
  const isSchedule = goal.target.kind === 'schedule';
  const isDone = (item: Item) => reachedItems.has(item.id) && !find(mine, item.id);
  const done = items.filter(isDone);
  const shown = showsDone ? items : items.filter((item) => !isDone(item));
  if (items.length === 0) return null;
  return (
    <div className={styles.part}>
      <ToggleChips
        label={t(isSchedule ? 'slots' : 'items', { goal: goal.shortName })}
        hint={isSchedule ? t('slotHint') : undefined}
        options={shown.map((item) => ({
          value: item.id,
          label: reachedItems.has(item.id) ? t('itemDone', { item: item.name }) : item.name,
        }))}
        value={mine.map((item) => item.itemId)}
        onChange={tick}
      />
      {done.length > 0 && (
        <div className={styles.flush}>
          <Button kind="quiet" aria-expanded={showsDone} onClick={() => setShowsDone(!showsDone)}>
            {t(showsDone ? 'hideDone' : 'showDone', { count: done.length })}
          </Button>
        </div>
      )}
      {items
        .filter((item) => item.allowsEffort && find(mine, item.id))
        .map((item) => (
          <EffortField
            key={item.id}
            item={item}
            effort={find(mine, item.id)?.effort}
            issue={issueOf(`reached.${item.id}`)}
            warning={warningOf(`reached.${item.id}`)}
            onChange={(effort) => setEffort(item.id, effort)}
          />
        ))}
    </div>
  );
}

interface EffortFieldProps {
  readonly item: Item;
  readonly effort: string | undefined;
  readonly issue: string | undefined;
  readonly warning: string | undefined;
  readonly onChange: (effort: string | undefined) => void;
}

/** "Utrett, ej möjligt": the effort counts, with the reason why it could not be done. */
function EffortField({ item, effort, issue, warning, onChange }: EffortFieldProps) {
  const t = useWords(moreWords);
  return (
    <div className={styles.part} data-field={`reached.${item.id}`}>
      <ToggleChips
        label={t('effortFor', { item: item.name })}
        options={[{ value: 'effort', label: t('effort') }]}
        value={effort === undefined ? [] : ['effort']}
        onChange={(chosen) => onChange(chosen.length > 0 ? '' : undefined)}
      />
      {effort !== undefined && (
        <TextField label={t('effortReason')} value={effort} issue={issue} warning={warning} onChange={onChange} />
      )}
    </div>
  );
}

const find = (reached: readonly ReachedDraft[], itemId: string) => reached.find((item) => item.itemId === itemId);

function listItems(goal: ItemGoal, date: string, describe: (day: string) => string): readonly Item[] {
  const { target } = goal;
  if (target.kind === 'checklist') return target.members;
  if (target.kind === 'milestone') return target.steps;
  const distance = (day: string) => Math.abs(toDayNumber(day) - toDayNumber(date));
  return target.slots
    .filter((slot) => slot.exempt === undefined && slot.date !== date)
    .sort((left, right) => distance(left.date) - distance(right.date))
    .slice(0, nearestSlots)
    .sort((left, right) => (left.date < right.date ? -1 : 1))
    .map((slot) => ({ id: slot.id, name: slot.name ? `${slot.name}, ${describe(slot.date)}` : describe(slot.date) }));
}
