import { useState } from 'react';
import { listSlotDays, type SlotRule, type Weekday } from '#domain/calendar/slot-rule.ts';
import { weekdayName } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import type { TargetFormPart } from './target-form-part.ts';
import { targetWords } from './target-messages.ts';

type Every = 'month' | '1' | '2' | '4';
const places = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', last: 'last' } as const;
type Place = keyof typeof places;

/** A Monday, so that weekdays can be named by the calendar's own words. */
const someMonday = 5;
const toDayOf = (weekday: string) => `2026-01-${String(someMonday + Number(weekday) - 1).padStart(2, '0')}`;

/** "Första måndagen varje månad": adds the days of a rule to those that are there already, with their exceptions. */
export function SlotBuilder({ target, change, period }: TargetFormPart) {
  const t = useWords(targetWords);
  const language = useLanguage();
  const { newId } = useServices();
  const [every, setEvery] = useState<Every>('month');
  const [place, setPlace] = useState<Place>('1');
  const [weekday, setWeekday] = useState('1');

  const rule = toRule(every, place, weekday);
  const known = new Set(target.slots.map(({ date }) => date));
  const days = period ? listSlotDays(rule, period).filter((day) => !known.has(day)) : [];
  const dayName = weekdayName(toDayOf(weekday), language);
  const ruleText =
    every === 'month'
      ? t('ruleMonthly', { place: t(places[place]).toLowerCase(), weekday: dayName })
      : t('ruleWeekly', { interval: Number(every), weekday: dayName });
  const add = () => {
    const added = days.map((date) => ({ id: newId(), date, name: '', exempt: '' }));
    const slots = [...target.slots, ...added].toSorted((left, right) => left.date.localeCompare(right.date));
    change({ slots, rule: target.rule || ruleText });
  };
  return (
    <Disclosure summary={t('ruleTitle')} open={target.slots.length === 0}>
      <Stack>
        {!period && <p>{t('noPeriod')}</p>}
        <Split gap="normal">
          <SelectField
            label={t('every')}
            value={every}
            options={[
              { value: 'month', label: t('everyMonth') },
              { value: '1', label: t('everyWeek') },
              { value: '2', label: t('everySecondWeek') },
              { value: '4', label: t('everyFourthWeek') },
            ]}
            onChange={(value) => setEvery(value as Every)}
          />
          {every === 'month' && (
            <SelectField
              label={t('place')}
              value={place}
              options={(Object.keys(places) as Place[]).map((value) => ({ value, label: t(places[value]) }))}
              onChange={(value) => setPlace(value as Place)}
            />
          )}
          <SelectField
            label={t('weekday')}
            value={weekday}
            options={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({
              value,
              label: weekdayName(toDayOf(value), language),
            }))}
            onChange={setWeekday}
          />
        </Split>
        <div>
          <Button disabled={days.length === 0} onClick={add}>
            {t('addDays', { count: days.length })}
          </Button>
        </div>
      </Stack>
    </Disclosure>
  );
}

function toRule(every: Every, place: Place, weekday: string): SlotRule {
  const day = Number(weekday) as Weekday;
  if (every !== 'month') return { every: 'week', interval: Number(every) as 1 | 2 | 4, weekday: day };
  return { every: 'month', place: place === 'last' ? 'last' : (Number(place) as 1 | 2 | 3 | 4), weekday: day };
}
