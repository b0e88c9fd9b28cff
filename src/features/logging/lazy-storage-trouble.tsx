import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(async () => ({ default: (await import('./storage-trouble.tsx')).StorageTrouble }));

/** Words for a rare failure: they come with the rules of the form, after its first paint. */
export function LazyStorageTrouble(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
}
