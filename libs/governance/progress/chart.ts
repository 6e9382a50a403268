// The chart of a workflow for drawing: its states in columns and rows, and the ways between them. Made once for each definition.
import { proposalStates, type ProposalState } from '../vocabulary/index.js';
import { lifecycle, type Stage } from '../workflows/lifecycle.js';
import type { WorkflowDefinition } from '../workflows/definition.js';

export interface Way {
  from: ProposalState;
  to: ProposalState;
  /** Of the statechart; empty for what happens by itself. */
  event: string;
}

export interface Chart {
  states: { state: ProposalState; column: number; row: number }[];
  ways: Way[];
}

/** A review becomes ready, and ceases to be, without anybody's command (machine.ts). */
const byItself: Way[] = [
  { from: 'IN_REVIEW', to: 'AWAITING_DECISION', event: '' },
  { from: 'AWAITING_DECISION', to: 'IN_REVIEW', event: '' },
];

const charts = new Map<WorkflowDefinition, Chart>();

export function chartOf(definition: WorkflowDefinition): Chart {
  const chart = charts.get(definition) ?? draw(definition.tier === 'U' ? 'URGENT_RECORDED' : 'DRAFTING');
  charts.set(definition, chart);
  return chart;
}

function draw(initial: ProposalState): Chart {
  const stages = Object.entries(lifecycle) as [ProposalState, Stage][];
  const moves = stages.flatMap(([from, stage]) =>
    Object.entries(stage).flatMap(([event, to]) => (to && to !== from ? [{ from, to, event }] : [])),
  );
  const all = [...moves, ...byItself];
  const steps = distances([initial], all);
  const ways = all.filter(({ from }) => steps.has(from));
  const last = Math.max(...steps.values());
  const columnOf = (state: ProposalState): number =>
    state !== initial && isEnd(state, ways) ? last : (steps.get(state) ?? 0);
  const rows = new Map<number, number>();
  const states = inOrder([...steps.keys()]).map(state => {
    const column = columnOf(state);
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { state, column, row };
  });
  return { states, ways };
}

const isEnd = (state: ProposalState, ways: readonly Way[]): boolean => ways.every(({ from }) => from !== state);

/** As the lifecycle lists them: the way to an approval first. */
const inOrder = (states: ProposalState[]): ProposalState[] => {
  const order = Object.keys(lifecycle);
  return states.sort((one, other) => order.indexOf(one) - order.indexOf(other));
};

/** How many steps each state is from the nearest of these; those that cannot be reached are missing. */
export function distances(from: readonly ProposalState[], ways: readonly Way[]): Map<ProposalState, number> {
  const known = new Map<ProposalState, number>(from.map(state => [state, 0]));
  for (let step = 1; step < proposalStates.length; step += 1)
    for (const way of ways) if (known.get(way.from) === step - 1 && !known.has(way.to)) known.set(way.to, step);
  return known;
}
