import { useLocation, useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useForgetSession } from './queries.ts';

interface EntryState {
  readonly returnTo?: string;
  readonly isJustSignedIn?: boolean;
}

/** What the page that led here left behind. It comes from the browser's history, so nothing is taken for granted. */
export function useEntryState(): EntryState {
  const { state } = useLocation();
  if (typeof state !== 'object' || state === null) return {};
  const { returnTo, isJustSignedIn } = state as Record<string, unknown>;
  return {
    // An address of ours and of nobody else: `//` would be another host.
    ...(typeof returnTo === 'string' && /^\/(?!\/)/.test(returnTo) && { returnTo }),
    ...(isJustSignedIn === true && { isJustSignedIn }),
  };
}

/** Goes on after somebody has come in: to where they were going, else to their account. Nothing leads back to a used link. */
export function useEntering(): () => Promise<void> {
  const navigate = useNavigate();
  const forgetSession = useForgetSession();
  const { returnTo } = useEntryState();
  return async () => {
    await forgetSession();
    await navigate(returnTo ?? paths.account(), { replace: true, state: { isJustSignedIn: true } });
  };
}
