// A real table: a caption, column headings, and a first cell that heads its row. Under 40rem every row becomes a block of
// “heading: value” lines; the headings are then said within the cells.
import type { ReactNode } from 'react';
import classes from './table.module.css';

export interface Column<Row> {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand under each other. */
  isNumber?: boolean;
  /** What can be done with the row: its button says it, and no heading beside it says it again. */
  isAct?: boolean;
}

interface TableProps<Row> {
  caption: string;
  /** For the eye the heading above says the same. */
  isCaptionUnseen?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

export function Table<Row>({ caption, isCaptionUnseen = false, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table className={classes.table} role="table">
      <caption className={isCaptionUnseen ? 'unseen' : classes.caption}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, heading, isNumber, isAct }) => (
            <th key={key} scope="col" role="columnheader" data-number={isNumber || undefined}>
              {isAct ? <span className="unseen">{heading}</span> : heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} isHead={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The roles are said because a table that is laid out as blocks is none any more for some browsers. */
function Cell<Row>({
  column: { heading, cell, isNumber, isAct },
  row,
  isHead,
}: {
  column: Column<Row>;
  row: Row;
  isHead: boolean;
}) {
  const shown = { 'data-heading': isAct ? undefined : heading, 'data-number': isNumber || undefined };
  if (isHead)
    return (
      <th scope="row" role="rowheader" {...shown}>
        {cell(row)}
      </th>
    );
  return (
    <td role="cell" {...shown}>
      {/* On a narrow page the cell has two columns: what it holds is one thing beside its heading. */}
      <div>{cell(row)}</div>
    </td>
  );
}
