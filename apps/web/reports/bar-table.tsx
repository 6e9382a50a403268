// A chart that is its own table: a bar stands before its number, in the same cell. Whoever hears it hears the table.
import type { ReactNode } from 'react';
import { Table } from '../ui/table.js';
import type { Bar } from './bars.js';
import classes from './reports.module.css';

interface BarTableProps {
  caption: string;
  /** What the bars are of, and what is counted. */
  of: string;
  counts: string;
  bars: readonly Bar[];
}

export const BarTable = ({ caption, of, counts, bars }: BarTableProps) => (
  <Table
    caption={caption}
    rows={bars}
    keyOf={({ key }) => key}
    columns={[
      { key: 'label', heading: of, cell: ({ label }) => label },
      {
        key: 'value',
        heading: counts,
        cell: ({ value, share }) => <WithBar share={share}>{value.toLocaleString('en-NZ')}</WithBar>,
      },
    ]}
  />
);

/** `share`: 0 to 1 of the room there is. */
export const WithBar = ({
  share,
  children,
  isSoft = false,
}: {
  share: number;
  children: ReactNode;
  isSoft?: boolean;
}) => (
  <span className={classes.withBar}>
    <svg
      className={classes.bar}
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox="0 0 100 10"
      data-soft={isSoft || undefined}
    >
      <rect width={Math.max(share * 100, share > 0 ? 1 : 0)} height="10" />
    </svg>
    <span>{children}</span>
  </span>
);
