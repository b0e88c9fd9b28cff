import type { Report } from '#domain/report/report.ts';

export type ReportFormat = 'docx' | 'xlsx' | 'pptx';

/** What each writer makes; it is loaded when somebody asks for such a file. */
const writers: Readonly<Record<ReportFormat, (report: Report) => Promise<BlobPart>>> = {
  docx: async (report) => (await import('#documents/word-report.ts')).writeWordReport(report),
  xlsx: async (report) => (await import('#documents/excel-report.ts')).writeExcelReport(report),
  pptx: async (report) => (await import('#documents/power-point-report.ts')).writePowerPointReport(report),
};

const types: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** In: a report. Out: the same as a file of that kind. */
export const writeReportFile = async (report: Report, format: ReportFormat): Promise<Blob> =>
  new Blob([await writers[format](report)], { type: types[format] });
