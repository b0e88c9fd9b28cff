import type { ReactNode } from 'react';
import type { MeetingSlide } from '#domain/meeting/plan-meeting.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { keepFigures } from '#features/keep-figures.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import { DecisionList } from './decision-list.tsx';
import styles from './meeting.module.css';
import { words } from './messages.ts';

interface SlidePartProps {
  readonly slide: MeetingSlide;
  readonly meetings: readonly Row<'meetings'>[];
  readonly address: { readonly url: string; readonly isPublic: boolean };
  /** The form of new decisions. */
  readonly form: ReactNode;
  readonly isReadOnly: boolean;
}

/** What stands on a slide below its title. */
export function SlidePart({ slide, meetings, address, form, isReadOnly }: SlidePartProps) {
  const t = useWords(words);
  const language = useLanguage();
  switch (slide.kind) {
    case 'decisions':
      return <DecisionList entries={slide.entries} meetings={meetings} isReadOnly={isReadOnly} />;
    case 'standing':
      return (
        <>
          {slide.since ? <p className={styles.since}>{slide.since}</p> : <p>{t('lastNone')}</p>}
          <Lines lines={slide.lines} />
        </>
      );
    case 'goal': {
      const status = slide.status && statusWords(slide.status, language);
      return (
        <>
          <p className={styles.figure}>
            <strong>{keepFigures(slide.figure)}</strong>
            {status && <StatusMark tone={status.tone} sign={status.sign} word={status.word} />}
          </p>
          <Lines lines={slide.lines} />
        </>
      );
    }
    case 'planned':
      return <Lines lines={slide.lines} />;
    case 'new-decisions':
      return (
        <>
          <DecisionList entries={slide.entries} meetings={meetings} isRemovable={!isReadOnly} isReadOnly={isReadOnly} />
          {isReadOnly ? <p>{t('readerOnly')}</p> : form}
        </>
      );
    case 'link':
      return (
        <div className={styles.link}>
          <QrCode address={address.url} label={t('qr', { address: address.url })} />
          <div>
            <p>{t(address.isPublic ? 'toPublic' : 'toPromise')}</p>
            <p className={styles.address}>{address.url}</p>
            <p>{t('scan')}</p>
          </div>
        </div>
      );
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{keepFigures(line)}</li>
      ))}
    </ul>
  );
}
