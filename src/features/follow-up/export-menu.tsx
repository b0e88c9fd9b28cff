import { useState } from 'react';
import type { Report } from '#domain/report/report.ts';
import { useLanguage } from '#features/use-language.ts';
import { downloadFile } from '#ui/download-file.ts';
import { Menu } from '#ui/menu.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { exportWords } from './export-messages.ts';
import { type ReportFormat, writeReportFile } from './export-report.ts';
import { toMemo, useReport } from './queries.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import { usePrinting } from './use-printing.ts';

/** The report as a file: the same figures, whoever reads them. */
export function ExportMenu({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(exportWords);
  const language = useLanguage();
  const report = useReport(records);
  const print = usePrinting(records);
  const [state, setState] = useState<'resting' | 'working' | 'failed'>('resting');
  const save = async (format: ReportFormat, content: Report) => {
    setState('working');
    try {
      const file = await writeReportFile(content, format);
      downloadFile(toFileName(content, records, format), file);
      setState('resting');
    } catch {
      // Whatever a writer met, the report itself is unharmed, and the way out is the same.
      setState('failed');
    }
  };
  const item = (format: ReportFormat, label: string) => ({
    id: format,
    label,
    onSelect: () => void save(format, report),
  });
  return (
    <Stack gap="tight">
      <Menu
        kind="primary"
        align="end"
        label={t('export')}
        icon={<ToolIcon name="download" />}
        items={[
          item('docx', t('word')),
          item('xlsx', t('excel')),
          item('pptx', t('powerpoint')),
          { id: 'memo', label: t('memo'), onSelect: () => void save('docx', toMemo(records, language)) },
          { id: 'print', label: t('print'), onSelect: print },
        ]}
      />
      {state === 'working' && <p role="status">{t('exporting')}</p>}
      {state === 'failed' && (
        <Notice kind="fail" announce="alert">
          {t('exportFailed')}
        </Notice>
      )}
    </Stack>
  );
}

const toFileName = (report: Report, { asOf }: FollowUpRecords, format: ReportFormat): string => {
  const name = report.title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `${name.slice(0, 80)}-${asOf}.${format}`;
};
