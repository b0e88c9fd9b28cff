import { useState } from 'react';
import type { PublishedPage } from '#domain/public-page/public-version.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { describePublicFinding } from '#domain/wording/public-finding.ts';
import type { Act } from '#features/act.ts';
import { ActForm } from '#features/act-form.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import { downloadPublicFile, publicFileKinds, toPublicAddress } from './download-page.ts';
import { words } from './messages.ts';
import styles from './public-page.module.css';
import { withdrawPage } from './publish-page.ts';

interface ShownVersionProps {
  readonly promise: CitizenPromise;
  readonly page: PublishedPage;
  readonly publicationId: string;
  readonly userId: string | undefined;
  readonly onDone: (what: 'withdrawn') => void;
}

/** What residents can read now: where, as which files, and how it is taken away. */
export function ShownVersion({ promise, page, publicationId, userId, onDone }: ShownVersionProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { facts } = page;
  const address = toPublicAddress(facts, location.origin);
  const frame = `<iframe src="${address}" title="${t('shown')}" width="100%" height="800"></iframe>`;
  return (
    <Stack>
      <p>{t('shownText', { number: facts.number, day: formatDateWithYear(facts.publishedOn, language) })}</p>
      {userId !== undefined && (
        <DefinitionList
          items={[
            {
              key: 'address',
              term: t('address'),
              value: (
                <a className={styles.address} href={address}>
                  {address}
                </a>
              ),
            },
            { key: 'embed', term: t('embed'), value: <code className={styles.address}>{frame}</code> },
          ]}
        />
      )}
      <Cluster>
        {publicFileKinds.map((kind) => (
          <Button key={kind} onClick={() => downloadPublicFile(kind, page)}>
            {t(kind)}
          </Button>
        ))}
      </Cluster>
      <div>
        <Button onClick={() => setOpen(true)}>{t('withdraw')}</Button>
      </div>
      {isOpen && (
        <WithdrawDialog
          promise={promise}
          publicationId={publicationId}
          userId={userId}
          onClose={() => setOpen(false)}
          onDone={() => onDone('withdrawn')}
        />
      )}
    </Stack>
  );
}

interface WithdrawDialogProps extends Omit<ShownVersionProps, 'page' | 'onDone'> {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function WithdrawDialog({ promise, publicationId, userId, onClose, onDone }: WithdrawDialogProps) {
  const t = useWords(words);
  const services = useServices();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const issue = describePublicFinding(reason, services.clock.today(), language);
  const withdraw = async ({ profile }: Act) => {
    const outcome = await withdrawPage(services, publicationId, { reason, profile, userId });
    if (outcome.kind === 'refused') return t(outcome.reason);
    onDone();
    return undefined;
  };
  return (
    <Dialog open onClose={onClose} title={t('withdraw')}>
      <Stack>
        <p>{t('withdrawHint')}</p>
        <TextArea label={t('withdrawReason')} value={reason} issue={issue} limit={400} onChange={setReason} />
        <ActForm promise={promise} label={t('withdrawDo')} userId={userId} partyIndex={0} onAct={withdraw} />
      </Stack>
    </Dialog>
  );
}
