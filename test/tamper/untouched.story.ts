// Bundles as they were exported, one after each stretch of a long journey: no false alarm, with words and without, whatever somebody
// kept of the ones before.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePolicy } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import { drawTry, type Try } from '../harness/draw-try.js';
import { rngOf, travel, travellerIn, type Traveller } from '../harness/index.js';
import { gatherEvidence, type Evidence } from './evidence.js';
import { judged } from './judged.js';
import { policyOf } from './log.js';
import { receiptOf } from './receipts.js';

let evidence: Evidence;
beforeAll(async () => {
  evidence = await gatherEvidence();
});
afterAll(() => evidence.close());

describe('An untouched bundle', () => {
  it('is verified, with all that somebody kept', async () => {
    const { files, first, earlier, witnesses } = evidence;
    const policy = parsePolicy(sha256, policyOf(witnesses, 2));
    if ('fault' in policy) throw new Error(policy.fault);
    const known = [{ name: 'kept', text: earlier.checkpoint }];
    const receipts = [0, 17, 33].map(index => ({ name: `receipt ${index}`, text: receiptOf(files, index) }));
    const result = await judged(files, { log: first, known, receipts, policy, maxAge: 3600 });
    expect(result).toMatchObject({ verdict: 'clean', replayed: { withWords: true, erased: [] } });
    expect(result.replayed!.approvals).toBeGreaterThanOrEqual(3);
  });

  it('is verified with the key of the second epoch as well', async () => {
    const { files, second, earlier } = evidence;
    const known = [{ name: 'kept', text: earlier.checkpoint }];
    expect(await judged(files, { log: second, known })).toMatchObject({ verdict: 'clean' });
  });

  it('is verified a hundred times over, while the ledger grows', async () => {
    const { api, first } = evidence;
    const traveller = await travellerIn(api.store);
    const ids = await travel(api.store, traveller, 3, 40);
    const rng = rngOf(5);
    let kept = evidence.earlier.checkpoint;
    for (let round = 0; round < 100; round += 1) {
      for (const id of ids) await wander(traveller, id, rng);
      const files = await evidence.exportNow(round % 5 !== 0);
      const result = await judged(files, { log: first, known: [{ name: 'kept', text: kept }] });
      expect([round, result.finding, result.reason]).toEqual([round, undefined, undefined]);
      kept = files.get('checkpoint')!.toString();
    }
  });
});

/** One try on the proposal as it stands. */
async function wander(traveller: Traveller, id: string, rng: () => number): Promise<void> {
  const [row] = await evidence.api.store.database.sql('select content from proposal where id = $1', [id]);
  const attempt: Try = drawTry(rng, row!['content'], evidence.api.store.cast);
  await traveller.send(...attempt);
}
