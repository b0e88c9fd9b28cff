import { toFigureDay } from '#domain/follow-up/follow-up-steps.ts';
import { isFollowUpSealed } from '#domain/follow-up/frozen-report.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { freezeFollowUp, thawFollowUp } from './change-follow-up.ts';
import { toChecks } from './closing-checks.tsx';
import { words } from './messages.ts';
import { toReport } from './queries.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import type { Change } from './use-change.ts';

interface FreezeStepProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
  readonly change: Change;
  /** A reader sees where it stands and does nothing about it. */
  readonly mayDecide: boolean;
}

/** Freezes the report as it stands, once nothing that it must have is missing; until everybody has signed it can be undone. */
export function FreezeStep({ records, row, change, mayDecide }: FreezeStepProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const when = useWhen({ exact: true });
  const { snapshot } = row;
  if (snapshot) {
    const time = when(snapshot.takenAt);
    return (
      <Stack>
        <p>{t('frozenAt', { time, day: formatDateWithYear(toFigureDay(snapshot.asOf, row.period.to), language) })}</p>
        {mayDecide && !isFollowUpSealed(records.overview.promise, row) && (
          <Stack gap="tight">
            <div>
              <Button onClick={() => change(thawFollowUp(services, row))}>{t('thaw')}</Button>
            </div>
            {row.signOffs.length > 0 && <p>{t('thawText')}</p>}
          </Stack>
        )}
      </Stack>
    );
  }
  if (row.state !== 'assessing') return <p>{t('freezeLater')}</p>;
  const open = toChecks(records).filter(({ holds, weight }) => !holds && weight === 'must');
  // What is frozen is what the parties decide on: it says so, not where the work stood that day.
  const freeze = () => {
    const report = toReport({ ...records, followUp: { ...records.followUp, state: 'decided' } }, language);
    return change(freezeFollowUp(services, row, report, records.asOf));
  };
  return (
    <Stack>
      <p>{t('freezeText')}</p>
      {open.length > 0 && (
        <div>
          <p>{t('freezeOpen')}</p>
          <ul>
            {open.map(({ key, count }) => (
              <li key={key}>
                {t(key)} ({t('left', { count })})
              </li>
            ))}
          </ul>
        </div>
      )}
      {open.length === 0 && mayDecide && (
        <div>
          <Button kind="primary" onClick={() => void freeze()}>
            {t('freeze')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
