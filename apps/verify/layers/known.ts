// L4: what somebody outside kept, an earlier checkpoint or a receipt, has to be the beginning of what the bundle shows.
import { areEqual } from '#ledger';
import { CannotJudge, finding, type Finding, type Place } from '../finding.js';
import { checkSignature, readCheckpoint, type Genuine } from './checkpoint.js';
import type { Succession } from './keys.js';
import { explained } from './losses.js';
import { checkReceipt, readReceipt, type Receipt } from './receipt.js';
import type { Walked } from './walk.js';

/** A text that was kept, and what it is called. */
export interface Kept {
  name: string;
  text: string;
}

export interface Anchors {
  checkpoints: { place: Place; genuine: Genuine }[];
  receipts: { place: Place; receipt: Receipt }[];
}

/** Form only. Throws a CannotJudge where something is no checkpoint or no receipt. */
export function readAnchors(known: readonly Kept[], receipts: readonly Kept[]): Anchors {
  return {
    checkpoints: known.map(({ name, text }) => {
      const genuine = readCheckpoint(text, { file: name });
      if ('kind' in genuine) throw new CannotJudge(`${name} is no checkpoint to compare with. ${genuine.what}`);
      return { place: { file: name }, genuine };
    }),
    receipts: receipts.map(({ name, text }) => {
      const receipt = readReceipt(text, { file: name });
      if ('kind' in receipt) throw new CannotJudge(`${name} is no receipt to compare with. ${receipt.what}`);
      return { place: { file: name }, receipt };
    }),
  };
}

export const sizesOf = ({ checkpoints, receipts }: Anchors): number[] => [
  ...checkpoints.map(({ genuine }) => genuine.checkpoint.size),
  ...receipts.map(({ receipt }) => receipt.genuine.checkpoint.size),
];

export const indexesOf = ({ receipts }: Anchors): number[] => receipts.map(({ receipt }) => receipt.index);

/** Throws a CannotJudge where what was kept is not genuine itself: it proves nothing then, for or against. */
export function checkAnchors(anchors: Anchors, walked: Walked, { named, losses }: Succession): Finding | undefined {
  for (const { place, genuine } of anchors.checkpoints) {
    expectGenuine(checkSignature(genuine, named, place), place);
    const bad = explained(compare(genuine, walked, place), genuine, losses);
    if (bad) return bad;
  }
  for (const { place, receipt } of anchors.receipts) {
    const { genuine } = receipt;
    expectGenuine(checkReceipt(receipt, named, place), place);
    const found = compareEntry(receipt, walked, place) ?? compare(genuine, walked, place);
    const bad = explained(found, genuine, losses);
    if (bad) return bad;
  }
  return undefined;
}

function expectGenuine(bad: Finding | undefined, { file }: Place): void {
  if (bad) throw new CannotJudge(`${file} is not genuine itself, so it proves nothing. ${bad.what}`);
}

function compare({ checkpoint }: Genuine, { size, rootsAt }: Walked, place: Place): Finding | undefined {
  if (checkpoint.size > size)
    return finding(
      'rolled-back',
      place,
      `It covers ${checkpoint.size} entries, and the bundle has only ${size}: entries were taken away.`,
    );
  const root = rootsAt.get(checkpoint.size);
  return root && areEqual(root, checkpoint.root)
    ? undefined
    : finding(
        'forked',
        place,
        `The first ${checkpoint.size} entries of the bundle are not those that it covers: there are two histories.`,
      );
}

function compareEntry({ index, bytes }: Receipt, { size, bytesAt }: Walked, place: Place): Finding | undefined {
  if (index >= size)
    return finding(
      'rolled-back',
      place,
      `Its entry is number ${index}, and the bundle has only ${size}: entries were taken away.`,
    );
  const shown = bytesAt.get(index);
  return shown && areEqual(shown, bytes)
    ? undefined
    : finding(
        'receipt-contradicted',
        { ...place, index },
        'The bundle shows another entry in the place of the one that was receipted.',
      );
}
