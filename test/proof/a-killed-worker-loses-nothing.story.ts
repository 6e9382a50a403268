// Two workers are killed at any moment, also both at once and while they start, as clients send their commands: no entry is lost,
// repeated or put in another order, no two checkpoints contradict each other, and an auditor verifies what is exported afterwards.
// `ASSENT_COMMANDS` says how many commands at least, `ASSENT_SEED` repeats what was left to chance.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { examined, faults, invariants, rowOf } from '../faults/program.js';
import { makeReady } from '../launcher/product.js';

const commands = Number(process.env['ASSENT_COMMANDS'] ?? 300);
const seed = process.env['ASSENT_SEED'] ?? '1';
const kills = Math.max(4, Math.round(commands / 50));

/** A second is ample for two commands, however busy the machine. */
jest.setTimeout(120_000 + commands * 500);
beforeAll(makeReady);

describe('While workers are killed', () => {
  it('nothing is lost, and the auditor’s key verifies all of it', async () => {
    const nothingElse = ['--kills-api', '0', '--kills-db', '0', '--others', '0'];
    const chance = ['--commands', String(commands), '--kills-worker', String(kills), '--seed', seed];
    const said = await faults('--apis', '1', '--workers', '2', ...nothingElse, ...chance);
    if (process.env['ASSENT_TALLY']) process.stdout.write(said);
    for (const key of invariants) expect([key, rowOf(said, key).at(-1)]).toEqual([key, 'held']);
    expect(Number(rowOf(said, 'commands')[0])).toBeGreaterThanOrEqual(commands);
    expect(Number(/died: api 0, worker (\d+)/.exec(said)?.[1])).toBeGreaterThanOrEqual(kills);
    expect(examined(said, 'P', 'entries')).toBe(examined(said, 'I4', 'entries'));
    expect(examined(said, 'P', 'entries')).toBeGreaterThan(commands);
    expect(examined(said, 'P', 'acknowledged entries')).toBeGreaterThan(commands / 2);
    expect(examined(said, 'P', 'checkpoints')).toBeGreaterThan(kills / 2);
  });
});
