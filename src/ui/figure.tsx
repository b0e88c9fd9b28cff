import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './figure.module.css';
import { saveFigureImage } from './figure-image.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { words } from './messages.ts';
import { Notice } from './notice.tsx';
import { Table, type TableColumn, type TableRow } from './table.tsx';
import { ToolIcon } from './tool-icon.tsx';
import { useWords } from './words.ts';

export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly footer?: TableRow | undefined;
}

export interface FigureProps {
  /** The finding, as a whole sentence. */
  readonly title: string;
  /** Heading level of the title. Default 3. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** The chart. */
  readonly children: ReactNode;
  /** The same numbers; the table's caption is the title. */
  readonly table: FigureTable;
  /** "loggade insatser, hämtat 2026-11-21 kl. 09.30, v. 47". */
  readonly source: string;
  /** A quiet line under the chart: reading help, suppressed numbers, breaks. */
  readonly note?: ReactNode;
  readonly onDownloadCsv?: (() => void) | undefined;
  /** File name without ending. Given, the first SVG of the chart can be saved as PNG and SVG. */
  readonly imageName?: string | undefined;
  readonly startsWith?: 'figure' | 'table' | undefined;
}

/** Sentence, chart, the same numbers as a table, source, downloads: every chart of the app stands in one of these. */
export function Figure(props: FigureProps) {
  const { title, level = 3, children, table, source, note, startsWith = 'figure' } = props;
  const t = useWords(words);
  const titleId = useId();
  const picture = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(startsWith);
  const [failed, setFailed] = useState(false);
  const Heading = `h${level}` as const;
  const saveAs = (format: 'png' | 'svg') => {
    setFailed(false);
    saveFigureImage(picture.current, {
      format,
      name: props.imageName ?? '',
      title,
      source: t('source', { source }),
    }).catch(() => setFailed(true));
  };
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <Heading id={titleId} className={styles.title}>
        {title}
      </Heading>
      <div ref={picture} className={view === 'figure' ? styles.picture : styles.away}>
        {children}
      </div>
      <div className={view === 'table' ? undefined : styles.away}>
        <Table caption={title} captionHidden {...table} />
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {failed && <Notice kind="fail" title={t('imageFailed')} announce="alert" />}
      <figcaption className={styles.foot}>
        <span className={styles.source}>{t('source', { source })}</span>
        <span className={styles.tools}>
          <Button kind="quiet" onClick={() => setView(view === 'figure' ? 'table' : 'figure')}>
            {view === 'figure' ? t('showTable') : t('showFigure')}
          </Button>
          <Downloads onCsv={props.onDownloadCsv} onImage={props.imageName && view === 'figure' ? saveAs : undefined} />
        </span>
      </figcaption>
    </figure>
  );
}

interface DownloadsProps {
  readonly onCsv: (() => void) | undefined;
  readonly onImage: ((format: 'png' | 'svg') => void) | undefined;
}

function Downloads({ onCsv, onImage }: DownloadsProps) {
  const t = useWords(words);
  const items: MenuItem[] = [];
  if (onCsv) items.push({ id: 'csv', label: t('downloadCsv'), onSelect: onCsv });
  if (onImage) {
    items.push({ id: 'png', label: t('downloadPng'), onSelect: () => onImage('png') });
    items.push({ id: 'svg', label: t('downloadSvg'), onSelect: () => onImage('svg') });
  }
  if (items.length === 0) return null;
  return <Menu kind="quiet" align="end" label={t('download')} icon={<ToolIcon name="download" />} items={items} />;
}
