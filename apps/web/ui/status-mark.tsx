// A state: always a word, a shape and a hue. The shapes differ without colour: ● settled, ◐ waiting, ■ blocked, ◌ stale, ○ plain.
import type { ReactNode } from 'react';
import type { State, Tone } from '../words/states.js';
import { Plain } from './plain.js';
import classes from './status-mark.module.css';

interface Marked {
  state: State;
  /** Why, or since when, after the word: “since revision 3: Retention changed”. */
  detail?: ReactNode;
}

export const StatusMark = ({ state: { tone, word }, detail }: Marked) => (
  <span className={classes.mark} data-tone={tone}>
    <Shape tone={tone} />
    <span>
      <span className={classes.word}>{word}</span>
      {detail !== undefined && <> {typeof detail === 'string' ? <Plain text={detail} /> : detail}</>}
    </span>
  </span>
);

/** The shape alone, for charts and dense lists that have the word elsewhere in the row. */
export const Shape = ({ tone }: { tone: Tone }) => (
  <svg className={classes.shape} data-tone={tone} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    {shapes[tone]}
  </svg>
);

const shapes: Record<Tone, ReactNode> = {
  settled: (
    <>
      <circle cx="6" cy="6" r="6" fill="currentColor" />
      <path d="m3.2 6.2 2 2 3.6-4.2" fill="none" stroke="var(--paper-raised)" strokeWidth="1.6" />
    </>
  ),
  waiting: (
    <>
      <circle cx="6" cy="6" r="5.1" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M6 .9a5.1 5.1 0 0 1 0 10.2z" fill="currentColor" />
    </>
  ),
  blocked: (
    <>
      <rect x=".5" y=".5" width="11" height="11" rx="1.5" fill="currentColor" />
      <path d="M3 6h6" stroke="var(--paper-raised)" strokeWidth="1.8" />
    </>
  ),
  stale: <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.4 1.6" />,
  plain: <circle cx="6" cy="6" r="5.1" fill="none" stroke="currentColor" strokeWidth="1.8" />,
};
