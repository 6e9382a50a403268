import { describe, expect, it } from '@jest/globals';
import { box, layOut, type Placed, type Way } from './chart-layout.js';

const at = (state: Placed['state'], column: number, row: number, more: Partial<Placed> = {}): Placed => ({
  ...{ state, column, row, status: 'POSSIBLE', since: null },
  ...more,
});
const way = (from: Way['from'], to: Way['to'], more: Partial<Way> = {}): Way => ({
  ...{ from, to, possible: false, blockers: [] },
  ...more,
});
const nodes = [
  at('DRAFTING', 0, 0, { status: 'DONE', since: '2026-11-20T00:00:00Z' }),
  at('IN_REVIEW', 1, 0, { status: 'HERE', since: '2026-11-22T00:00:00Z' }),
  at('AWAITING_DECISION', 2, 0, { status: 'NEXT' }),
  at('RETURNED', 2, 1, { status: 'DONE', since: '2026-11-21T00:00:00Z' }),
  at('WITHDRAWN', 3, 4),
];
const kindOf = (given: Way) => layOut(nodes, [given]).lines[0]?.kind;

describe('The drawing of a proposal’s way', () => {
  it('has a box for each state, none upon another, all within its size', () => {
    const { width, height, boxes } = layOut(nodes, []);
    const corners = boxes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(nodes.length);
    expect(Math.max(...boxes.map(({ x }) => x)) + box.width).toBeLessThanOrEqual(width);
    expect(Math.max(...boxes.map(({ y }) => y)) + box.height).toBeLessThanOrEqual(height);
  });

  it('tells ways that were gone, are open, are held, and are far', () => {
    expect(kindOf(way('DRAFTING', 'IN_REVIEW'))).toBe('gone');
    expect(kindOf(way('IN_REVIEW', 'WITHDRAWN', { possible: true }))).toBe('open');
    expect(kindOf(way('IN_REVIEW', 'AWAITING_DECISION'))).toBe('held');
    expect(kindOf(way('AWAITING_DECISION', 'WITHDRAWN'))).toBe('far');
  });

  it('takes the way back for gone when it was the last', () => {
    expect(kindOf(way('RETURNED', 'IN_REVIEW'))).toBe('gone');
    expect(kindOf(way('IN_REVIEW', 'RETURNED', { blockers: [] }))).toBe('far');
  });

  it('draws several commands that lead the same way once, open when one of them is', () => {
    const { lines } = layOut(nodes, [way('IN_REVIEW', 'WITHDRAWN', { possible: true }), way('IN_REVIEW', 'WITHDRAWN')]);
    expect(lines.map(({ kind }) => kind)).toEqual(['open']);
  });

  it('leaves out a way to a state that is not there', () => {
    expect(layOut(nodes, [way('IN_REVIEW', 'ACTIVE')]).lines).toEqual([]);
  });

  it('begins and ends every line at the edge of a box', () => {
    const { lines, boxes } = layOut(nodes, [way('IN_REVIEW', 'WITHDRAWN'), way('RETURNED', 'IN_REVIEW')]);
    for (const { key, path } of lines) {
      const [from, to] = key.split('-').map(state => boxes.find(each => each.state === state)!);
      const [, startX] = /^M([\d.]+)/.exec(path)!;
      expect([from!.x, from!.x + box.width]).toContain(Number(startX));
      expect(path.endsWith(`H${to!.x}`) || path.endsWith(`V${to!.y + box.height}`)).toBe(true);
    }
  });
});
