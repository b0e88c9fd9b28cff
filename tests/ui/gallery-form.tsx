import { useState } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { Stepper } from '#ui/stepper.tsx';
import { SwitchField } from '#ui/switch-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';

export function GalleryForm() {
  const [card, setCard] = useState('b');
  const [count, setCount] = useState('1');
  const [day, setDay] = useState<'today' | 'yesterday' | 'other'>('today');
  const [places, setPlaces] = useState<readonly string[]>(['centrum']);
  const [date, setDate] = useState('2026-11-21');
  const [number, setNumber] = useState('1.234');
  const [note, setNote] = useState('');
  const [name, setName] = useState('');
  const [search, setSearch] = useState('');
  const [party, setParty] = useState('');
  const [on, setOn] = useState(true);
  return (
    <Stack readable gap="loose">
      <RadioCards
        label="Aktivitet"
        value={card}
        onChange={setCard}
        options={[
          { value: 'a', title: 'Riktad insats narkotika', detail: '5 av 5 lagförda · nått' },
          { value: 'b', title: 'Trafikkontroll centrum', aside: '2 av 12' },
          { value: 'c', title: 'Närvaro resecentrum', aside: '18 i år' },
        ]}
      />
      <Stepper label="Antal" value={count} onChange={setCount} min={1} />
      <Stepper label="Lagförda" size="normal" value={count} onChange={setCount} optional />
      <ChoiceChips
        label="När"
        size="field"
        value={day}
        onChange={setDay}
        options={[
          { value: 'today', label: 'I dag' },
          { value: 'yesterday', label: 'I går' },
          { value: 'other', label: 'Annat' },
        ]}
      />
      <LazyDateField label="Datum" hint="Den dag insatsen gjordes." value={date} onChange={setDate} max="2026-12-31" />
      <ToggleChips
        label="Plats"
        value={places}
        onChange={setPlaces}
        options={[
          { value: 'centrum', label: 'Centrum' },
          { value: 'skolan', label: 'Skolan' },
          { value: 'station', label: 'Resecentrum' },
        ]}
      />
      <NumberField label="Antal deltagare" unit="personer" value={number} onChange={setNumber} whole={false} />
      <TextArea
        label="Anteckning"
        hint="Skriv inga namn"
        optional
        limit={400}
        value={note}
        onChange={setNote}
        warning="Det ser ut som ett personnummer. Ta bort det, uppgiften ska inte finnas här."
      />
      <TextField label="Namn på löftet" value={name} onChange={setName} issue="Skriv vad löftet heter" />
      <SelectField
        label="Part"
        emptyLabel="Alla parter"
        value={party}
        onChange={setParty}
        options={[
          { value: 'police', label: 'Polis' },
          { value: 'municipality', label: 'Kommun' },
        ]}
      />
      <SearchField label="Sök insats" value={search} onChange={setSearch} result="12 träffar" />
      <Checkbox
        label="Extra, utöver det vanliga"
        checked={on}
        onChange={setOn}
        hint="Bara sådant som inte ändå gjorts."
      />
      <SwitchField label="Handskläge" checked={on} onChange={setOn} hint="Större knappar." />
    </Stack>
  );
}
