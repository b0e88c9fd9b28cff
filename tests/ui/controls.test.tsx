import '#ui/styles.css';
import { type ReactNode, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { LazyCommandPalette } from '#ui/lazy-command-palette.tsx';
import { Menu } from '#ui/menu.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Stepper } from '#ui/stepper.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { show } from './show.tsx';

interface HeldProps<Value> {
  readonly start: Value;
  readonly children: (value: Value, change: (value: Value) => void) => ReactNode;
}

/** Holds the value that a page would hold. */
function Held<Value>({ start, children }: HeldProps<Value>) {
  const [value, change] = useState(start);
  return children(value, change);
}

describe('a number field', () => {
  const field = (start: string, whole = false) => (
    <Held start={start}>
      {(value, change) => <NumberField label="Antal" value={value} onChange={change} whole={whole} />}
    </Held>
  );

  test('keeps what was typed and asks about what can be read in two ways', async () => {
    show(field(''));
    const input = page.getByLabelText('Antal');
    await input.fill('1.234');
    await expect.element(page.getByText('Menar du')).toBeVisible();
    await expect.element(input).toHaveValue('1.234');
    await page.getByRole('button', { name: '1,234' }).click();
    await expect.element(input).toHaveValue('1,234');
    await expect.element(page.getByText('Menar du')).not.toBeInTheDocument();
  });

  test('says that a count is whole once the field is left, and not before', async () => {
    show(field('', true));
    const input = page.getByLabelText('Antal');
    await input.fill('1,5');
    await expect.element(page.getByText('Ange ett heltal')).not.toBeInTheDocument();
    await userEvent.tab();
    await expect.element(page.getByText('Ange ett heltal')).toBeVisible();
    await expect.element(input).toHaveAttribute('aria-invalid', 'true');
    await expect.element(input).toHaveAccessibleDescription('Ange ett heltal');
  });
});

describe('a stepper', () => {
  test('counts by its buttons and by the arrow keys, and stops at its ends', async () => {
    show(
      <Held start="1">
        {(value, change) => <Stepper label="Antal" value={value} onChange={change} min={1} max={3} />}
      </Held>,
    );
    const input = page.getByLabelText('Antal', { exact: true });
    await expect.element(page.getByRole('button', { name: 'Minska Antal' })).toBeDisabled();
    await page.getByRole('button', { name: 'Öka Antal' }).click();
    await input.click();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(input).toHaveValue('3');
    await expect.element(page.getByRole('button', { name: 'Öka Antal' })).toBeDisabled();
  });

  test('has targets of 64 px on a screen of 390 px without growing past it', async () => {
    await page.viewport(390, 844);
    show(<Stepper label="Antal" value="1" onChange={() => undefined} />);
    const button = page.getByRole('button', { name: 'Öka Antal' }).element().getBoundingClientRect();
    expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(64);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

test('chips are radio buttons: arrow keys choose', async () => {
  show(
    <Held start="a">
      {(value, change) => (
        <ChoiceChips
          label="När"
          value={value}
          onChange={change}
          options={[
            { value: 'a', label: 'I dag' },
            { value: 'b', label: 'I går' },
          ]}
        />
      )}
    </Held>,
  );
  await page.getByRole('radio', { name: 'I dag' }).click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'I går' })).toBeChecked();
});

test('chips that can be several keep the order of their options', async () => {
  const seen = vi.fn();
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  show(<ToggleChips label="Plats" options={options} value={['c']} onChange={seen} />);
  await page.getByRole('checkbox', { name: 'a' }).click();
  expect(seen).toHaveBeenCalledWith(['a', 'c']);
});

describe('a text field', () => {
  test('ties hint, issue and warning to its input', async () => {
    show(<TextField label="Namn" hint="Som i texten" issue="Skriv ett namn" value="" onChange={() => undefined} />);
    await expect.element(page.getByLabelText('Namn')).toHaveAccessibleDescription('Som i texten Skriv ett namn');
  });

  test('says how many characters are left and how many are too many, and cuts nothing off', async () => {
    show(
      <Held start="">
        {(value, change) => <TextArea label="Anteckning" limit={5} value={value} onChange={change} />}
      </Held>,
    );
    await page.getByLabelText('Anteckning').fill('sju 👮👮');
    await expect.element(page.getByText('1 tecken för mycket')).toBeVisible();
    await expect.element(page.getByLabelText('Anteckning')).toHaveValue('sju 👮👮');
  });
});

test('a busy button does nothing but keeps its place in the focus order', async () => {
  const press = vi.fn();
  show(
    <Button busy onClick={press}>
      Spara
    </Button>,
  );
  const button = page.getByRole('button', { name: 'Spara' });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  expect(press).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button.element());
});

describe('a dialog', () => {
  test('tells its owner on Esc and gives focus back when closed', async () => {
    show(
      <Held start={false}>
        {(open, setOpen) => (
          <>
            <Button onClick={() => setOpen(true)}>Öppna</Button>
            <Dialog open={open} onClose={() => setOpen(false)} title="Ta bort?">
              <p>Den kan hämtas tillbaka.</p>
            </Dialog>
          </>
        )}
      </Held>,
    );
    await page.getByRole('button', { name: 'Öppna' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Ta bort?' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(document.activeElement?.textContent).toBe('Öppna');
  });
});

test('a menu opens, moves by arrow keys, closes on Esc and gives focus back', async () => {
  const chosen = vi.fn();
  show(
    <Menu
      label="Mer"
      items={[
        { id: 'a', label: 'Ändra', onSelect: chosen },
        { id: 'b', label: 'Ta bort', onSelect: () => undefined },
      ]}
    />,
  );
  await page.getByRole('button', { name: 'Mer' }).click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Ta bort');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Mer' })).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('button', { name: 'Mer' }).click();
  await page.getByRole('button', { name: 'Ändra' }).click();
  expect(chosen).toHaveBeenCalledOnce();
  expect(document.activeElement?.textContent).toBe('Mer');
});

test('the palette finds a part of a compound and goes there on Enter', async () => {
  const went = vi.fn();
  const items = [
    { id: '1', label: 'Logga insats', onSelect: () => undefined },
    { id: '2', label: 'Minskad narkotikabrottslighet', onSelect: went },
  ];
  show(
    <Held start={true}>
      {(open, setOpen) => <LazyCommandPalette open={open} onClose={() => setOpen(false)} items={items} />}
    </Held>,
  );
  await page.getByRole('combobox').fill('brott');
  await expect.element(page.getByRole('option')).toHaveTextContent('Minskad narkotikabrottslighet');
  await userEvent.keyboard('{Enter}');
  expect(went).toHaveBeenCalledOnce();
  await expect.element(page.getByRole('combobox')).not.toBeInTheDocument();
});

describe('a date field', () => {
  const field = (start: string) => (
    <Held start={start}>{(value, change) => <DateField label="Datum" value={value} onChange={change} />}</Held>
  );

  test('is typed in parts, prints the week, and answers with a plain day', async () => {
    const seen = vi.fn();
    show(<DateField label="Datum" value="2026-11-21" onChange={seen} />);
    await expect.element(page.getByText('v. 47')).toBeVisible();
    await page.getByRole('spinbutton', { name: /dag/ }).click();
    await userEvent.keyboard('05');
    expect(seen).toHaveBeenLastCalledWith('2026-11-05');
  });

  test('is Swedish with Monday first, whatever the browser speaks', async () => {
    show(field('2026-11-21'));
    await page.getByRole('button', { name: /Öppna kalender/ }).click();
    await expect.element(page.getByRole('button', { name: 'Föregående' })).toBeVisible();
    const days = [...document.querySelectorAll('th')].map((cell) => cell.textContent);
    expect(days.slice(0, 2)).toEqual(['mån', 'tis']);
    await userEvent.keyboard('{Escape}');
  });

  test('shows an old or broken value as empty instead of failing', async () => {
    show(field('i går'));
    await expect.element(page.getByRole('spinbutton', { name: /år/ })).toHaveTextContent('åååå');
  });
});
