import { type FormEvent, useState } from 'react';
import { formatDayOf } from '#domain/wording/instants.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { GiveWish } from './prepare-handover.ts';
import type { HandoverGround } from './queries.ts';

interface GiveFormProps {
  readonly ground: HandoverGround;
  /** Titles of promises that cannot be handed over. */
  readonly refused: readonly string[] | undefined;
  readonly onPrepare: (wish: GiveWish) => Promise<void>;
}

export function GiveForm({ ground, refused, onPrepare }: GiveFormProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [chosen, setChosen] = useState(() => new Set(ground.promises.map(({ id }) => id)));
  const [deviceName, setDeviceName] = useState(ground.device?.name ?? '');
  const [receiver, setReceiver] = useState('');
  const [extent, setExtent] = useState<'all' | 'since'>('all');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const former = ground.partners[receiver.trim()];
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.size === 0 || deviceName.trim() === '' || receiver.trim() === '') return;
    setBusy(true);
    try {
      await onPrepare({
        promiseIds: [...chosen],
        deviceName: deviceName.trim(),
        receiver: receiver.trim(),
        extent: former ? extent : 'all',
      });
    } finally {
      setBusy(false);
    }
  };
  const issueOf = (text: string) => (isTried && text.trim() === '' ? t('required') : undefined);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack readable gap="loose">
        <fieldset>
          <legend>{t('whichPromises')}</legend>
          {ground.promises.map(({ id, title }) => (
            <Checkbox key={id} label={title} checked={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)} />
          ))}
          {isTried && chosen.size === 0 && (
            <Notice kind="fail" announce="alert">
              {t('chooseOne')}
            </Notice>
          )}
        </fieldset>
        <TextField
          label={t('deviceName')}
          hint={t('deviceNameHint')}
          maxLength={40}
          value={deviceName}
          onChange={setDeviceName}
          issue={issueOf(deviceName)}
        />
        <TextField
          label={t('receiver')}
          hint={t('receiverHint')}
          maxLength={40}
          list="handover-partners"
          value={receiver}
          onChange={setReceiver}
          issue={issueOf(receiver)}
        />
        <datalist id="handover-partners">
          {Object.keys(ground.partners).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {former && (
          <RadioCards
            label={t('extent')}
            value={extent}
            onChange={setExtent}
            options={[
              { value: 'all', title: t('all'), detail: t('allDetail') },
              {
                value: 'since',
                title: t('since'),
                detail: t('sinceDetail', { when: formatDayOf(former.at, language) }),
              },
            ]}
          />
        )}
        {refused && (
          <Notice kind="fail" announce="alert">
            {t('notWhole', { titles: refused.join(', ') })}
          </Notice>
        )}
        <div>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('prepare')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
