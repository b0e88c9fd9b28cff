import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { appendSupplements } from '#domain/follow-up/supplements.ts';
import type { ReportInput } from '#domain/report/report-input.ts';
import { writeMemo } from '#domain/report/write-memo.ts';
import { writeReport } from '#domain/report/write-report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { overviewTables } from '#storage/overview.ts';
import { type FollowUpRecords, readFollowUpRecords } from './read-follow-up.ts';

const tables = [...overviewTables, 'progressLogs', 'followUps', 'reportParts', 'feedback', 'outbox', 'meta'] as const;

/** A follow-up with all that it rests on, live. Null when there is none. */
export function useFollowUp(promiseId: string, followUpId: string | undefined) {
  const { db, clock } = useServices();
  const today = clock.today();
  return useQuery({
    queryKey: ['followUps', 'page', promiseId, followUpId, today],
    queryFn: () => readFollowUpRecords(db, { promiseId, followUpId, today }),
    placeholderData: keepPreviousData,
    meta: { tables },
  });
}

/** Which promise a follow-up belongs to, when only its own address is known. */
export function useFollowUpPromise(followUpId: string | undefined) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['followUps', 'promise', followUpId],
    queryFn: async () => (await db.followUps.get(followUpId ?? ''))?.promiseId ?? null,
    enabled: followUpId !== undefined,
  });
}

/** The report as it stands: what was frozen, with what was added to it, else written from the records of this moment. */
export function useReport(records: FollowUpRecords) {
  const language = useLanguage();
  const { frozen, followUp, overview } = records;
  return frozen ? appendSupplements(frozen.report, followUp, overview.promise) : toReport(records, language);
}

export const toReport = (records: FollowUpRecords, language: Language) => writeReport(toInput(records, language));

/** The memo that takes the report to a board. In: the records. Out: a draft, on what was frozen once something is. */
export const toMemo = (records: FollowUpRecords, language: Language) =>
  writeMemo(toInput(records, language), records.frozen?.report);

const toInput = (
  { overview, followUp, goals, work, feedback, former, asOf }: FollowUpRecords,
  language: Language,
): ReportInput => ({ ...overview, followUp, goals, work, feedback, former, asOf, language });
