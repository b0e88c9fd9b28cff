/** Every file that the app writes, from one promise: what `exports.test.ts` and the proof look into. */
import { toCalendarFile } from '#documents/calendar-file.ts';
import { writeExcelReport } from '#documents/excel-report.ts';
import { writePowerPointReport } from '#documents/power-point-report.ts';
import { writeReportCsv } from '#documents/report-csv.ts';
import { writeWordReport } from '#documents/word-report.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { writeDcat, writePublicCsv, writePublicJson } from '#domain/public-page/write-public-data.ts';
import { writePublicFacts } from '#domain/public-page/write-public-facts.ts';
import { writePublicHtml } from '#domain/public-page/write-public-html.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ReportInput } from '#domain/report/report-input.ts';
import { writeMemo } from '#domain/report/write-memo.ts';
import { writeReport } from '#domain/report/write-report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { createSampleInput } from '#tests/domain/report/sample-report.ts';
import { publicInput } from '#tests/support/public-sample.ts';
import { overview, today } from '#tests/support/sample-overview.ts';
import { type Fidelity, fillRecord } from './fill-record.ts';

export type Fill = <T extends object>(table: TableName, record: T) => T;

/** In: the texts in turn, and how they come in. Out: what puts them into records. */
export const createFill =
  (nextText: () => string, fidelity: Fidelity): Fill =>
  (table, record) =>
    fillRecord(table, record, nextText, fidelity).record;

/** The sample year with its texts changed, as everything that is written from it. */
export async function writeEverything(fill: Fill, language: Language = 'sv') {
  const filled = {
    ...overview,
    promise: fill('promises', overview.promise),
    focusAreas: overview.focusAreas.map((record) => fill('focusAreas', record)),
    activities: overview.activities.map((record) => fill('activities', record)),
    goals: overview.goals.map((record) => fill('goals', record)),
    measurements: overview.measurements.map((record) => fill('measurements', record)),
    assessments: overview.assessments.map((record) => fill('assessments', record)),
    deviations: overview.deviations.map((record) => fill('deviations', record)),
  };
  const base = createSampleInput();
  const input: ReportInput = {
    ...base,
    ...filled,
    goals: computePromise(filled, today),
    followUp: fill('followUps', base.followUp),
    feedback: base.feedback.map((record) => fill('feedback', record)),
    language,
  };
  const report = writeReport(input);
  const facts = writePublicFacts({ ...publicInput, ...filled, goals: computePromise(filled, today) });
  const tables = report.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const days = filled.goals.map(({ id, shortName, text }) => ({
    ...{ key: id, date: today, title: shortName, description: text, isPrivate: false },
  }));
  return {
    report,
    memo: writeMemo(input),
    facts,
    html: writePublicHtml(facts, []),
    json: writePublicJson(facts, []),
    dcat: writeDcat(facts, 'https://exempelkoping.example/offentlig/a/b'),
    publicCsv: writePublicCsv(facts),
    csv: tables.map((table) => writeReportCsv(table, language)),
    calendar: toCalendarFile(filled.promise.title, days, '2026-11-21T09:00:00.000+01:00'),
    word: await writeWordReport(report),
    wordMemo: await writeWordReport(writeMemo(input)),
    excel: await writeExcelReport(report),
    slides: await writePowerPointReport(report),
  };
}
