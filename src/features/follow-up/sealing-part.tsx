import { Link } from 'react-router';
import { isFollowUpSealed } from '#domain/follow-up/frozen-report.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { BeginNotice } from './begin-notice.tsx';
import { moveFollowUp } from './change-follow-up.ts';
import { followUpTabs } from './follow-up-tabs.ts';
import { FreezeStep } from './freeze-step.tsx';
import { FrozenReport } from './frozen-report.tsx';
import { LateWork } from './late-work.tsx';
import { words } from './messages.ts';
import { PartySignatures } from './party-signatures.tsx';
import type { FollowUpRecords } from './read-follow-up.ts';
import { RegistryNumber } from './registry-number.tsx';
import { SupplementPart } from './supplement-part.tsx';
import { type Change, useChange } from './use-change.ts';

/** From collected to sealed: each step opens when the one before it is done. */
export function SealingPart({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const { row } = records;
  if (!row) return <BeginNotice records={records} text={t('notBegun')} part={followUpTabs.sealing} />;
  return <SealingSteps records={records} row={row} />;
}

export interface SealingProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
}

function SealingSteps({ records, row }: SealingProps) {
  const t = useWords(words);
  const { change, trouble } = useChange();
  const { promise } = records.overview;
  const mayDecide = useMayDecide(promise.id);
  const isSealed = isFollowUpSealed(promise, row);
  const isCollecting = row.state === 'collecting';
  const canReview = mayDecide && !isCollecting && !row.snapshot;
  return (
    <Stack readable gap="loose">
      {isSealed && (
        <Notice kind="done" announce="status" title={t('sealedTitle')}>
          {t(row.state === 'published' ? 'publishedDone' : 'sealedDone')}
        </Notice>
      )}
      {!mayDecide && <Notice kind="calm">{t('readerOnly')}</Notice>}
      {trouble && (
        <Notice kind="fail" announce="alert">
          {trouble}
        </Notice>
      )}
      <Section title={t('collectTitle')}>
        <CollectStep row={row} change={change} mayDecide={mayDecide} />
      </Section>
      <Section title={t('reviewTitle')}>
        <p>{isCollecting ? t('reviewLater') : t('reviewText')}</p>
        <PartySignatures records={records} row={row} kind="review" canSign={canReview} change={change} />
      </Section>
      <Section title={t('freezeTitle')}>
        <FreezeStep records={records} row={row} change={change} mayDecide={mayDecide} />
      </Section>
      <Section title={t('signTitle')}>
        <p>{row.snapshot ? t('signText') : t('signLater')}</p>
        {row.snapshot && (
          <PartySignatures records={records} row={row} kind="sign" canSign={mayDecide && !isSealed} change={change} />
        )}
      </Section>
      {isSealed && <SupplementPart records={records} row={row} change={change} />}
      {row.snapshot && <FrozenReport records={records} snapshot={row.snapshot} />}
      {records.frozen && records.frozen.late.length > 0 && <LateWork records={records} late={records.frozen.late} />}
      {mayDecide && (
        <Section title={t('nextTitle')}>
          <Stack>
            <RegistryNumber key={row.registryNumber} row={row} change={change} />
            {isSealed && <AfterSeal records={records} row={row} change={change} />}
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

interface StepProps {
  readonly row: Row<'followUps'>;
  readonly change: Change;
  readonly mayDecide: boolean;
}

function CollectStep({ row, change, mayDecide }: StepProps) {
  const t = useWords(words);
  const services = useServices();
  if (row.state === 'collecting') {
    return (
      <Stack>
        <p>{t('collectText')}</p>
        {mayDecide && (
          <div>
            <Button kind="primary" onClick={() => change(moveFollowUp(services, row, 'review'))}>
              {t('toReview')}
            </Button>
          </div>
        )}
      </Stack>
    );
  }
  return (
    <Stack>
      <p>{t('collectDone')}</p>
      {mayDecide && row.state === 'review' && (
        <div>
          <Button kind="quiet" onClick={() => change(moveFollowUp(services, row, 'collecting'))}>
            {t('backToCollecting')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

/** What comes after: residents are told, and the next promise takes over what was learnt. */
function AfterSeal({ records, row, change }: SealingProps & { readonly change: Change }) {
  const t = useWords(words);
  const services = useServices();
  const { promise } = records.overview;
  return (
    <Stack>
      <div>
        <LinkButton as={Link} to={paths.publicPage(promise.id)}>
          {t('toPublicPage')}
        </LinkButton>
      </div>
      {row.state === 'decided' && (
        <div>
          <Button onClick={() => change(moveFollowUp(services, row, 'published'))}>{t('published')}</Button>
        </div>
      )}
      <div>
        <LinkButton as={Link} to={paths.nextPromise(promise.id)}>
          {t('nextPromise')}
        </LinkButton>
      </div>
    </Stack>
  );
}
