import { useState } from 'react';
import { Link } from 'react-router';
import type { Report } from '#domain/report/report.ts';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { downloadFile } from '#ui/download-file.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import styles from './meeting.module.css';
import { words } from './messages.ts';

interface SlideBarProps {
  readonly promiseId: string;
  readonly number: number;
  readonly all: number;
  readonly onShow: (number: number) => void;
  /** Undefined for a reader. */
  readonly onDecide: (() => void) | undefined;
  readonly report: Report;
  readonly fileName: string;
}

/** Large buttons at the foot of every slide. */
export function SlideBar({ promiseId, number, all, onShow, onDecide, report, fileName }: SlideBarProps) {
  const t = useWords(words);
  const { state, save } = usePowerPoint(report, fileName);
  return (
    <div className={styles.foot} data-screen-only>
      {state === 'working' && <p role="status">{t('exporting')}</p>}
      {state === 'failed' && (
        <Notice kind="fail" announce="alert">
          {t('exportFailed')}
        </Notice>
      )}
      <nav className={styles.bar} aria-label={t('slides')}>
        <span className={styles.steps}>
          <Button size="field" disabled={number === 1} onClick={() => onShow(number - 1)}>
            {t('previous')}
          </Button>
          <Button size="field" kind="primary" disabled={number === all} onClick={() => onShow(number + 1)}>
            {t('next')}
          </Button>
          <span className={styles.place}>{t('place', { number, all })}</span>
        </span>
        <span className={styles.steps}>
          {onDecide && <Button onClick={onDecide}>{t('newDecision')}</Button>}
          <Button kind="quiet" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button kind="quiet" onClick={save}>
            {t('powerPoint')}
          </Button>
          <LinkButton as={Link} kind="quiet" to={paths.overview(promiseId)}>
            {t('leave')}
          </LinkButton>
        </span>
      </nav>
    </div>
  );
}

/** The slides as a file, by the writer of reports; it is loaded when somebody asks for one. */
function usePowerPoint(report: Report, fileName: string) {
  const [state, setState] = useState<'resting' | 'working' | 'failed'>('resting');
  const write = async () => {
    setState('working');
    try {
      const { writePowerPointReport } = await import('#documents/power-point-report.ts');
      const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
      downloadFile(fileName, new Blob([await writePowerPointReport(report)], { type }));
      setState('resting');
    } catch {
      // Whatever the writer met, the slides are unharmed, and they can be printed.
      setState('failed');
    }
  };
  return { state, save: () => void write() };
}
