import { useState } from 'react';
import { parsePublicFacts } from '#domain/public-page/public-facts.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Act } from '#features/act.ts';
import { ActForm } from '#features/act-form.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ChangeList } from './change-list.tsx';
import { findLatestFacts } from './draft-facts.ts';
import { words } from './messages.ts';
import { PagePreview } from './page-preview.tsx';
import { approvePage, takeBack } from './publish-page.ts';
import type { PublicDesk } from './queries.ts';

interface WaitingVersionProps {
  readonly desk: PublicDesk;
  readonly waiting: Row<'publications'>;
  readonly onDone: (what: 'published' | 'takenBack') => void;
}

/** A version that somebody handed in: read as it will stand, and approved by somebody else. */
export function WaitingVersion({ desk, waiting, onDone }: WaitingVersionProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const [isRead, setRead] = useState(false);
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const facts = parsePublicFacts(waiting.content);
  const approve = async (act: Act) => {
    const outcome = await approvePage(services, waiting.id, act);
    if (outcome.kind === 'refused') return t(outcome.reason);
    onDone('published');
    return undefined;
  };
  const withdraw = async () => {
    const outcome = await takeBack(services, waiting.id);
    if (outcome.kind === 'done') onDone('takenBack');
  };
  const { function: role, on, profileId } = waiting.prepared;
  const day = formatDateWithYear(on, language);
  return (
    <>
      <Section id="vantar" title={t('waiting')}>
        <Notice kind="info" actions={<Button onClick={() => void withdraw().catch(setFault)}>{t('takeBack')}</Button>}>
          {t('waitingText', { function: role, number: waiting.number, day })}
        </Notice>
      </Section>
      {facts && (
        <>
          <Section id="forhandsvisning" title={t('preview')}>
            <PagePreview facts={facts} />
          </Section>
          <Section id="andrat" title={t('changes')}>
            <ChangeList before={findLatestFacts(desk)} after={facts} />
          </Section>
          <Section id="godkann" title={t('approveTitle')}>
            <Stack>
              <Checkbox label={t('read')} checked={isRead} onChange={setRead} />
              {isRead ? (
                <ActForm
                  promise={desk.overview.promise}
                  label={t('approve')}
                  userId={desk.userId}
                  partyIndex={1}
                  usedProfileId={desk.userId === undefined ? profileId : undefined}
                  onAct={approve}
                />
              ) : (
                <p>{t('readFirst')}</p>
              )}
            </Stack>
          </Section>
        </>
      )}
    </>
  );
}
