import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { readStatus } from '#sync/read-status.ts';
import { LinkList } from '#ui/link-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** The way to sharing, where the app came from a server that shares. Everybody else sees nothing of it. */
export function SharingSettings() {
  const t = useWords(words);
  const { data: backend } = useQuery({
    queryKey: ['server', 'status'],
    queryFn: async () => (await readStatus(fetch))?.backend ?? null,
    staleTime: 0,
  });
  const isShared = useSharingStatus() !== 'alone';
  if (backend !== 'shared' && !isShared) return null;
  return (
    <Section title={t('sharingTitle')}>
      <LinkList
        items={[
          {
            key: 'account',
            link: <Link to={paths.account()}>{t(isShared ? 'account' : 'sharing')}</Link>,
            text: t('sharingText'),
          },
        ]}
      />
    </Section>
  );
}
