import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSettings } from '#features/use-settings.ts';
import { LazyCommandPalette } from '#ui/lazy-command-palette.tsx';
import { useWords } from '#ui/words.ts';
import { listCommands } from './list-commands.ts';
import { words } from './messages.ts';
import { useDestinations } from './queries.ts';

const pageByKey: Readonly<Record<string, () => string>> = {
  l: paths.logging,
  i: paths.logs,
  o: paths.overview,
  '?': paths.help,
};

interface CommandPaletteHostProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Ctrl/Cmd + K to anything, and the single keys for those who have switched them on. */
export function CommandPaletteHost({ open, onOpenChange }: CommandPaletteHostProps) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { singleKeys } = useSettings().settings;
  const { data: destinations = [] } = useDestinations(open);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = readKey(event, singleKeys);
      if (command === undefined) return;
      event.preventDefault();
      if (command === 'palette') onOpenChange(true);
      else navigate(command());
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [singleKeys, navigate, onOpenChange]);

  return (
    <LazyCommandPalette
      open={open}
      onClose={() => onOpenChange(false)}
      items={listCommands(destinations, t, navigate)}
    />
  );
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
