import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { AutomaticSection } from './automatic-section.tsx';
import { words } from './messages.ts';
import { RestoreSection } from './restore-section.tsx';
import { SaveSection } from './save-section.tsx';
import { TrialSection } from './trial-section.tsx';

/** Säkerhetskopia: everything in a file, back again from one, and the proof that it can be brought back. */
export function BackupPage() {
  const t = useWords(words);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHeader
        eyebrow={<Link to={paths.storage()}>{t('back')}</Link>}
        title={t('title')}
        lead={<p>{t('lead')}</p>}
      />
      <SaveSection />
      <RestoreSection />
      <TrialSection />
      <AutomaticSection />
    </>
  );
}
