import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link, type Location, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useShortcuts } from '#features/palette/use-shortcuts.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { AppFrame, type NavItem } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { PromiseSwitcher } from './promise-switcher.tsx';
import { findRecovery } from './recovery-kind.ts';
import { useTrouble } from './trouble-context.ts';

const CommandPaletteHost = lazy(async () => ({
  default: (await import('#features/palette/command-palette-host.tsx')).CommandPaletteHost,
}));

// Whoever uses the app alone loads nothing of it.
const SyncPill = lazy(async () => ({ default: (await import('#features/sync-status/sync-pill.tsx')).SyncPill }));

const LockedDevice = lazy(async () => ({
  default: (await import('#features/sync-status/locked-device.tsx')).LockedDevice,
}));

interface Notices {
  readonly default: () => ReactNode;
}

// Fetched once the first page stands: there is nothing to say before.
const FrameNotices = lazy(() =>
  import('./frame-notices.tsx').then(
    (loaded): Notices => ({ default: loaded.FrameNotices }),
    () => ({ default: () => null }),
  ),
);

// Most people never see it.
const RecoveryPage = lazy(async () => ({ default: (await import('./recovery-page.tsx')).RecoveryPage }));

/** A page that is loaded whole has no key of its own: it would begin where the one loaded before it in this tab was left. */
const toScrollKey = ({ key, pathname }: Location): string => (key === 'default' ? pathname : key);

/** The frame round every page: where one can go, which promise it is about, and what the app has to say for itself. */
export function Frame() {
  const t = useWords(words);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const openPalette = useCallback(() => setIsPaletteOpen(true), []);
  const isLocked = useIsLocked(pathname);
  const recovery = findRecovery(useTrouble(), pathname);
  useFocusOnNewPage(main, pathname);
  useShortcuts(openPalette);

  const item = (href: string, label: string, icon: IconName): NavItem => ({
    id: href,
    href,
    label,
    icon: <Icon name={icon} />,
    current: pathname === href || pathname.startsWith(`${href}/`),
  });
  const everyday = [
    item(paths.logging(), t('logging'), 'log'),
    item(paths.logs(), t('logs'), 'list'),
    item(paths.overview(), t('overview'), 'overview'),
  ];
  const rail = [
    ...everyday,
    item(paths.promises(), t('promises'), 'promise'),
    item(paths.calendar(), t('calendar'), 'calendar'),
    item(paths.settings(), t('settings'), 'settings'),
    item(paths.help(), t('help'), 'help'),
  ];
  const beyond = [
    paths.promises(),
    paths.calendar(),
    paths.settings(),
    paths.help(),
    paths.accessibility(),
    paths.about(),
  ];
  const more = item(paths.more(), t('more'), 'more');
  const bar = [...everyday, { ...more, current: more.current || beyond.some((path) => pathname.startsWith(path)) }];

  return (
    <AppFrame
      productName={<Link to={paths.overview()}>{t('appName')}</Link>}
      rail={rail}
      bar={bar}
      renderLink={({ href, ...look }) => <Link to={href} {...look} />}
      railFoot={
        <Button kind="quiet" icon={<Icon name="search" />} aria-keyshortcuts="Control+K Meta+K" onClick={openPalette}>
          {t('search')}
        </Button>
      }
      header={<FrameHeader />}
      mainRef={main}
    >
      <Suspense>
        <FrameNotices />
      </Suspense>
      <Suspense>
        {recovery && <RecoveryPage kind={recovery} />}
        {!recovery && isLocked && <LockedDevice />}
      </Suspense>
      {!recovery && !isLocked && <Outlet />}
      <ScrollRestoration getKey={toScrollKey} />
      <Suspense>
        <CommandPaletteHost open={isPaletteOpen} onClose={() => setIsPaletteOpen(false)} />
      </Suspense>
    </AppFrame>
  );
}

/** Whether the page may not be shown: the way to sign in always may. */
function useIsLocked(pathname: string): boolean {
  const { sharing } = useServices();
  const isLocked = useSyncExternalStore(sharing.subscribe, sharing.isLocked);
  return isLocked && !pathsOfSignIn.includes(pathname);
}

/** Also where a provider and a link to a new password lead: their schemas stay out of the first load. */
const pathsOfSignIn: readonly string[] = [paths.signIn(), '/inloggad', '/nytt-losenord'];

/** Which promise the page is about and, where a server is joined, how sharing stands. */
function FrameHeader() {
  const { sharing } = useServices();
  const { pathname } = useLocation();
  const status = useSharingStatus();
  const isOut = status === 'signed-out' || status === 'other-person';
  const lastPath = useRef(pathname);
  // Each new page is a chance that somebody has signed in; the status alone must not ask again, or it asks for ever.
  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    if (isOut) sharing.exchangeNow();
  }, [isOut, pathname, sharing]);
  return (
    <>
      <PromiseSwitcher />
      <Suspense>{status !== 'alone' && <SyncPill />}</Suspense>
    </>
  );
}

/** After a change of page the focus is at its start, so that keyboard and screen reader begin where the eye does. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>, pathname: string) {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [main, pathname]);
}
