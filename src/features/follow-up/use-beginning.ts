import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlannedFollowUp } from '#domain/follow-up/plan-follow-ups.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { startFollowUp } from './change-follow-up.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

/** Begins a planned follow-up and goes there. A fault of the storage is the page's. */
export function useBeginning({
  overview,
}: FollowUpRecords): (planned: PlannedFollowUp, part?: string) => Promise<void> {
  const services = useServices();
  const navigate = useNavigate();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  return async (planned, part) => {
    try {
      const id = await startFollowUp(services, overview.promise.id, planned);
      await navigate(paths.followUp(id, part), { replace: part !== undefined });
    } catch (error) {
      setFault(error);
    }
  };
}
