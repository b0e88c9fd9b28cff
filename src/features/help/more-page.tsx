import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { LinkList } from '#ui/link-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** The phone's fourth tab: everything that is not logging, the list of actions or the overview. */
export function MorePage() {
  const t = useWords(words);
  const isShared = useSharingStatus() !== 'alone';
  const places = [
    { to: paths.promises(), title: t('promises'), text: t('promisesText') },
    { to: paths.followUps(), title: t('followUp'), text: t('followUpText') },
    { to: paths.calendar(), title: t('calendar'), text: t('calendarText') },
    { to: paths.settings(), title: t('settings'), text: t('settingsText') },
    ...(isShared ? [{ to: paths.account(), title: t('account'), text: t('accountText') }] : []),
    { to: paths.storage(), title: t('storage'), text: t('storageText') },
    { to: paths.handover(), title: t('handover'), text: t('handoverText') },
    { to: paths.disclosure(), title: t('disclosure'), text: t('disclosureText') },
    { to: paths.help(), title: t('help'), text: t('helpText') },
    { to: paths.accessibility(), title: t('accessibility'), text: t('accessibilityText') },
    { to: paths.about(), title: t('about'), text: t('aboutText') },
  ];
  return (
    <>
      <title>{`${t('moreTitle')} · ${t('appName')}`}</title>
      <PageHeader title={t('moreTitle')} />
      <LinkList items={places.map(({ to, title, text }) => ({ key: to, link: <Link to={to}>{title}</Link>, text }))} />
    </>
  );
}
