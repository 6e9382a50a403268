import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../app/problem.js';
import { openKeeper, PAUSE_MS, type Now, type Ports } from './draft-keeper.js';
import type { Draft } from './draft.js';

const start: Now = { leaves: { title: 'Visits', summary: 'Counts.' }, version: 1, others: {} };
const problem = (kind: Problem['kind']): { problem: Problem } => ({
  problem: { ...{ kind, code: kind, message: kind }, path: null, blockers: [] },
});

/** The world: what it answers is set by the test, what it was asked is read by it. */
function world(more: Partial<Ports> = {}) {
  const sent: { commandId: string; expectedVersion: number; dossier: object }[] = [];
  const timers: [number, () => void][] = [];
  let kept: Draft | undefined;
  let ids = 0;
  const ports: Ports = {
    revise: async change => {
      sent.push(change);
      const { summary } = change.dossier as { summary?: string };
      return { ...start, leaves: { ...start.leaves, summary: summary ?? '' }, version: change.expectedVersion + 1 };
    },
    now: async () => start,
    preview: async () => [],
    keep: async draft => void (kept = draft),
    questions: () => new Map(),
    newId: () => `c-${(ids += 1)}`,
    after: (milliseconds, act) => {
      timers.push([milliseconds, act]);
      return () => {};
    },
    clock: () => new Date(0),
    ...more,
  };
  return { ports, sent, timers, kept: () => kept };
}

describe('The keeper of a draft', () => {
  it('asks nobody at a keystroke, and saves once at the pause', async () => {
    const { ports, sent, timers, kept } = world();
    const keeper = openKeeper(start, undefined, ports);
    keeper.write({ summary: 'C' });
    keeper.write({ summary: 'Co' });
    expect(sent).toEqual([]);
    expect(timers.map(([milliseconds]) => milliseconds)).toContain(PAUSE_MS);
    expect(await keeper.save()).toBe(true);
    expect(sent).toMatchObject([{ commandId: 'c-1', expectedVersion: 1, dossier: { summary: 'Co' } }]);
    expect([keeper.kept.get().state, kept()]).toEqual(['saved', undefined]);
  });

  it('sends the same again under the same id when no answer came, also after a reload', async () => {
    const lost = world({ revise: async () => problem('UNREACHABLE') });
    const before = openKeeper(start, undefined, lost.ports);
    before.write({ summary: 'Mine.' });
    expect(await before.save()).toBe(false);
    expect(before.kept.get().state).toBe('unreachable');

    const found = world();
    const after = openKeeper(
      { ...start, version: 2, leaves: { ...start.leaves, summary: 'Mine.' } },
      lost.kept(),
      found.ports,
    );
    await after.save();
    expect(found.sent).toMatchObject([{ commandId: 'c-1', expectedVersion: 1, dossier: { summary: 'Mine.' } }]);
    expect(after.kept.get()).toMatchObject({ state: 'saved', wasRestored: true, draft: { conflicts: [] } });
  });

  it('merges with whoever was faster, and sends it under another id', async () => {
    const theirs: Now = { ...start, version: 5, leaves: { ...start.leaves, retention: 'One year.' } };
    const sent: { commandId: string; expectedVersion: number }[] = [];
    const { ports } = world({
      now: async () => theirs,
      revise: async change => {
        sent.push(change);
        if (change.expectedVersion < 5) return problem('CONFLICT');
        return { ...theirs, leaves: { ...theirs.leaves, summary: 'Mine.' }, version: 6 };
      },
    });
    const keeper = openKeeper(start, undefined, ports);
    keeper.write({ summary: 'Mine.' });
    expect(await keeper.save()).toBe(true);
    expect(sent.map(({ commandId, expectedVersion }) => [commandId, expectedVersion])).toEqual([
      ['c-1', 1],
      ['c-2', 5],
    ]);
    expect(keeper.kept.get().draft.mine).toMatchObject({ summary: 'Mine.', retention: 'One year.' });
  });

  it('asks before a sign-off falls, and once only', async () => {
    const { ports, sent } = world({ preview: async () => ['privacy_risk'] });
    const keeper = openKeeper(start, undefined, ports);
    keeper.write({ summary: 'Mine.' });
    expect(await keeper.save()).toBe(false);
    expect([keeper.kept.get().state, keeper.kept.get().stale, sent]).toEqual([
      'asks',
      { signOffs: ['privacy_risk'], place: 'summary' },
      [],
    ]);
    expect(await keeper.agree()).toBe(true);
    keeper.write({ summary: 'Mine, longer.' });
    expect(await keeper.save()).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('keeps here what cannot be saved, and says why', async () => {
    const { ports, sent, kept } = world();
    const keeper = openKeeper(start, undefined, ports);
    keeper.write({ title: ' ' });
    expect(await keeper.save()).toBe(true);
    expect([sent, keeper.kept.get().held]).toEqual([[], [{ place: 'title', why: 'blank' }]]);
    expect(kept()?.mine['title']).toBe(' ');
  });

  it('keeps everything when the session has ended', async () => {
    const { ports, kept } = world({ revise: async () => problem('SIGNED_OUT') });
    const keeper = openKeeper(start, undefined, ports);
    keeper.write({ summary: 'Mine.' });
    await keeper.save();
    expect([keeper.kept.get().state, kept()?.mine['summary']]).toEqual(['signed-out', 'Mine.']);
  });
});
