// History that the log itself declares lost. Such a break is never a continuation: what was kept of it counts against the bundle, and is
// told with what was declared; and what is declared has to be what the bundle shows.
import { append, areEqual, emptyRange, rootOf, type Checkpoint, type VerifierKey } from '#ledger';
import { leafLength, leavesOf } from '../bundle/leaves.js';
import type { Source } from '../bundle/source.js';
import { finding, type Finding, type Place } from '../finding.js';
import { sha256 } from '../native.js';
import { checkSignature, readCheckpoint, type Genuine } from './checkpoint.js';
import type { LossEntry, Succession } from './keys.js';

/** In words: which log, how much of it, why. */
export const lossSentence = ({ place, from, signed, left, said }: LossEntry): string =>
  `Entry ${place.index} declares that sealed history of ${from.name} was lost: ${signed.size} entries were signed, and the first ` +
  `${left?.size ?? 0} are left. The reason given: “${said.reason}”`;

/** That both checkpoints in it were signed by the log that ended, and that the bundle begins with what is said to be left. */
export async function checkLosses(source: Source, { losses, named }: Succession): Promise<Finding | undefined> {
  for (const loss of losses) {
    const { left, said, place } = loss;
    const notes = [said.signed, ...(said.left === null ? [] : [said.left])];
    const isGenuine = notes.every(note => isSignedBy(named, note, place));
    if (!isGenuine)
      return finding(
        'loss-misdeclared',
        place,
        'The log that it says has ended did not sign the checkpoints it names.',
      );
    if (left && !(await beginsWith(source, left, place.index)))
      return finding('loss-misdeclared', place, `The first ${left.size} entries are not those that it says are left.`);
  }
  return undefined;
}

function isSignedBy(keys: readonly VerifierKey[], note: string, place: Place): boolean {
  const genuine = readCheckpoint(note, place);
  return !('kind' in genuine) && checkSignature(genuine, keys, place) === undefined;
}

const atOnce = 1024;

/** By the file of leaves, which the entries were found to fit. */
async function beginsWith(source: Source, { size, root }: Checkpoint, most: number): Promise<boolean> {
  if (size > most) return false;
  const leaves = leavesOf(source);
  let range = emptyRange;
  while (range.size < size) {
    const taken = await leaves.take(Math.min(atOnce, size - range.size) * leafLength);
    if (taken.length < leafLength) return false;
    for (let at = 0; at < taken.length; at += leafLength)
      range = append(sha256, range, taken.subarray(at, at + leafLength));
  }
  return areEqual(rootOf(sha256, range), root);
}

/** What was found against something kept of a log that ended, told with the loss that accounts for it, or does not. */
export function explained(
  bad: Finding | undefined,
  { checkpoint }: Genuine,
  losses: readonly LossEntry[],
): Finding | undefined {
  const loss = bad && losses.find(({ from }) => from.name === checkpoint.origin);
  if (!bad || !loss) return bad;
  const sentence = lossSentence(loss);
  if (!isWithin(loss, checkpoint))
    return {
      ...bad,
      what: `${bad.what} ${sentence} That does not account for it: this was signed beyond what it says.`,
    };
  const { file } = bad;
  const what = `It covers ${checkpoint.size} entries of ${checkpoint.origin}, and not all of them are left. ${sentence} Nobody can show any more what stood there.`;
  return finding('history-lost', { ...loss.place, file }, what);
}

function isWithin({ left, signed }: LossEntry, { size, root }: Checkpoint): boolean {
  if (size <= (left?.size ?? 0) || size > signed.size) return false;
  return size < signed.size || areEqual(root, signed.root);
}

/** Why nothing is judged by the key of a log that has ended, where the bundle is of the one after it. */
export function endOf(
  { checkpoint, note }: Genuine,
  { keys, named, losses }: Succession,
  place: Place,
): string | undefined {
  if (keys.some(({ name }) => name === checkpoint.origin)) return undefined;
  const loss = losses.find(({ from }) => keys.some(({ name }) => name === from.name));
  if (!loss || checkSignature({ checkpoint, note }, named, place)) return undefined;
  return (
    `The log ${loss.from.name}, whose key you hold, has ended. ${lossSentence(loss)} This bundle is of the log that came after, ` +
    `${checkpoint.origin}. If you accept that, ask its owner for its key, and give that as well: --key.`
  );
}
