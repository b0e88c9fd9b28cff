import type { Measurement } from '#domain/records/measurement.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { formatValue } from '#domain/wording/describe-target.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { NoteDialog } from '#features/notes/note-dialog.tsx';
import { NoteArea, NoteCheck, NoteDate, NoteNumber } from '#features/notes/note-fields.tsx';
import { screenTexts } from '#features/notes/note-form.ts';
import { noteWords } from '#features/notes/note-messages.ts';
import { NoteSection } from '#features/notes/note-section.tsx';
import { saveNote } from '#features/notes/save-note.ts';
import { useNoteDesk } from '#features/notes/use-note-desk.ts';
import { useNoteForm } from '#features/notes/use-note-form.ts';
import { useWriter } from '#features/notes/use-writer.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { parseMeasurementForm, toMeasurementForm } from './measurement-form.ts';

/** The values of the goal's indicator, typed here as they come. */
export function Measurements({ view }: { readonly view: GoalView }) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const desk = useNoteDesk('measurements');
  const { goal, overview } = view.records;
  const own = overview.measurements.filter(({ goalId }) => goalId === goal.id).toReversed();
  const edited = desk.open.kind === 'edit' ? desk.open.id : undefined;
  const base = own.find(({ id }) => id === edited);
  const dayOf = ({ date, period }: Measurement) =>
    period ? formatPeriod(period, language) : formatDateWithYear(date ?? '', language);
  return (
    <NoteSection
      title={t('measurements')}
      addLabel={t('addMeasurement')}
      none={t('measurementsNone')}
      count={own.length}
      desk={desk}
      form={
        desk.open.kind !== 'closed' && (
          <MeasurementDialog key={edited} view={view} base={base} onClose={desk.close} onRemove={desk.remove} />
        )
      }
    >
      <Table
        caption={t('measurementCaption', { name: own[0]?.indicator.name ?? goal.shortName })}
        captionHidden
        columns={[
          { key: 'date', label: t('date') },
          { key: 'value', label: t('measuredValue'), numeric: true },
          { key: 'n', label: t('answers'), numeric: true },
          { key: 'note', label: t('note') },
          { key: 'edit', label: t('edit') },
        ]}
        rows={own.map((measurement) => ({
          key: measurement.id,
          cells: [
            dayOf(measurement),
            formatValue(measurement.value, measurement.indicator.unit),
            measurement.n === undefined ? '–' : formatCount(measurement.n),
            [measurement.preliminary ? t('preliminary') : '', measurement.note].filter(Boolean).join('. ') || '–',
            <span key="edit" data-screen-only>
              <Button
                kind="quiet"
                aria-label={t('editNamed', { name: dayOf(measurement) })}
                onClick={() => desk.edit(measurement.id)}
              >
                {t('edit')}
              </Button>
            </span>,
          ],
        }))}
      />
    </NoteSection>
  );
}

interface MeasurementDialogProps {
  readonly view: GoalView;
  readonly base: Row<'measurements'> | undefined;
  readonly onClose: () => void;
  readonly onRemove: (id: string) => Promise<void>;
}

function MeasurementDialog({ view, base, onClose, onRemove }: MeasurementDialogProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const services = useServices();
  const { goal, overview } = view.records;
  const { target } = view.progress;
  const writer = useWriter(overview.promise);
  const draftKey = `measurement:${base?.id ?? goal.id}`;
  const form = useNoteForm({
    draftKey,
    initial: toMeasurementForm(writer.today, base),
    onSaved: onClose,
    save: async (values, accepted) => {
      if (target.kind !== 'series') return { kind: 'conflict' };
      return await saveNote(services, {
        table: 'measurements',
        parsed: parseMeasurementForm(values, { goalId: goal.id, target }, writer.toStamp(base), base),
        base,
        screened: screenTexts({ note: values.note }, writer.today, accepted),
        draftKey,
      });
    },
  });
  if (target.kind !== 'series') return null;
  const { name, source, unit } = target.indicator;
  return (
    <NoteDialog
      title={t(base ? 'editMeasurement' : 'addMeasurement')}
      form={form}
      onClose={onClose}
      onRemove={base && (() => void onRemove(base.id))}
    >
      <p>{t(source ? 'indicator' : 'indicatorAlone', { name, source })}</p>
      <NoteNumber form={form} name="value" label={t('measuredValue')} unit={unit} />
      {base?.period ? (
        <p>{t('measurementPeriod', { period: formatPeriod(base.period, language) })}</p>
      ) : (
        <NoteDate form={form} name="date" label={t('date')} max={writer.today} />
      )}
      <NoteNumber form={form} name="n" label={t('answers')} hint={t('answersHint')} whole optional />
      <NoteCheck form={form} name="preliminary" label={t('preliminary')} hint={t('preliminaryHint')} />
      <NoteArea form={form} name="note" label={t('note')} limit={400} optional />
    </NoteDialog>
  );
}
