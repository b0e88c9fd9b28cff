import { Checkbox } from '#ui/checkbox.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface SharedDeviceFieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Whether others use the device. Ticked from the start: the mistake in the other direction is the worse one. */
export function SharedDeviceField({ checked, onChange }: SharedDeviceFieldProps) {
  const t = useWords(words);
  return <Checkbox label={t('sharedDevice')} hint={t('sharedDeviceHint')} checked={checked} onChange={onChange} />;
}
