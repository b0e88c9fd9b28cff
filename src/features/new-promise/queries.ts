import { useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readPromises } from '#storage/promises.ts';

/** Every promise on the device, the latest first. */
export function usePromises() {
  const { db } = useServices();
  return useQuery({ queryKey: ['promises'], queryFn: () => readPromises(db) });
}
