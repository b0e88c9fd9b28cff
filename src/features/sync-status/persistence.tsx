import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askToPersist } from '#storage/device-storage.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { type DeviceKind, deviceKinds, findDeviceKind, isInstalled } from './persistence-device.ts';
import { persistenceWords } from './persistence-messages.ts';
import { usePersistence } from './queries.ts';
import { StorageHealth } from './storage-health.tsx';

/** Whether the browser may clear the data, what to do about it on this device, and what there is elsewhere. */
export function Persistence() {
  const t = useWords(persistenceWords);
  const queryClient = useQueryClient();
  const { data: persistence } = usePersistence();
  const ask = useMutation({
    mutationFn: askToPersist,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['device', 'persistence'] }),
  });
  const own = findDeviceKind(navigator);
  const isHere = isInstalled();
  return (
    <Section title={t('title')}>
      <Stack>
        {persistence && <p>{t(persistence)}</p>}
        {own === 'iphone' && !isHere && <p>{t('iphoneSeven')}</p>}
        {isHere && <p>{t('installed')}</p>}
        {persistence === 'may-be-cleared' && (
          <div>
            <Button busy={ask.isPending} onClick={() => ask.mutate()}>
              {t('ask')}
            </Button>
          </div>
        )}
        <p role="status">{ask.data === 'may-be-cleared' && t('denied')}</p>
        <StorageHealth />
        {!isHere && (
          <div>
            <p>
              <strong>{`${t('stepsTitle')}: ${t(own)}`}</strong>
            </p>
            <Steps kind={own} />
          </div>
        )}
        <Disclosure summary={t('otherTitle')}>
          {deviceKinds
            .filter((kind) => kind !== own)
            .map((kind) => (
              <div key={kind}>
                <p>{t(kind)}</p>
                <Steps kind={kind} />
              </div>
            ))}
        </Disclosure>
        <p>{t('private')}</p>
      </Stack>
    </Section>
  );
}

const steps = {
  iphone: ['iphone1', 'iphone2', 'iphone3'],
  android: ['android1', 'android2'],
  computer: ['computer1', 'computer2'],
} as const;

function Steps({ kind }: { readonly kind: DeviceKind }) {
  const t = useWords(persistenceWords);
  return (
    <ol>
      {steps[kind].map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ol>
  );
}
