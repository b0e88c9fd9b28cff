import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { CloseForm } from './close-form.tsx';
import { HereList } from './here-list.tsx';
import { LockOptions } from './lock-options.tsx';
import { words } from './messages.ts';
import { useHere, useLock } from './queries.ts';
import { WipeSection } from './wipe-section.tsx';

/** Skydd på enheten: what is here, whether it is closed, and the way to take it away (guard P14, T21). */
export function ProtectionPage() {
  const t = useWords(words);
  const { data: here } = useHere();
  const { data: lock } = useLock();
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader
        eyebrow={<Link to={paths.settings()}>{t('back')}</Link>}
        title={t('title')}
        lead={<p>{t('lead')}</p>}
      />
      {here && (
        <Section title={t('hereTitle')}>
          <HereList here={here} />
        </Section>
      )}
      {lock !== undefined && (
        <Section title={t('closedTitle')}>{lock === null ? <CloseForm /> : <LockOptions lock={lock} />}</Section>
      )}
      {here && lock !== undefined && <WipeSection here={here} isClosed={lock !== null} />}
    </>
  );
}
