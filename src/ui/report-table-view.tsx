import { useEffect, useRef, useState } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './report-table-view.module.css';
import type { ViewedColumn, ViewedTable } from './report-view-props.ts';

/** More columns than this are drawn tightly, or a sheet of paper does not hold them. */
const mostRoomy = 6;

/** A word that no tight column has room for. */
const longWord = /\S{21}/u;

/** A table with caption and scopes. Its head is repeated on every page; in a narrow window rows become small blocks. */
export function ReportTableView({ table }: { readonly table: ViewedTable }) {
  const { caption, columns, rows } = table;
  const { frame, isScrolling } = useScrolling();
  return (
    <section
      ref={frame}
      className={styles.tableFrame}
      aria-label={caption}
      // What is wider than the sheet is scrolled with the keys, too; all others would only be in their way.
      tabIndex={isScrolling ? 0 : undefined}
    >
      <table className={joinClasses(styles.table, columns.length > mostRoomy && styles.dense)}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={alignment(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nameRows(rows).map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} text={cells[index]?.text ?? ''} head={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether a frame holds more than it shows, as long as it is on the page. */
function useScrolling() {
  const frame = useRef<HTMLElement>(null);
  const [isScrolling, setIsScrolling] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = () => setIsScrolling(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return { frame, isScrolling };
}

/** Two rows may say the same, and rows never change places: a row is named by where it stands. */
const nameRows = (rows: ViewedTable['rows']) => rows.map((cells, index) => ({ key: String(index), cells }));

interface CellProps {
  readonly column: ViewedColumn;
  readonly text: string;
  readonly head: boolean;
}

function Cell({ column, text, head }: CellProps) {
  const className = joinClasses(alignment(column), longWord.test(text) && styles.longWord);
  if (head) {
    return (
      <th scope="row" className={className}>
        {text}
      </th>
    );
  }
  return (
    <td data-label={column.title} className={className}>
      {text}
    </td>
  );
}

function alignment({ kind }: ViewedColumn): string | undefined {
  if (kind === 'number') return styles.number;
  return kind === 'day' ? styles.day : undefined;
}
