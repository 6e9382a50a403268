// After a loss that an operator declared: another log begins with an entry that says so, and under the old name nothing is signed.
import { describe, expect, it } from '@jest/globals';
import { checking, parseLastSigned } from '#keys';
import { readLoss, type DeclaredLoss } from '#ledger';
import { resumeAfterLoss } from './resume-after-loss.js';
import { isBy } from './seal.js';
import type { Rehearsal } from './testing/rehearsal.js';
import { expectNoContradiction, sealed, turn } from './testing/turns.js';

describe('After a declared loss', () => {
  const lost = async (): Promise<Rehearsal> => {
    const rehearsal = await sealed();
    const kept = rehearsal.backup();
    rehearsal.grow(3);
    await turn(rehearsal);
    rehearsal.database = kept;
    return rehearsal;
  };
  const reason = 'The disk broke.';

  it('another log begins, with an entry that says so, and the old one signs nothing more', async () => {
    const rehearsal = await lost();
    const [old, left] = [rehearsal.home.keys()!.current, rehearsal.database.checkpoints.at(-1)!];
    const signed = parseLastSigned(rehearsal.state!)!;
    const resumed = await resumeAfterLoss(rehearsal.home, rehearsal.log, { reason });
    expect(resumed).toMatchObject({ signed: signed.size, left: left.size, newOrigin: 'example.org/log/epoch-2' });
    expect(await turn(rehearsal)).toEqual({ refused: 'loss-declared' });
    await expect(resumeAfterLoss(rehearsal.home, rehearsal.log, { reason })).rejects.toThrow('A loss was declared');
    rehearsal.grow(2);
    expect(await turn(rehearsal)).toEqual({ sealed: rehearsal.database.entries.length });
    const event = rehearsal.database.keys.at(-1)!.event as DeclaredLoss & { type: string };
    expect(event).toMatchObject({ type: 'HistoryLost', signed: signed.note, left: left.note, reason });
    expect(readLoss(checking, event)).toMatchObject({ signed: { size: signed.size }, left: { size: left.size } });
    expect(rehearsal.home.keys()).toEqual({ current: expect.objectContaining({ verifier: resumed.verifier }) });
    expect(rehearsal.everSigned.at(-1)!.origin).toBe('example.org/log/epoch-2');
    expect(isBy(old, rehearsal.database.checkpoints.at(-1)!)).toBe(false);
    expectNoContradiction(rehearsal.everSigned);
  });

  it('the next rotation and the next loss are those of the new log', async () => {
    const rehearsal = await lost();
    for (const name of ['example.org/log/epoch-2', 'example.org/log/epoch-3']) {
      const kept = rehearsal.backup();
      await resumeAfterLoss(rehearsal.home, rehearsal.log, { reason });
      for (let turns = 0; turns < 6; turns += 1) {
        if (turns === 2) rehearsal.rotate();
        await turn(rehearsal);
        rehearsal.grow(1);
      }
      expect(rehearsal.home.keys()).toEqual({
        current: expect.objectContaining({ key: expect.objectContaining({ name }) }),
      });
      rehearsal.database = kept;
    }
    expectNoContradiction(rehearsal.everSigned);
  });

  it('is needed: nothing is given up that is still there', async () => {
    const rehearsal = await sealed();
    await expect(resumeAfterLoss(rehearsal.home, rehearsal.log, { reason })).rejects.toThrow('Nothing is lost');
    for (const bad of ['', 'Two\nlines', 'x'.repeat(501)])
      await expect(resumeAfterLoss((await lost()).home, rehearsal.log, { reason: bad })).rejects.toThrow('--reason');
  });

  it('when nobody remembers what was signed it takes the newest checkpoint that anybody kept', async () => {
    const rehearsal = await lost();
    const kept = parseLastSigned(rehearsal.state!)!;
    rehearsal.state = undefined;
    const other = (await sealed()).database.checkpoints[0]!.note;
    await expect(resumeAfterLoss(rehearsal.home, rehearsal.log, { reason, known: other })).rejects.toThrow(
      'no checkpoint of this',
    );
    const resumed = await resumeAfterLoss(rehearsal.home, rehearsal.log, { reason, known: kept.note });
    expect(resumed.signed).toBe(kept.size);
  });

  it('nothing is signed where even less is left than was declared', async () => {
    const rehearsal = await lost();
    await resumeAfterLoss(rehearsal.home, rehearsal.log, { reason });
    await turn(rehearsal);
    rehearsal.grow(2);
    rehearsal.database.entries[0] = Buffer.from('Altered.');
    expect(await turn(rehearsal)).toEqual({ refused: 'tree-rewritten' });
  });
});
