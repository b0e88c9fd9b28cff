import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** Right-aligned figures of equal width. */
  readonly numeric?: boolean | undefined;
}

export interface TableRow {
  readonly key: string;
  /** One cell per column, in order. The first is the row's header. */
  readonly cells: readonly ReactNode[];
}

export interface TableProps {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** A row of sums. */
  readonly footer?: TableRow | undefined;
  /** `stack` (default) turns rows into blocks on a phone, `scroll` keeps the grid and scrolls sideways. */
  readonly narrow?: 'stack' | 'scroll' | undefined;
}

/** A table with header scopes, a caption and aligned figures. */
export function Table({ caption, captionHidden = false, columns, rows, footer, narrow = 'stack' }: TableProps) {
  return (
    <div className={styles.frame}>
      <table className={joinClasses(styles.table, narrow === 'stack' && styles.stacking)}>
        <caption className={styles.caption}>
          {captionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? styles.numeric : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <Row row={footer} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Row({ row, columns }: { readonly row: TableRow; readonly columns: readonly TableColumn[] }) {
  return (
    <tr>
      {columns.map((column, index) => {
        const numeric = column.numeric ? styles.numeric : undefined;
        const cell = row.cells[index];
        if (index === 0) {
          return (
            <th key={column.key} scope="row" className={numeric}>
              {cell}
            </th>
          );
        }
        return (
          <td key={column.key} data-label={column.label} className={numeric}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
