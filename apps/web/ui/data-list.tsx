// Facts about one thing: a name and what it is.
import type { ReactNode } from 'react';
import classes from './data-list.module.css';
import { partWords } from './words.js';

export type Datum = readonly [name: string, value: ReactNode];

/** What is missing is said, not left out. */
export const DataList = ({ data }: { data: readonly Datum[] }) => (
  <dl className={classes.list}>
    {data.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value ?? <span className={classes.missing}>{partWords.nothingGiven}</span>}</dd>
      </div>
    ))}
  </dl>
);
