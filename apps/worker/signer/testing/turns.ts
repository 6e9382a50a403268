// What the signer's specs do with a rehearsal: turns, an operator's declaration, and a look at all that was ever signed.
import { expect } from '@jest/globals';
import { naiveRoot } from '../../../../libs/ledger/testing/naive-tree.js';
import { NotResumedError, resumeAfterLoss } from '../resume-after-loss.js';
import { seal, type Sealing } from '../seal.js';
import { Crash, Rehearsal, type Signed } from './rehearsal.js';

export const turn = async (rehearsal: Rehearsal): Promise<Sealing | 'crashed'> => {
  try {
    return await seal({ home: rehearsal.home, log: rehearsal.log, createsKey: true });
  } catch (error) {
    if (error instanceof Crash) return 'crashed';
    throw error;
  }
};

export const sealed = async (entries = 5): Promise<Rehearsal> => {
  const rehearsal = new Rehearsal();
  rehearsal.grow(entries);
  await turn(rehearsal);
  return rehearsal;
};

/** What an operator does on a bad day; where nothing was lost it is refused. */
export async function declare({ home, log }: Rehearsal): Promise<void> {
  await resumeAfterLoss(home, log, { reason: 'The disk broke.' }).catch((error: unknown) => {
    if (!(error instanceof Crash || error instanceof NotResumedError)) throw error;
  });
}

/** Of each log by itself: after a declared loss there is another one. */
export function expectNoContradiction(signed: readonly Signed[]): void {
  for (const ofOne of Map.groupBy(signed, ({ origin }) => origin).values()) expectOneHistory(ofOne);
}

/** Each was signed over what it says, and of any two the smaller one's entries are the beginning of the larger one's. */
function expectOneHistory(signed: readonly Signed[]): void {
  const inOrder = [...signed].sort((one, other) => one.size - other.size);
  for (const { size, root, entries } of inOrder) expect(naiveRoot(entries.slice(0, size)).toString('hex')).toBe(root);
  for (const [index, { size, root }] of inOrder.entries())
    for (const later of inOrder.slice(index))
      expect(naiveRoot(later.entries.slice(0, size)).toString('hex')).toBe(root);
}
