// The way of a proposal: drawn, and the same as a list. Each state says by word, shape and edge whether it is done, here, next, possible
// or over; no colour carries anything alone.
import { useId } from 'react';
import { Disclosure } from '../ui/disclosure.js';
import { Section } from '../ui/section.js';
import { box, layOut, type Box, type LineKind } from './chart-layout.js';
import { Arrows, StepShape } from './chart-shapes.js';
import classes from './chart.module.css';
import { nodeNote } from './node-note.js';
import type { ChartNode, Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';
import { WayList } from './way-list.js';

export function Chart({ progress }: Pick<Seen, 'progress'>) {
  const heading = useId();
  const isNarrow = matchMedia('(max-width: 40rem)').matches;
  return (
    <Section title={progressWords.way} id={heading}>
      <div role="region" aria-label={progressWords.chart} tabIndex={0} className={classes.region}>
        <Drawing progress={progress} />
      </div>
      <Legend kinds={kindsIn(progress)} />
      <Disclosure title={progressWords.asList} isOpen={isNarrow}>
        <WayList progress={progress} />
      </Disclosure>
    </Section>
  );
}

const kindsIn = ({ nodes, edges }: Seen['progress']): LineKind[] => [
  ...new Set(layOut(nodes, edges).lines.map(({ kind }) => kind)),
];

function Drawing({ progress: { nodes, edges } }: Pick<Seen, 'progress'>) {
  const { width, height, boxes, lines } = layOut(nodes, edges);
  return (
    // What it says stands in the list below; read out in pieces it would say less.
    <svg className={classes.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Arrows />
      {lines.map(({ key, kind, path }) => (
        <path key={key} d={path} data-kind={kind} className={classes.line} markerEnd={`url(#way-${kind})`} />
      ))}
      {boxes.map((place, index) => (
        <Node key={place.state} place={place} node={nodes[index]!} />
      ))}
    </svg>
  );
}

function Node({ place: { x, y }, node }: { place: Box; node: ChartNode }) {
  return (
    <g transform={`translate(${x} ${y})`} data-status={node.status} className={classes.node}>
      <rect className={classes.box} width={box.width} height={box.height} rx="4" />
      <StepShape status={node.status} x={14} y={16} />
      <text x="36" y="26" className={classes.title}>
        {node.title}
      </text>
      <text x="36" y="45" className={classes.note}>
        {nodeNote(node)}
      </text>
    </g>
  );
}

const lineWords: Record<LineKind, string> = {
  gone: progressWords.wayGone,
  open: progressWords.wayOpen,
  held: progressWords.wayHeld,
  far: progressWords.wayFar,
};

const Legend = ({ kinds }: { kinds: readonly LineKind[] }) => (
  <p className={classes.legend} aria-hidden="true">
    {kinds.map(kind => (
      <span key={kind}>
        <svg width="36" height="8" viewBox="0 0 36 8">
          <path d="M0 4H28" data-kind={kind} className={classes.line} markerEnd={`url(#way-${kind})`} />
        </svg>
        {lineWords[kind]}
      </span>
    ))}
  </p>
);
