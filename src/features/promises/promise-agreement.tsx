import { Link } from 'react-router';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatDateWithYear, formatDay } from '#domain/wording/days.ts';
import { cadenceWord, channelKindWord } from '#domain/wording/record-words.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { nameParties } from './name-parties.ts';
import styles from './promises.module.css';
import { isSealed } from './seal-rules.ts';

interface PromisePartProps {
  readonly promise: CitizenPromise;
}

/** Who signed, by function; and how far the sealing in the app has come. */
export function PromiseSignatories({ promise }: PromisePartProps) {
  const t = useWords(words);
  return (
    <Section id="undertecknare" title={t('signatories')}>
      <Stack readable>
        {promise.signatories.length === 0 && <p className={styles.quiet}>{t('noSignatories')}</p>}
        <ul>
          {promise.signatories.map(({ role, name, partyId, acting }) => (
            <li key={`${partyId}-${role}`}>
              {[`${acting ? `${t('acting')} ` : ''}${role}`, name, nameParties(promise, [partyId])]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
        <SealFacts promise={promise} />
      </Stack>
    </Section>
  );
}

function SealFacts({ promise }: PromisePartProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { seal, parties } = promise;
  const signatures = seal?.signatures ?? [];
  const signers = parties.filter(({ signatory }) => signatory).length;
  const day = seal?.sealedOn && formatDateWithYear(seal.sealedOn, language);
  return (
    <div>
      <h3>{t('sealTitle')}</h3>
      {day && <p>{t(seal?.afterStart ? 'sealedAfterStart' : 'sealedOn', { day })}</p>}
      {!day && (
        <p>{signatures.length > 0 ? t('partlySigned', { signed: signatures.length, all: signers }) : t('notSealed')}</p>
      )}
      <ul>
        {signatures.map(({ partyId, function: role, signedOn }) => (
          <li key={partyId}>
            {t('signature', {
              party: nameParties(promise, [partyId]),
              function: role,
              day: formatDateWithYear(signedOn, language),
            })}
          </li>
        ))}
      </ul>
      {!isSealed(promise) && (
        <p data-screen-only="">
          <LinkButton as={Link} to={paths.sealPromise(promise.id)}>
            {t('seal')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** When the parties look back, and how residents and staff are told. */
export function PromisePlans({ promise }: PromisePartProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const { cadence, statement, dueDates } = promise.followUpPlan;
  const { channels } = promise.feedbackPlan;
  return (
    <>
      <Section id="uppfoljning" title={t('followUp')}>
        <Stack readable gap="tight">
          <p>{cadenceWord(cadence, language)}</p>
          {statement && <p className={styles.verbatim}>{statement}</p>}
          {dueDates.length === 0 && <p className={styles.quiet}>{t('noDueDates')}</p>}
          <ul>
            {dueDates.map((day) => (
              <li key={day}>{formatDay(day, language, clock.today())}</li>
            ))}
          </ul>
        </Stack>
      </Section>
      <Section id="aterkoppling" title={t('feedback')}>
        {channels.length === 0 && <p className={styles.quiet}>{t('noChannels')}</p>}
        <ul>
          {channels.map(({ kind, name }) => (
            <li key={`${kind}-${name}`}>
              {name} <span className={styles.quiet}>{`· ${channelKindWord(kind, language)}`}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The text as it was signed, with its misspellings, and where it was published. */
export function OriginalText({ promise }: PromisePartProps) {
  const t = useWords(words);
  return (
    <Section id="text" title={t('originalText')}>
      {promise.originalText ? (
        <blockquote className={styles.source}>{promise.originalText}</blockquote>
      ) : (
        <p className={styles.quiet}>{t('noOriginalText')}</p>
      )}
    </Section>
  );
}
