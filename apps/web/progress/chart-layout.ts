// Where the chart of a proposal’s way is drawn: a box for each state in its column and row, and a line for each way between two of them.
// The api says which column and row; here are only numbers. Lengths are CSS pixels at the usual size of text.
import type { Of } from '../gql/graphql.js';

type State = Of<'ProposalState'>;

export interface Placed {
  state: State;
  column: number;
  row: number;
  status: Of<'ProgressStatus'>;
  since: string | null;
}

export interface Way {
  from: State;
  to: State;
  possible: boolean;
  blockers: readonly unknown[];
}

/** gone: between states it has been in. open: can be gone now. held: is next, and something holds it. far: not from here. */
export type LineKind = 'gone' | 'open' | 'held' | 'far';

export interface Box {
  state: State;
  x: number;
  y: number;
}

export interface Line {
  key: string;
  kind: LineKind;
  /** Of an SVG path, from the edge of one box to that of another. */
  path: string;
}

export interface Layout {
  width: number;
  height: number;
  boxes: readonly Box[];
  /** In the order in which they are drawn: what matters most lies on top. */
  lines: readonly Line[];
}

export const box = { width: 248, height: 58 };
const gap = { x: 44, y: 20 };
/** Room above for the way back that passes over the boxes, and on every side for the edge of the box where the proposal stands. */
const margin = { top: 26, side: 4 };

export function layOut(nodes: readonly Placed[], edges: readonly Way[]): Layout {
  const places = new Map(nodes.map(node => [node.state, node]));
  const lines = distinct(edges).flatMap(way => {
    const [from, to] = [places.get(way.from), places.get(way.to)];
    if (!from || !to) return [];
    return [{ key: `${way.from}-${way.to}`, kind: kindOf(way, from, to), path: pathOf(from, to, nodes) }];
  });
  const order: LineKind[] = ['far', 'held', 'gone', 'open'];
  return {
    width: 2 * margin.side + extent(nodes, 'column', box.width, gap.x),
    height: margin.top + margin.side + extent(nodes, 'row', box.height, gap.y),
    boxes: nodes.map(node => ({ state: node.state, x: leftOf(node), y: topOf(node) })),
    lines: lines.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
  };
}

const extent = (nodes: readonly Placed[], axis: 'column' | 'row', size: number, between: number): number =>
  Math.max(...nodes.map(node => node[axis])) * (size + between) + size;

/** Several commands may lead the same way: it can be gone when one of them can. */
function distinct(edges: readonly Way[]): Way[] {
  const ways = new Map<string, Way>();
  for (const edge of edges) {
    const key = `${edge.from}-${edge.to}`;
    ways.set(key, { ...edge, possible: edge.possible || ways.get(key)?.possible === true });
  }
  return [...ways.values()];
}

function kindOf({ possible, blockers }: Way, from: Placed, to: Placed): LineKind {
  if (possible) return 'open';
  if (from.status === 'HERE' && (blockers.length > 0 || to.status === 'NEXT')) return 'held';
  return wasGone(from, to) ? 'gone' : 'far';
}

/** Both were entered, and in this order. Back and forth, the last way counts. */
const wasGone = (from: Placed, to: Placed): boolean =>
  from.since !== null && to.since !== null && Date.parse(from.since) <= Date.parse(to.since);

const leftOf = ({ column }: Placed): number => margin.side + column * (box.width + gap.x);
const topOf = ({ row }: Placed): number => margin.top + row * (box.height + gap.y);
const middleOf = (node: Placed): number => topOf(node) + box.height / 2;

function pathOf(from: Placed, to: Placed, nodes: readonly Placed[]): string {
  if (to.column === from.column) return within(from, to);
  if (to.column < from.column) return to.row === from.row ? backOver(from, to) : backUnder(from, to);
  return forward(from, to, nodes);
}

/** Straight where the rows are one; else down or up right after the box where it begins, in a channel of that state’s own. */
function forward(from: Placed, to: Placed, nodes: readonly Placed[]): string {
  const [x, y, endX, endY] = [leftOf(from) + box.width, middleOf(from), leftOf(to), middleOf(to)];
  if (from.row === to.row) return `M${x} ${y}H${endX}`;
  const rank = nodes.filter(({ column, row }) => column === from.column && row < from.row).length;
  return bend(x, y, x + 16 + rank * 12, endX, endY);
}

function bend(x: number, y: number, channel: number, endX: number, endY: number): string {
  const round = Math.min(10, Math.abs(endY - y) / 2);
  const down = endY > y ? 1 : -1;
  return (
    `M${x} ${y}H${channel - round}Q${channel} ${y} ${channel} ${y + down * round}` +
    `V${endY - down * round}Q${channel} ${endY} ${channel + round} ${endY}H${endX}`
  );
}

function within(from: Placed, to: Placed): string {
  const x = leftOf(from) + box.width / 3;
  return from.row < to.row
    ? `M${x} ${topOf(from) + box.height}V${topOf(to)}`
    : `M${x} ${topOf(from)}V${topOf(to) + box.height}`;
}

/** Above the boxes, in the margin of the first row. */
function backOver(from: Placed, to: Placed): string {
  const [x, endX] = [leftOf(from) + box.width / 3, leftOf(to) + (2 * box.width) / 3];
  const [y, over] = [topOf(from), topOf(from) - margin.top / 2 - 4];
  return `M${x} ${y}V${over + 8}Q${x} ${over} ${x - 8} ${over}H${endX + 8}Q${endX} ${over} ${endX} ${over + 8}V${y}`;
}

/** To the left beneath the box where it ends, and up into it. */
function backUnder(from: Placed, to: Placed): string {
  const [x, y, endX] = [leftOf(from), middleOf(from) + 14, leftOf(to) + box.width / 2];
  return `M${x} ${y}H${endX + 8}Q${endX} ${y} ${endX} ${y - 8}V${topOf(to) + box.height}`;
}
