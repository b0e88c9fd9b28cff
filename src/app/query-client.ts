import { QueryClient } from '@tanstack/react-query';

/** Queries read the device's own database: no network to wait for, nothing that goes stale by itself, no retry. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
