import { useState } from 'react';
import { isDay } from '#domain/calendar/day.ts';
import { formatDay } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { FormDate, FormText, useFieldIssue } from './form-fields.tsx';
import styles from './items-section.module.css';
import type { SlotForm } from './target-form.ts';
import { targetWords } from './target-messages.ts';

const fewest = 8;

interface SlotListProps {
  readonly slots: readonly SlotForm[];
  readonly onChange: (slots: readonly SlotForm[]) => void;
}

/** The occasions of a schedule: one line each, opened to move, name or except it. */
export function SlotList({ slots, onChange }: SlotListProps) {
  const t = useWords(targetWords);
  const issue = useFieldIssue('target.slots');
  const [opened, setOpened] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? slots : slots.slice(0, fewest);
  const edit = (index: number, fields: Partial<SlotForm>) => {
    const slot = slots[index];
    if (slot) onChange(slots.with(index, { ...slot, ...fields }));
  };
  return (
    <Section level={3} title={t('slots')} aside={t('slotCount', { count: slots.length })}>
      <div data-field="target.slots">
        <Stack>
          {issue && <Notice kind="fail">{issue}</Notice>}
          <ol className={styles.list}>
            {shown.map((slot, index) => (
              <li key={slot.id} className={styles.row} data-field={`target.slots.${index}`}>
                <SlotLine
                  slot={slot}
                  index={index}
                  isOpen={opened === slot.id}
                  onOpen={(isOpen) => setOpened(isOpen ? slot.id : undefined)}
                  onEdit={(fields) => edit(index, fields)}
                  onRemove={() => onChange(slots.filter(({ id }) => id !== slot.id))}
                />
              </li>
            ))}
          </ol>
          {slots.length > fewest && (
            <div>
              <Button kind="quiet" onClick={() => setShowsAll(!showsAll)}>
                {showsAll ? t('slotsShowFewer') : t('slotsShowAll', { count: slots.length })}
              </Button>
            </div>
          )}
          <AddSlot slots={slots} onChange={onChange} />
        </Stack>
      </div>
    </Section>
  );
}

interface SlotLineProps {
  readonly slot: SlotForm;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEdit: (fields: Partial<SlotForm>) => void;
  readonly onRemove: () => void;
}

function SlotLine({ slot, index, isOpen, onOpen, onEdit, onRemove }: SlotLineProps) {
  const t = useWords(targetWords);
  const language = useLanguage();
  const { clock } = useServices();
  const day = isDay(slot.date) ? formatDay(slot.date, language, clock.today()) : slot.date;
  return (
    <>
      <div className={styles.words}>
        <span>{[day, slot.name].filter(Boolean).join(' · ')}</span>
        {slot.exempt && !isOpen && <span className={styles.under}>{t('slotExempted', { reason: slot.exempt })}</span>}
        {isOpen && (
          <div className={styles.under}>
            <SlotFields {...{ slot, index, onEdit }} />
          </div>
        )}
      </div>
      <Cluster>
        <Button
          kind="quiet"
          iconOnly
          aria-expanded={isOpen}
          aria-label={isOpen ? t('slotDone', { day }) : t('slotEdit', { day })}
          icon={<ToolIcon name={isOpen ? 'expand' : 'forward'} />}
          onClick={() => onOpen(!isOpen)}
        />
        <Button
          kind="quiet"
          iconOnly
          aria-label={t('slotRemove', { day })}
          icon={<ToolIcon name="delete" />}
          onClick={onRemove}
        />
      </Cluster>
    </>
  );
}

function SlotFields({ slot, index, onEdit }: Pick<SlotLineProps, 'slot' | 'index' | 'onEdit'>) {
  const t = useWords(targetWords);
  return (
    <Split gap="normal">
      <FormDate
        path={`target.slots.${index}.date`}
        label={t('slotDay')}
        value={slot.date}
        onChange={(date) => onEdit({ date })}
      />
      <FormText
        path={`target.slots.${index}.name`}
        label={t('slotName')}
        optional
        value={slot.name}
        onChange={(name) => onEdit({ name })}
      />
      <FormText
        path={`target.slots.${index}.exempt`}
        label={t('slotExemptReason')}
        optional
        value={slot.exempt}
        onChange={(exempt) => onEdit({ exempt })}
      />
    </Split>
  );
}

function AddSlot({ slots, onChange }: SlotListProps) {
  const t = useWords(targetWords);
  const { newId } = useServices();
  const [date, setDate] = useState('');
  const add = () => {
    const slot = { id: newId(), date, name: '', exempt: '' };
    onChange([...slots, slot].toSorted((left, right) => left.date.localeCompare(right.date)));
    setDate('');
  };
  return (
    <Cluster align="end">
      <LazyDateField label={t('slotAdd')} value={date} onChange={setDate} />
      <Button icon={<Icon name="add" />} disabled={!isDay(date)} onClick={add}>
        {t('slotAdd')}
      </Button>
    </Cluster>
  );
}
