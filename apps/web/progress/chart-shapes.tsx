// The marks of the chart: the shape of each status, and the heads of its lines.
import type { ReactNode } from 'react';
import type { Of } from '../gql/graphql.js';
import classes from './chart.module.css';
import type { LineKind } from './chart-layout.js';

const kinds: readonly LineKind[] = ['gone', 'open', 'held', 'far'];

export const Arrows = () => (
  <defs>
    {kinds.map(kind => (
      <marker
        key={kind}
        id={`way-${kind}`}
        data-kind={kind}
        className={classes.head}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0 8 4 0 8z" />
      </marker>
    ))}
  </defs>
);

interface Shaped {
  status: Of<'ProgressStatus'>;
  x?: number;
  y?: number;
}

/** A tick: done. A full ring with a core: here. An arrow: next. An empty ring: possible. A bar: over. */
export const StepShape = ({ status, x = 0, y = 0 }: Shaped) => (
  <g transform={`translate(${x} ${y})`} className={classes.shape} data-status={status}>
    {shapes[status]}
  </g>
);

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 };

const shapes: Record<Of<'ProgressStatus'>, ReactNode> = {
  DONE: <path d="m1.5 6.5 3.2 3.2L11 2.8" {...line} strokeWidth="2.4" />,
  HERE: (
    <>
      <circle cx="6.5" cy="6.5" r="5.6" {...line} />
      <circle cx="6.5" cy="6.5" r="2.8" fill="currentColor" />
    </>
  ),
  NEXT: <path d="M1 6.5h9M6.5 2.5l4 4-4 4" {...line} strokeWidth="2" />,
  POSSIBLE: <circle cx="6.5" cy="6.5" r="4.6" {...line} strokeWidth="1.4" />,
  OVER: <path d="M2 6.5h9" {...line} />,
};
