// The way as a list in its order: each state with its status, and from where it stands, each way on with what holds it.
import { Blockers } from '../app/problem-note.js';
import { useProposal } from '../app/proposal-frame.js';
import { Plain } from '../ui/plain.js';
import { StepShape } from './chart-shapes.js';
import classes from './chart.module.css';
import { nodeNote } from './node-note.js';
import type { ChartEdge, ChartNode, Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';

export function WayList({ progress: { nodes, edges } }: Pick<Seen, 'progress'>) {
  const inOrder = [...nodes].sort((one, other) => one.column - other.column || one.row - other.row);
  return (
    <ol className={classes.list}>
      {inOrder.map(node => (
        <li key={node.state} aria-current={node.status === 'HERE' ? 'step' : undefined}>
          <State node={node} />
          {node.status === 'HERE' && <Ways edges={edges.filter(({ from }) => from === node.state)} nodes={nodes} />}
        </li>
      ))}
    </ol>
  );
}

const State = ({ node }: { node: ChartNode }) => (
  <span className={classes.item}>
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
      <StepShape status={node.status} />
    </svg>
    <span>
      <strong>{node.title}</strong> <span className={classes.soft}>{nodeNote(node)}</span>
    </span>
  </span>
);

function Ways({ edges, nodes }: { edges: readonly ChartEdge[]; nodes: readonly ChartNode[] }) {
  const { reference } = useProposal();
  if (edges.length === 0) return null;
  const titleOf = (state: string) => nodes.find(node => node.state === state)?.title ?? state;
  return (
    <div className={classes.ways}>
      <p>{progressWords.leadsTo}</p>
      <ul>
        {edges.map(({ to, event, title, possible, blockers }) => (
          <li key={`${to}${event}`}>
            <Plain text={title} /> → {titleOf(to)}: {possible ? progressWords.wayOpen : progressWords.wayNot}
            <Blockers blockers={blockers} reference={reference} />
          </li>
        ))}
      </ul>
    </div>
  );
}
