import { lazy, Suspense } from 'react';
import type { BurnUpProps } from './burn-up-props.ts';
import { Skeleton } from './skeleton.tsx';

const LoadedBurnUp = lazy(() => import('./burn-up.tsx').then((loaded) => ({ default: loaded.BurnUp })));

/** The burn-up with its chart library, loaded when it is first shown. */
export function LazyBurnUp(props: BurnUpProps) {
  return (
    <Suspense fallback={<Skeleton figure />}>
      <LoadedBurnUp {...props} />
    </Suspense>
  );
}
