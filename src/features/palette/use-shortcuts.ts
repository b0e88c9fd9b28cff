import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSettings } from '#features/use-settings.ts';

const pageByKey: Readonly<Record<string, () => string>> = {
  l: paths.logging,
  i: paths.logs,
  o: paths.overview,
  '?': paths.help,
};

/**
 * Ctrl/Cmd + K, and the single keys for those who have switched them on. Part of the frame and not of the palette, which
 * comes later over the network: a key pressed at once is heard.
 */
export function useShortcuts(openPalette: () => void): void {
  const navigate = useNavigate();
  const { singleKeys } = useSettings().settings;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = readKey(event, singleKeys);
      if (command === undefined) return;
      event.preventDefault();
      if (command === 'palette') openPalette();
      else navigate(command());
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [singleKeys, navigate, openPalette]);
}

/** What a key asks for: the palette, a page, or nothing of ours. */
function readKey(event: KeyboardEvent, singleKeys: boolean): 'palette' | (() => string) | undefined {
  const key = event.key.toLowerCase();
  const withControl = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  if (withControl) return key === 'k' ? 'palette' : undefined;
  if (!singleKeys || isTyping(event.target)) return undefined;
  return key === '/' ? 'palette' : pageByKey[key];
}

/** A letter typed into a field is a letter. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null);
