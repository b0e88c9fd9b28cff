import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment, FieldError, Group, Label, Text } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import { useIntl } from 'react-intl';
import { joinClasses } from './class-names.ts';
import styles from './date-field.module.css';
import type { DateFieldProps } from './date-field-props.ts';
import fieldStyles from './field.module.css';
import { words } from './messages.ts';
import { SignGlyph } from './sign-glyph.tsx';
import { weekNumber } from './week-number.ts';
import { useWords } from './words.ts';

/**
 * A date with segments and a calendar. It is Swedish on an English PC, which the browser's own field is not.
 * Heavy: load it through `LazyDateField`.
 */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, hint, issue, warning, optional = false, min, max, size, disabled = false } = props;
  const t = useWords(words);
  const intl = useIntl();
  return (
    <I18nProvider locale={intl.locale.startsWith('en') ? 'en-SE' : 'sv-SE'}>
      <DatePicker
        className={joinClasses(fieldStyles.field)}
        value={readDay(value)}
        onChange={(day) => onChange(day === null ? '' : day.toString())}
        minValue={readDay(min)}
        maxValue={readDay(max)}
        isInvalid={Boolean(issue)}
        isDisabled={disabled}
        shouldForceLeadingZeros
      >
        <Label className={fieldStyles.label}>
          {label} {optional && <span className={fieldStyles.optional}>{t('optional')}</span>}
        </Label>
        {hint && (
          <Text slot="description" className={fieldStyles.hint}>
            {hint}
          </Text>
        )}
        <div className={styles.line}>
          <Group className={joinClasses(fieldStyles.control, size === 'field' && fieldStyles.large, styles.group)}>
            <DateInput className={joinClasses(styles.segments)}>
              {(segment) => <DateSegment segment={segment} className={joinClasses(styles.segment)} />}
            </DateInput>
            <Button className={joinClasses(styles.open)} aria-label={t('openCalendar')}>
              <CalendarDays aria-hidden="true" />
            </Button>
          </Group>
          <WeekOf day={value} />
        </div>
        <FieldError className={joinClasses(fieldStyles.message, fieldStyles.issue)}>
          <SignGlyph sign="cross" />
          <span>{issue}</span>
        </FieldError>
        {warning && (
          <p className={joinClasses(fieldStyles.message, fieldStyles.warning)}>
            <SignGlyph sign="triangle" />
            <span>{warning}</span>
          </p>
        )}
        <CalendarPopover />
      </DatePicker>
    </I18nProvider>
  );
}

function WeekOf({ day }: { readonly day: string }) {
  const t = useWords(words);
  const week = weekNumber(day);
  return week === null ? null : <span className={styles.week}>{t('week', { week })}</span>;
}

function CalendarPopover() {
  return (
    <Popover className={joinClasses(styles.popover)} placement="bottom start">
      <Dialog className={joinClasses(styles.dialog)}>
        <Calendar firstDayOfWeek="mon">
          <header className={styles.head}>
            <Button slot="previous" className={joinClasses(styles.turn)}>
              <ChevronLeft aria-hidden="true" />
            </Button>
            <Heading className={joinClasses(styles.month)} level={2} />
            <Button slot="next" className={joinClasses(styles.turn)}>
              <ChevronRight aria-hidden="true" />
            </Button>
          </header>
          <CalendarGrid weekdayStyle="short" className={joinClasses(styles.grid)}>
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className={joinClasses(styles.weekday)}>{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={joinClasses(styles.cell)} />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  );
}

/** A text that is no day (a half-typed or old value) shows as an empty field. */
function readDay(day: string | undefined): CalendarDate | null {
  if (!day || weekNumber(day) === null) return null;
  try {
    return parseDate(day);
  } catch {
    return null;
  }
}
