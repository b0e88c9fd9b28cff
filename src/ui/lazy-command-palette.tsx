import { lazy, Suspense, useState } from 'react';
import type { CommandPaletteProps } from './command-palette-props.ts';

const LoadedPalette = lazy(() =>
  import('./command-palette.tsx').then((loaded) => ({ default: loaded.CommandPalette })),
);

/** Loaded when it is first opened, and kept then: a dialog that is closed gives focus back, one that is removed does not. */
export function LazyCommandPalette(props: CommandPaletteProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <LoadedPalette {...props} />
    </Suspense>
  );
}
