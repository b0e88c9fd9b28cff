import { useNavigate } from 'react-router';
import { LazyCommandPalette } from '#ui/lazy-command-palette.tsx';
import { useWords } from '#ui/words.ts';
import { listCommands } from './list-commands.ts';
import { words } from './messages.ts';
import { useDestinations } from './queries.ts';

interface CommandPaletteHostProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The way to anything by parts of its name. */
export function CommandPaletteHost({ open, onClose }: CommandPaletteHostProps) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { data: destinations = [] } = useDestinations(open);
  return <LazyCommandPalette open={open} onClose={onClose} items={listCommands(destinations, t, navigate)} />;
}
