import type { ReactNode } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Party } from '#domain/records/party.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { partyKindWord, promiseKindWord, promiseStatusWord, visibilityWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { describeMunicipalities } from './describe-municipalities.ts';
import { describePeriod } from './describe-period.ts';
import { isWebAddress } from './form-values.ts';
import { words } from './messages.ts';
import styles from './promises.module.css';

/** Who promises what to whom, when, and on what it rests. */
export function PromiseFacts({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  const { policeAreas, agreement, programme, registryNumber, sourceUrl, signedOn } = promise;
  const facts: readonly (readonly [key: string, term: string, value: ReactNode])[] = [
    ['parties', t('parties'), <PartyTree key="parties" parties={promise.parties} />],
    ['period', t('period'), <PeriodFacts key="period" promise={promise} />],
    ['municipalities', t('municipalities'), describeMunicipalities(promise, t)],
    ['areas', t('policeAreas'), policeAreas.map(({ name }) => name).join(', ')],
    ['signed', t('signedOn'), signedOn && formatDateWithYear(signedOn, language)],
    ['agreement', t('agreement'), agreement],
    ['programme', t('programme'), programme],
    ['status', t('status'), promiseStatusWord(promise.status, language)],
    ['kind', t('kind'), promiseKindWord(promise.kind, language)],
    ['visibility', t('visibility'), visibilityWord(promise.visibility, language)],
    ['registry', t('registryNumber'), registryNumber],
    ['source', t('source'), sourceUrl && <SourceLink key="source" url={sourceUrl} text={sourceUrl} />],
  ];
  const items = facts.flatMap(([key, term, value]) => (value ? [{ key, term, value }] : []));
  return (
    <Section id="om" title={t('about')}>
      <DefinitionList items={items} />
    </Section>
  );
}

/** Only web addresses become links: other schemes are shown as text. */
export function SourceLink({ url, text }: { readonly url: string; readonly text: string }) {
  if (!isWebAddress(url)) return <span>{text}</span>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {text}
    </a>
  );
}

function PartyTree({ parties }: { readonly parties: readonly Party[] }) {
  const isTop = ({ parentId }: Party) => !parentId || !parties.some(({ id }) => id === parentId);
  return (
    <ul className={styles.plain}>
      {parties.filter(isTop).map((party) => (
        <li key={party.id}>
          <PartyLine party={party} />
          <ul className={styles.units}>
            {parties
              .filter(({ parentId }) => parentId === party.id)
              .map((unit) => (
                <li key={unit.id}>
                  <PartyLine party={unit} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function PartyLine({ party }: { readonly party: Party }) {
  const t = useWords(words);
  const language = useLanguage();
  const kind = partyKindWord(party.kind, language);
  const notes = [
    kind.toLowerCase() === party.name.toLowerCase() ? '' : kind.toLowerCase(),
    party.signatory ? t('signs') : '',
  ];
  const note = notes.filter(Boolean).join(', ');
  return (
    <>
      {party.name} {note && <span className={styles.quiet}>{`· ${note}`}</span>}
    </>
  );
}

/** The dates, how the text says them, and what they were before they were changed in the open. */
function PeriodFacts({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  const { period, earlierPeriods = [], terms = [] } = promise;
  return (
    <>
      <p>{describePeriod(promise, language, t)}</p>
      {period.basis && <p className={styles.quiet}>{`${t('periodText')}: ”${period.basis}”`}</p>}
      {terms.map((term) => (
        <p key={term.name} className={styles.quiet}>{`${term.name}: ${formatPeriod(term, language)}`}</p>
      ))}
      {earlierPeriods.map((earlier) => (
        <p key={earlier.changedOn + earlier.reason}>
          {t('earlierPeriod', {
            period: describePeriod(
              { period: earlier.period, ...(promise.signedOn && { signedOn: promise.signedOn }) },
              language,
              t,
            ),
            day: formatDateWithYear(earlier.changedOn, language),
            reason: earlier.reason,
            decidedBy: earlier.decidedBy,
          })}
        </p>
      ))}
    </>
  );
}
