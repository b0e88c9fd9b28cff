import { useEffect, useId } from 'react';
import { joinClasses } from './class-names.ts';
import { ReportChartView } from './report-chart-view.tsx';
import { ReportTableView } from './report-table-view.tsx';
import styles from './report-view.module.css';
import { findSheetWords, type SheetWords } from './report-view-messages.ts';
import type { HeadingLevel, ViewedBlock, ViewedChapter, ViewedReport } from './report-view-props.ts';

export interface ReportViewProps {
  readonly report: ViewedReport;
  /** Level of the report's title: 1 (default) where the page has no other. */
  readonly level?: 1 | 2 | undefined;
}

/** Chapters that begin a page of their own on paper: what is looked up and not read. */
const appendices: readonly string[] = ['logs', 'method'];

/** A report on a sheet of paper: on the screen as it will be printed, page by page in the printer. */
export function ReportView({ report, level = 1 }: ReportViewProps) {
  const id = useId();
  const Title = `h${level}` as const;
  const words = findSheetWords(report.language);
  useFooter(report.footer);
  return (
    <div className={styles.frame}>
      <article className={styles.sheet} data-paper="" lang={report.language} aria-labelledby={`${id}-title`}>
        <header className={styles.front}>
          <Title id={`${id}-title`} className={styles.title}>
            {report.title}
          </Title>
          <p className={styles.subtitle}>{report.subtitle}</p>
          <dl className={styles.facts}>
            {report.facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </header>
        {report.chapters.length > 1 && <Contents report={report} id={id} words={words} />}
        {report.chapters.map((chapter) => (
          <Chapter key={chapter.key} chapter={chapter} id={`${id}-${chapter.key}`} level={level} words={words} />
        ))}
        <footer className={styles.foot}>{report.footer}</footer>
      </article>
    </div>
  );
}

/** A page's foot is written by the stylesheet, which reads it here: nothing in the text itself can stand on every page. */
function useFooter(footer: string) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--report-footer', JSON.stringify(footer));
    return () => {
      style.removeProperty('--report-footer');
    };
  }, [footer]);
}

interface ContentsProps {
  readonly report: ViewedReport;
  readonly id: string;
  readonly words: SheetWords;
}

function Contents({ report, id, words }: ContentsProps) {
  return (
    <nav className={styles.contents} aria-label={words.contents}>
      <ol>
        {report.chapters.map(({ key, title }) => (
          <li key={key}>
            <a href={`#${id}-${key}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface ChapterProps {
  readonly chapter: ViewedChapter;
  readonly id: string;
  readonly level: 1 | 2;
  readonly words: SheetWords;
}

function Chapter({ chapter, id, level, words }: ChapterProps) {
  const Heading = level === 1 ? 'h2' : 'h3';
  const below = level === 1 ? 3 : 4;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={joinClasses(styles.chapter, appendices.includes(chapter.key) && styles.appendix)}
    >
      <Heading id={`${id}-title`}>{chapter.title}</Heading>
      {nameBlocks(chapter.blocks).map(({ key, block }) => (
        <Block key={key} block={block} level={below} words={words} />
      ))}
    </section>
  );
}

/** Blocks and items have no names of their own and never change places. */
const nameBlocks = (blocks: readonly ViewedBlock[]) => blocks.map((block, index) => ({ key: String(index), block }));
const nameItems = (items: readonly string[]) => items.map((item, index) => ({ key: String(index), item }));

interface BlockProps {
  readonly block: ViewedBlock;
  readonly level: HeadingLevel;
  readonly words: SheetWords;
}

function Block({ block, level, words }: BlockProps) {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case 'heading':
      return <Heading>{block.text}</Heading>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {nameItems(block.items).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <ReportTableView table={block.table} />;
    case 'chart':
      return <ReportChartView chart={block.chart} level={level} words={words} />;
    default:
      return block satisfies never;
  }
}
