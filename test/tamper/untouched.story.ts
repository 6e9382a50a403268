// Bundles as they were exported, one after each stretch of a long journey: no false alarm, with words and without, whatever somebody
// kept of the ones before.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePolicy } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import { drawTry, type Try } from '../harness/draw-try.js';
import { rngOf, travel, travellerIn, type Row, type Traveller } from '../harness/index.js';
import { gatherEvidence, type Evidence } from './evidence.js';
import { takeApart } from './forger.js';
import { judged } from './judged.js';
import { policyOf } from './log.js';
import { receiptOf } from './receipts.js';

/** Stretches of the journey: 24, and 160 in `test:deep`. */
const stretches = 8 * Number(process.env['ASSENT_PLACES'] ?? 3);

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
    expect(result).toMatchObject({ verdict: 'clean', replayed: { withWords: true } });
    const { entries } = takeApart(files);
    const gone = result.replayed!.erased.map(({ index, path, by }) => [
      ...[entries[index]!.said.type, path, entries[by]!.said.type, entries[by]!.said.by.role],
    ]);
    expect(gone.sort()).toEqual([
      ['PersonAdded', '', 'WordsErased', 'administrator'],
      ['ProposalDrafted', '/dossier/purposes/0', 'WordsErased', 'privacy_officer'],
      ['ProposalDrafted', '/dossier/purposes/0', 'WordsErased', 'privacy_officer'],
      ['ProposalDrafted', '/title', 'WordsErased', 'privacy_officer'],
    ]);
    expect(result.replayed!.approvals).toBeGreaterThanOrEqual(3);
  });

  it('is verified with the key of the second epoch as well', async () => {
    const { files, second, earlier } = evidence;
    const known = [{ name: 'kept', text: earlier.checkpoint }];
    expect(await judged(files, { log: second, known })).toMatchObject({ verdict: 'clean' });
  });

  it('is verified after every stretch, while the ledger grows', async () => {
    const { api, first } = evidence;
    const traveller = await travellerIn(api.store);
    const ids = await travel(api.store, traveller, 3, 40);
    const rng = rngOf(5);
    let [kept, erased] = [evidence.earlier.checkpoint, 0];
    for (let round = 0; round < stretches; round += 1) {
      for (const id of ids) await wander(traveller, id, rng);
      await eraseSomething(ids, rng);
      const files = await evidence.exportNow(round % 5 !== 0);
      const result = await judged(files, { log: first, known: [{ name: 'kept', text: kept }] });
      expect([round, result.finding, result.reason]).toEqual([round, undefined, undefined]);
      kept = files.get('checkpoint')!.toString();
      erased = Math.max(erased, result.replayed!.erased.length);
    }
    expect(erased).toBeGreaterThan(stretches / 2);
  });
});

/** One try on the proposal as it stands. */
async function wander(traveller: Traveller, id: string, rng: () => number): Promise<void> {
  const [row] = await evidence.api.store.database.sql('select content from proposal where id = $1', [id]);
  const attempt: Try = drawTry(rng, row!['content'], evidence.api.store.cast);
  await traveller.send(...attempt);
}

/** Words of some entry, some of them or all, where they are still there and the officer may. */
async function eraseSomething(ids: readonly string[], rng: () => number): Promise<void> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(rng() * list.length)];
  const officer = evidence.api.as('privacy_officer');
  const entry = pick(await officer.historyOf(pick(ids)!));
  const paths = (entry!['words'] as Row[]).map(({ path }) => path as string).filter(() => rng() < 0.5);
  const which = { ...(paths.length > 0 ? { paths } : {}), everywhere: rng() < 0.5 };
  await officer.tryTo('eraseWords', { entryId: entry!['id'], ...which, authority: 'IPP 7.', reason: 'A request.' });
}
