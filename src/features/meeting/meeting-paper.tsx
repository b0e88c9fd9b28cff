import type { DecisionEntry, MeetingSlide } from '#domain/meeting/plan-meeting.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { meetingWords } from '#domain/wording/meeting-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { useWords } from '#ui/words.ts';
import styles from './meeting.module.css';
import { words } from './messages.ts';

interface MeetingPaperProps {
  readonly title: string;
  readonly slides: readonly MeetingSlide[];
  readonly address: string;
}

/** The whole meeting on one sheet of paper, for ten goals and more. It is drawn in print only. */
export function MeetingPaper({ title, slides, address }: MeetingPaperProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const own = meetingWords(language);
  const day = formatDateWithYear(clock.today(), language);
  const entriesOf = (kind: 'decisions' | 'new-decisions') =>
    slides.flatMap((slide) => (slide.kind === kind ? slide.entries : []));
  const standing = slides.find((slide) => slide.kind === 'standing');
  const planned = slides.find((slide) => slide.kind === 'planned');
  return (
    <div className={styles.paper}>
      <div className={styles.paperCode}>
        <QrCode address={address} label={t('qr', { address })} />
      </div>
      <p className={styles.details}>
        {title} · {own.meetingOf(day)}
      </p>
      <h1>{standing?.title}</h1>
      {standing?.since && <p>{[`${standing.since}:`, ...standing.lines].join(' ')}</p>}
      <PaperDecisions title={own.lastDecisions} entries={entriesOf('decisions')} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{own.goal}</th>
            <th scope="col">{own.outcome}</th>
            <th scope="col">{own.state}</th>
          </tr>
        </thead>
        <tbody>
          {slides.flatMap((slide) => {
            if (slide.kind !== 'goal') return [];
            const status = slide.status && statusWords(slide.status, language);
            return [
              <tr key={slide.goalId}>
                <th scope="row">{slide.title}</th>
                <td>{slide.figure}</td>
                <td>{status && `${status.glyph} ${status.word}`}</td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
      <h2>{own.planned}</h2>
      <p>{planned?.lines.join(' · ')}</p>
      <PaperDecisions title={own.newDecisions} entries={entriesOf('new-decisions')} />
      <p className={styles.details}>
        {own.footer(day)} · {address} · {t('noCases')}
      </p>
    </div>
  );
}

function PaperDecisions({ title, entries }: { readonly title: string; readonly entries: readonly DecisionEntry[] }) {
  const own = meetingWords(useLanguage());
  return (
    <>
      <h2>{title}</h2>
      {entries.length === 0 ? (
        <p>{own.noDecisions}</p>
      ) : (
        <ul className={styles.paperList}>
          {entries.map(({ id, text, details, done }) => (
            <li key={id}>{[`${done ? '☑' : '☐'} ${text}`, details].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
    </>
  );
}
