import { useState } from 'react';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { AccessReportTables } from './access-report-tables.tsx';
import { LogTroubleNotice } from './log-trouble-notice.tsx';
import { listQuarters } from './quarters.ts';
import { findTrouble, toMoment, useAccessReport } from './queries.ts';
import { reportWords } from './report-messages.ts';

/** Two years: the log is kept for one as a rule. */
const quartersToChoose = 8;

/** Who had access to how much in a quarter (guard T30), on the screen, on paper and as a file. */
export function AccessReport() {
  const t = useWords(reportWords);
  const language = useLanguage();
  const { clock } = useServices();
  const today = clock.today();
  const quarters = listQuarters(today, quartersToChoose);
  const [key, setKey] = useState(quarters[0]?.key ?? '');
  const quarter = quarters.find((one) => one.key === key) ?? quarters[0];
  const report = useAccessReport(quarter?.from ?? today, quarter?.to ?? today);
  const trouble = findTrouble(report.error);
  if (quarter === undefined) return null;
  const toName = ({ number, year }: typeof quarter) => t('quarterName', { number, year: String(year) });
  const format = (day: string) => formatDateWithYear(day, language);
  const span = { name: toName(quarter), days: formatPeriod(quarter, language), day: format(today) };
  return (
    <Section title={t('title')}>
      <Stack gap="loose">
        <Stack readable>
          <p>{t('lead')}</p>
          <div data-screen-only>
            <SelectField
              label={t('quarter')}
              value={quarter.key}
              onChange={setKey}
              options={quarters.map((one) => ({ value: one.key, label: toName(one) }))}
            />
          </div>
        </Stack>
        {trouble && <LogTroubleNotice trouble={trouble} onRetry={() => void report.refetch()} />}
        {report.isPending && <Skeleton lines={6} />}
        {report.data && (
          <>
            <Stack readable>
              <p>{t('span', span)}</p>
              {quarter.to >= today && <Notice kind="info">{t('running')}</Notice>}
              {report.data.since > toMoment(quarter.from) && (
                <Notice kind="info">{t('since', { day: format(toStockholmDay(report.data.since)) })}</Notice>
              )}
            </Stack>
            <AccessReportTables report={report.data} quarter={quarter} />
            <Stack readable>
              <p>{t('rules')}</p>
            </Stack>
          </>
        )}
      </Stack>
    </Section>
  );
}
