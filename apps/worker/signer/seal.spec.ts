// The signer, whatever befalls it: no two checkpoints that it ever signed contradict each other, and without an attack it always
// comes through.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLastSigned } from '#keys';
import { adopt } from './adopt.js';
import { isBy, seal } from './seal.js';
import { Rehearsal } from './testing/rehearsal.js';
import { declare, expectNoContradiction, sealed, turn } from './testing/turns.js';

type Step =
  | { does: 'grow'; by: number }
  | { does: 'seal'; crashesAt: number }
  | { does: 'rotate' }
  | { does: 'back up' }
  | { does: 'restore' }
  | { does: 'rewrite'; at: number }
  | { does: 'declare'; crashesAt: number };

const harmless: fc.Arbitrary<Step>[] = [
  fc.record({ does: fc.constant('grow' as const), by: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ does: fc.constant('seal' as const), crashesAt: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, Infinity) }),
  fc.record({ does: fc.constant('rotate' as const) }),
];
const attacks: fc.Arbitrary<Step>[] = [
  fc.record({ does: fc.constant('back up' as const) }),
  fc.record({ does: fc.constant('restore' as const) }),
  fc.record({ does: fc.constant('rewrite' as const), at: fc.nat(30) }),
  fc.record({ does: fc.constant('declare' as const), crashesAt: fc.constantFrom(1, 2, 3, 4, Infinity) }),
];

async function take(rehearsal: Rehearsal, steps: readonly Step[]): Promise<void> {
  let kept = rehearsal.backup();
  for (const step of steps) {
    if (step.does === 'grow') rehearsal.grow(step.by);
    else if (step.does === 'rotate') rehearsal.rotate();
    else if (step.does === 'back up') kept = rehearsal.backup();
    else if (step.does === 'restore')
      rehearsal.database = { entries: [...kept.entries], keys: [...kept.keys], checkpoints: [...kept.checkpoints] };
    else if (step.does === 'rewrite') {
      const { entries } = rehearsal.database;
      if (entries[step.at]) entries[step.at] = Buffer.from('Rewritten.');
    } else {
      rehearsal.crashAt(step.crashesAt);
      await (step.does === 'seal' ? turn(rehearsal) : declare(rehearsal));
      rehearsal.crashAt(Infinity);
    }
  }
}

const runs = 500;
const mixed = fc.array(
  fc.oneof({ weight: 8, arbitrary: fc.oneof(...harmless) }, { weight: 1, arbitrary: fc.oneof(...attacks) }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

describe('However it grows, signs, crashes and starts again, the signer', () => {
  it('signs no two checkpoints that contradict each other, under attack', async () => {
    let signatures = 0;
    const logs = new Set<string>();
    const property = fc.asyncProperty(mixed, async steps => {
      const rehearsal = new Rehearsal();
      await take(rehearsal, steps);
      expectNoContradiction(rehearsal.everSigned);
      signatures += rehearsal.everSigned.length;
      for (const { origin } of rehearsal.everSigned) logs.add(origin);
    });
    await fc.assert(property, { numRuns: runs });
    expect(signatures).toBeGreaterThan(runs);
    expect(logs.size).toBeGreaterThan(1);
  });

  it('comes through in the end, with everything sealed, when nobody attacked', async () => {
    const property = fc.asyncProperty(fc.array(fc.oneof(...harmless), { maxLength: 40 }), async steps => {
      const rehearsal = new Rehearsal();
      await take(rehearsal, steps);
      rehearsal.grow(1);
      expect(await turn(rehearsal)).toEqual({ sealed: rehearsal.database.entries.length });
      expectNoContradiction(rehearsal.everSigned);
      expect(rehearsal.database.checkpoints.at(-1)?.size).toBe(rehearsal.database.entries.length);
    });
    await fc.assert(property, { numRuns: runs });
  });
});

it('What was signed and not published when the process ended is published by the next turn, though nothing was added', async () => {
  const rehearsal = await sealed();
  rehearsal.grow(2);
  rehearsal.crashAt(2);
  expect(await turn(rehearsal)).toBe('crashed');
  const { note } = parseLastSigned(rehearsal.state!)!;
  expect(rehearsal.database.checkpoints.map(checkpoint => checkpoint.note)).not.toContain(note);
  rehearsal.crashAt(Infinity);
  expect(await turn(rehearsal)).toEqual({ sealed: rehearsal.database.entries.length });
  expect(rehearsal.database.checkpoints.at(-1)?.note).toBe(note);
});

describe('The signer refuses, until somebody acts, when', () => {
  it('the tree is smaller than what it signed', async () => {
    const rehearsal = await sealed();
    const kept = rehearsal.backup();
    rehearsal.grow(3);
    await turn(rehearsal);
    rehearsal.database = kept;
    expect(await turn(rehearsal)).toEqual({ refused: 'tree-shorter' });
    rehearsal.grow(9);
    expect(await turn(rehearsal)).toEqual({ refused: 'tree-rewritten' });
  });

  it('an entry that it signed was altered', async () => {
    const rehearsal = await sealed();
    rehearsal.database.entries[1] = Buffer.from('Altered.');
    expect(await turn(rehearsal)).toEqual({ refused: 'tree-rewritten' });
  });

  it('its state file is gone, cut, or older than the database', async () => {
    const rehearsal = await sealed();
    const older = rehearsal.state;
    rehearsal.state = undefined;
    expect(await turn(rehearsal)).toEqual({ refused: 'state-missing' });
    rehearsal.state = older!.slice(0, 40);
    expect(await turn(rehearsal)).toEqual({ refused: 'state-unreadable' });
    rehearsal.state = older;
    rehearsal.grow(2);
    await turn(rehearsal);
    rehearsal.state = older;
    expect(await turn(rehearsal)).toEqual({ refused: 'state-older' });
  });

  it('the key is another one, or there is none', async () => {
    const [rehearsal, other] = [await sealed(), await sealed()];
    const home = { ...rehearsal.home, keys: other.home.keys };
    expect(await seal({ home, log: rehearsal.log })).toEqual({ refused: 'another-key' });
    expect(await seal({ home: { ...home, keys: () => undefined }, log: rehearsal.log, createsKey: true })).toEqual({
      refused: 'no-key',
    });
  });

  it('the database has another checkpoint of the size that it signed', async () => {
    const rehearsal = await sealed();
    const [checkpoint] = rehearsal.database.checkpoints;
    rehearsal.database.checkpoints[0] = { ...checkpoint!, note: checkpoint!.note.replace('\n5\n', '\n05\n') };
    expect(await turn(rehearsal)).toEqual({ refused: 'another-checkpoint' });
  });
});

describe('A checkpoint that an operator vouches for', () => {
  const known = ({ database }: Rehearsal): string => database.checkpoints[0]!.note;

  it('is taken up, or a later one of the database, and signing goes on', async () => {
    const rehearsal = await sealed();
    rehearsal.grow(2);
    await turn(rehearsal);
    rehearsal.state = undefined;
    expect((await adopt(rehearsal.home, rehearsal.log, known(rehearsal))).size).toBe(
      rehearsal.database.checkpoints[1]!.size,
    );
    rehearsal.grow(1);
    expect(await turn(rehearsal)).toEqual({ sealed: rehearsal.database.entries.length });
    expectNoContradiction(rehearsal.everSigned);
  });

  it('is not, when the tree does not hold it, it is another log’s, or less than what is remembered', async () => {
    const [rehearsal, other] = [await sealed(), await sealed()];
    const { home, log } = rehearsal;
    await expect(adopt(home, log, known(other))).rejects.toThrow('no checkpoint of this log');
    await expect(adopt(home, log, 'anything')).rejects.toThrow('no checkpoint of this log');
    const note = known(rehearsal);
    rehearsal.grow(2);
    await turn(rehearsal);
    rehearsal.database.checkpoints = rehearsal.database.checkpoints.slice(0, 1);
    await expect(adopt(home, log, note)).rejects.toThrow('cannot be the last');
    rehearsal.state = undefined;
    rehearsal.database.entries[0] = Buffer.from('Altered.');
    await expect(adopt(home, log, note)).rejects.toThrow('does not begin with what was signed');
  });
});

describe('A rotation', () => {
  it('is signed by both keys, and the first checkpoint that covers it is the new key’s', async () => {
    const rehearsal = await sealed();
    const before = rehearsal.home.keys()!.current;
    rehearsal.rotate();
    const next = rehearsal.home.keys()!.next!;
    rehearsal.grow(1);
    await turn(rehearsal);
    expect(isBy(before, rehearsal.database.checkpoints.at(-1)!)).toBe(true);
    rehearsal.grow(1);
    await turn(rehearsal);
    const index = rehearsal.database.keys.at(-1)?.index;
    const covering = rehearsal.database.checkpoints.filter(({ size }) => size > (index ?? 0));
    expect(covering.map(checkpoint => isBy(next, checkpoint))).toEqual([true]);
    expect(rehearsal.home.keys()).toEqual({ current: next });
  });
});
