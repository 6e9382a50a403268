// A receipt by itself: verified as it was handed out, and refused however its entry, its place or its proof are bent.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatProofFile, nodeHash, parseProofFile, type ProofFile } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import { verdictOnReceipt } from '../../apps/verify/verdict.js';
import { verifyReceipt } from '../../apps/verify/verify-receipt.js';
import { gatherEvidence, type Evidence } from './evidence.js';
import { leafOf } from './forger.js';
import { entriesOf, receiptOf, subtreesOf } from './receipts.js';

let evidence: Evidence;
beforeAll(async () => {
  evidence = await gatherEvidence();
});
afterAll(() => evidence.close());

const judge = (text: string) => verifyReceipt({ name: 'receipt', text }, evidence.second.key);
const bent = (index: number, change: (file: ProofFile) => Partial<ProofFile>): string | undefined => {
  const file = parseProofFile(receiptOf(evidence.files, index))!;
  return judge(formatProofFile({ ...file, ...change(file) })).finding?.kind;
};

describe('A receipt', () => {
  it('is verified for every entry there is, and says what it is a receipt of', () => {
    for (const { index, stream } of entriesOf(evidence.files)) {
      const judged = judge(receiptOf(evidence.files, index));
      expect([index, judged.finding, judged.entry?.stream]).toEqual([index, undefined, stream]);
    }
    const verdict = verdictOnReceipt(judge(receiptOf(evidence.files, 60)));
    expect(verdict).toMatchObject({ exit: 0, seen: { index: 60 } });
    expect(verdict.cannotExclude.join(' ')).toMatch(/another history/);
  });

  it('is not verified with another key', () => {
    const { finding } = verifyReceipt(
      { name: 'receipt', text: receiptOf(evidence.files, 3) },
      evidence.witnesses[0]!.key,
    );
    expect(finding?.kind).toBe('origin-wrong');
    expect(verifyReceipt({ name: 'r', text: receiptOf(evidence.files, 3) }, evidence.first.key).finding?.kind).toBe(
      'signature-by-other-key',
    );
  });

  it('T25: two leaves are no entry, however the proof is shortened', () => {
    const entries = entriesOf(evidence.files).map(({ bytes }) => bytes);
    const rootOfSubtree = subtreesOf(entries);
    for (const index of [0, 8, 40, 100]) {
      const [left, right] = [leafOf(entries[index]!), leafOf(entries[index + 1]!)];
      expect(Buffer.from(nodeHash(sha256, left, right)).equals(rootOfSubtree({ level: 1, index: index / 2 }))).toBe(
        true,
      );
      const extra = Buffer.concat([left, right]);
      expect(bent(index, ({ proof }) => ({ extra, proof: proof.slice(1) }))).toBe('proof-wrong');
      expect(bent(index, ({ proof }) => ({ extra, index: index / 2, proof: proof.slice(1) }))).toBe('proof-wrong');
      expect(
        bent(index, ({ proof }) => ({ extra: Buffer.concat([Buffer.from([1]), extra]), proof: proof.slice(1) })),
      ).toBe('proof-wrong');
    }
  });

  it('T26: a proof that is too short, too long, in another order or of another place is none', () => {
    for (const index of [0, 17, 64, 101]) {
      expect(bent(index, ({ proof }) => ({ proof: proof.slice(1) }))).toBe('proof-wrong');
      expect(bent(index, ({ proof }) => ({ proof: proof.slice(0, -1) }))).toBe('proof-wrong');
      expect(bent(index, ({ proof }) => ({ proof: [...proof, proof[0]!] }))).toBe('proof-wrong');
      expect(bent(index, ({ proof }) => ({ proof: proof.toReversed() }))).toBe('proof-wrong');
      expect(
        bent(index, ({ proof }) => ({ proof: proof.map((hash, at) => (at === 0 ? hash.toReversed() : hash)) })),
      ).toBe('proof-wrong');
      expect(bent(index, () => ({ index: index + 1 }))).toBe('proof-wrong');
    }
  });

  it('T28: an index beyond 2^53 is no place', () => {
    const text = receiptOf(evidence.files, 5).replace('index 5', `index ${2n ** 53n + 5n}`);
    expect(judge(text).finding?.kind).toBe('number-too-large');
  });

  it('without its entry it says nothing', () => {
    expect(bent(5, () => ({ extra: undefined }))).toBe('proof-wrong');
  });
});
