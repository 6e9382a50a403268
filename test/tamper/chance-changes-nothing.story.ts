// Bits, bytes and lines changed by chance in checkpoints, receipts and bundles: none is accepted that says something else, and none
// makes the verifier fall over. `ASSENT_MUTATIONS` says how many; a seed that failed is in the message.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatLine } from '#ledger';
import { checkSignature, readCheckpoint } from '../../apps/verify/layers/checkpoint.js';
import { verifyReceipt } from '../../apps/verify/verify-receipt.js';
import { changed } from '../../libs/ledger/testing/changed.js';
import { rngOf } from '../harness/index.js';
import { diceOf, type Dice } from './catalogue.js';
import { gatherEvidence, type Evidence, type Files } from './evidence.js';
import { commandEnds, cut, headOf, putTogether, takeApart, withManifest } from './forger.js';
import { judged } from './judged.js';
import { signedCheckpoint } from './log.js';
import { receiptOf } from './receipts.js';

const mutations = Number(process.env['ASSENT_MUTATIONS'] ?? 10_000);
/** A bundle is judged whole, however little of it was changed, and that takes its time: one in a hundred, and at least a thousand. */
const bundles = Math.max(1_000, mutations / 100);
/** Milliseconds: a tenth of a second for each, however busy the machine. */
const patience = 60_000 + bundles * 100;
const shares = { bundles, receipts: mutations / 2, checkpoints: mutations / 2 - bundles };

let evidence: Evidence;
let small: Files;
beforeAll(async () => {
  evidence = await gatherEvidence();
  const draft = takeApart(evidence.files);
  cut(draft, commandEnds(draft)[0]!);
  draft.checkpoint = signedCheckpoint(evidence.first, headOf(draft));
  small = putTogether(draft);
});
afterAll(() => evidence.close());

const diceOfSeed = (seed: number): Dice => diceOf(rngOf(Math.imul(seed, 0x9e3779b1)));
const place = { file: 'checkpoint' };

describe(`${mutations} changes by chance`, () => {
  it('make no checkpoint that says something else', () => {
    const original = evidence.files.get('checkpoint')!;
    const says = (text: string): string | undefined => {
      const read = readCheckpoint(text, place);
      return 'kind' in read || checkSignature(read, [evidence.second.key], place) ? undefined : read.note.text;
    };
    const truth = says(original.toString());
    expect(truth).toBeDefined();
    for (let seed = 1; seed <= shares.checkpoints; seed += 1) {
      const said = says(changed(original, diceOfSeed(seed).at).toString());
      if (said !== undefined && said !== truth) expect([seed, said]).toEqual([seed, truth]);
    }
  });

  it('make no receipt that says something else', () => {
    const receipts = [0, 31, 77].map(index => receiptOf(evidence.files, index));
    const says = (text: string): string | undefined => {
      const { finding, entry, size } = verifyReceipt({ name: 'r', text }, evidence.second.key);
      return finding ? undefined : JSON.stringify({ entry, size });
    };
    const truths = receipts.map(says);
    expect(truths).not.toContain(undefined);
    for (let seed = 1; seed <= shares.receipts; seed += 1) {
      const dice = diceOfSeed(seed);
      const which = dice.at(receipts.length);
      const said = says(changed(Buffer.from(receipts[which]!), dice.at).toString());
      if (said !== undefined && said !== truths[which]) expect([seed, said]).toEqual([seed, truths[which]]);
    }
  });

  it(
    'make no bundle that says something else, whether or not the manifest is made to fit',
    async () => {
      for (const files of [small, evidence.files])
        expect(await judged(files, { log: evidence.first })).toMatchObject({ verdict: 'clean' });
      for (let seed = 1; seed <= shares.bundles; seed += 1) {
        const original = seed % 20 === 0 ? evidence.files : small;
        const files = changedBundle(original, diceOfSeed(seed));
        const result = await judged(files, { log: evidence.first });
        if (result.verdict === 'clean') expect([seed, differences(original, files)]).toEqual([seed, []]);
      }
    },
    patience,
  );
});

function changedBundle(original: Files, dice: Dice): Files {
  const name = dice.pick([...original.keys()]);
  const files = new Map(original).set(name, changed(original.get(name)!, dice.at));
  return name === 'manifest.json' || dice.rng() < 0.3
    ? files
    : withManifest(files, JSON.parse(original.get('manifest.json')!.toString()));
}

/** What is judged. The manifest's notes on who wrote it are not signed, and a signature of somebody unknown is nobody's. */
function differences(one: Files, other: Files): string[] {
  const judgedOf = (files: Files, name: string): string => {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    if (name === 'manifest.json') {
      const { product: _, catalogue: __, files: ___, ...rest } = JSON.parse(bytes.toString());
      return formatLine(rest);
    }
    return name === 'checkpoint' ? bytes.toString().split('\n\n')[0]! : bytes.toString('latin1');
  };
  return [...one.keys()].filter(name => judgedOf(one, name) !== judgedOf(other, name));
}
