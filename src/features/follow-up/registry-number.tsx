import { useState } from 'react';
import { useServices } from '#features/services.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { saveRegistryNumber } from './change-follow-up.ts';
import { words } from './messages.ts';
import type { Change } from './use-change.ts';

interface RegistryNumberProps {
  readonly row: Row<'followUps'>;
  readonly change: Change;
}

/** The number under which the follow-up is registered; often known long after it is frozen, and no part of what is. */
export function RegistryNumber({ row, change }: RegistryNumberProps) {
  const t = useWords(words);
  const services = useServices();
  const [typed, setTyped] = useState(row.registryNumber ?? '');
  const isChanged = typed.trim() !== (row.registryNumber ?? '');
  return (
    <Cluster align="end">
      <TextField label={t('registryNumber')} value={typed} onChange={setTyped} maxLength={60} />
      {isChanged && <Button onClick={() => change(saveRegistryNumber(services, row, typed))}>{t('save')}</Button>}
    </Cluster>
  );
}
