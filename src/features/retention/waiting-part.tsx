import { useState } from 'react';
import type { DisposalOrder } from '#domain/records/retention.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Act } from '#features/act.ts';
import { ActForm } from '#features/act-form.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { ReadBack } from './archive-part.tsx';
import { approveDisposal, type Done, takeBackDisposal } from './dispose.ts';
import { words } from './messages.ts';
import { CountTable } from './preview-part.tsx';
import type { RetentionDesk } from './queries.ts';

interface WaitingPartProps {
  readonly desk: RetentionDesk;
  readonly order: DisposalOrder;
  readonly onDone: (done: Done) => void;
}

/** A disposal that somebody prepared: another person reads the same package, writes the name, and approves. */
export function WaitingPart({ desk, order, onDone }: WaitingPartProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const { prepared, decision } = order;
  const takeBack = async () => {
    const outcome = await takeBackDisposal(services, desk);
    if (outcome.kind === 'refused') setRefusal(t(outcome.reason));
    else onDone({ kind: 'takenBack' });
  };
  return (
    <Section
      id="godkann"
      title={t('approve')}
      actions={<Button onClick={() => takeBack().catch(setFault)}>{t('takeBack')}</Button>}
    >
      <Stack readable>
        <div role="status">{refusal && <Notice kind="fail">{refusal}</Notice>}</div>
        <p>
          {t('preparedBy', { function: prepared.function, day: formatDateWithYear(prepared.on, language), decision })}
        </p>
        <CountTable counts={order.counts} />
        {prepared.profileId === desk.userId ? (
          <p>{t('same-person')}</p>
        ) : (
          <Approving desk={desk} order={order} onDone={onDone} />
        )}
      </Stack>
    </Section>
  );
}

/** The second person's part. */
function Approving({ desk, order, onDone }: WaitingPartProps) {
  const t = useWords(words);
  const services = useServices();
  const [archive, setArchive] = useState<string>();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { title } = desk.promise;
  const approve = async (act: Act) => {
    const isTyped = typed.trim() === title.trim();
    setWrong(!isTyped);
    if (!isTyped) return t('typeTitleIssue');
    const outcome = await approveDisposal(services, desk.promise.id, order, act);
    if (outcome.kind === 'refused') return t(outcome.reason);
    onDone(outcome.kind === 'erased' ? outcome : { kind: 'ordered' });
    return undefined;
  };
  return (
    <>
      <p>{t('approveHint')}</p>
      <ReadBack desk={desk} expected={order.archive} onChecked={setArchive} />
      {archive === undefined ? (
        <p>{t('archiveNeeded')}</p>
      ) : (
        <>
          <TextField
            label={t('typeTitle')}
            hint={t('typeTitleHint', { title })}
            issue={isWrong ? t('typeTitleIssue') : undefined}
            value={typed}
            onChange={setTyped}
          />
          <ActForm
            promise={desk.promise}
            userId={desk.userId}
            label={t(desk.userId === undefined ? 'eraseNow' : 'orderNow')}
            partyIndex={1}
            usedProfileId={order.prepared.profileId}
            onAct={approve}
          />
        </>
      )}
    </>
  );
}
