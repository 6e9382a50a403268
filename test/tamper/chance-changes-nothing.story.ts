// Bits, bytes and lines changed by chance in checkpoints, receipts and bundles: none is accepted that says something else, and none
// makes the verifier fall over. `ASSENT_MUTATIONS` says how many; a seed that failed is in the message.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatLine } from '#ledger';
import { readCheckpoint } from '../../apps/verify/layers/checkpoint.js';
import { verifyReceipt } from '../../apps/verify/verify-receipt.js';
import { rngOf } from '../harness/index.js';
import { diceOf, type Dice } from './catalogue.js';
import { gatherEvidence, type Evidence, type Files } from './evidence.js';
import { commandEnds, cut, headOf, putTogether, takeApart, withManifest } from './forger.js';
import { judged } from './judged.js';
import { signedCheckpoint } from './log.js';
import { receiptOf } from './receipts.js';

/** Of ten, six are of single files and four of bundles; of these one in fifty is of the whole bundle, which takes its time. */
const mutations = Number(process.env['ASSENT_MUTATIONS'] ?? 10_000);

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

const changes: ((bytes: Buffer, dice: Dice) => Buffer)[] = [
  (bytes, dice) => {
    const changed = Buffer.from(bytes);
    changed[dice.at(bytes.length)]! ^= 1 << dice.at(8);
    return changed;
  },
  (bytes, dice) => {
    const changed = Buffer.from(bytes);
    changed[dice.at(bytes.length)] = dice.at(256);
    return changed;
  },
  (bytes, dice) => {
    const at = dice.at(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  },
  (bytes, dice) => {
    const at = dice.at(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([dice.at(256)]), bytes.subarray(at)]);
  },
  (bytes, dice) => bytes.subarray(0, dice.at(bytes.length)),
  (bytes, dice) => onLines(bytes, lines => void lines.splice(dice.at(lines.length), 1)),
  (bytes, dice) => onLines(bytes, lines => void lines.splice(dice.at(lines.length), 0, lines[dice.at(lines.length)]!)),
  (bytes, dice) =>
    onLines(bytes, lines => {
      const [one, other] = [dice.at(lines.length), dice.at(lines.length)];
      [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    }),
];

function onLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  change(lines);
  return Buffer.from(lines.join('\n'), 'latin1');
}

const diceOfSeed = (seed: number): Dice => diceOf(rngOf(Math.imul(seed, 0x9e3779b1)));
const mutated = (bytes: Buffer, dice: Dice): Buffer => dice.pick(changes)(bytes, dice);

describe(`${mutations} changes by chance`, () => {
  it('make no checkpoint that says something else', async () => {
    const original = small.get('checkpoint')!;
    const { text } = (readCheckpoint(original.toString(), { file: '' }) as { note: { text: string } }).note;
    for (let seed = 1; seed <= mutations * 0.1; seed += 1) {
      const files = new Map(small).set('checkpoint', mutated(original, diceOfSeed(seed)));
      const result = await judged(withManifest(files, manifestOf(small)), { log: evidence.first });
      const read = readCheckpoint(files.get('checkpoint')!.toString(), { file: '' });
      if (result.verdict === 'clean') expect([seed, 'note' in read && read.note.text]).toEqual([seed, text]);
    }
  });

  it('make no receipt that says something else', () => {
    const receipts = [0, 31, 77].map(index => receiptOf(evidence.files, index));
    const says = (text: string) => {
      const { finding, entry, size } = verifyReceipt({ name: 'r', text }, evidence.second.key);
      return finding ? undefined : { entry, size };
    };
    const truths = receipts.map(says);
    for (let seed = 1; seed <= mutations * 0.5; seed += 1) {
      const dice = diceOfSeed(seed);
      const which = dice.at(receipts.length);
      const said = says(mutated(Buffer.from(receipts[which]!), dice).toString());
      if (said) expect([seed, said]).toEqual([seed, truths[which]]);
    }
  });

  it('make no bundle that says something else, whether or not the manifest is made to fit', async () => {
    for (let seed = 1; seed <= mutations * 0.4; seed += 1) {
      const original = seed % 50 === 0 ? evidence.files : small;
      const files = changedBundle(original, diceOfSeed(seed));
      const result = await judged(files, { log: evidence.first });
      if (result.verdict === 'clean') expect([seed, differences(original, files)]).toEqual([seed, []]);
    }
  });
});

const manifestOf = (files: Files) => takeApart(files).manifest;

function changedBundle(original: Files, dice: Dice): Files {
  const name = dice.pick([...original.keys()]);
  const files = new Map(original).set(name, mutated(original.get(name)!, dice));
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
