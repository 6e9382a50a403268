// After a lost state file: a checkpoint that an operator vouches for becomes what the signer remembers, if it is ours and the tree
// still holds it. Nothing that is remembered already can be given up in this way.
import { checking, lastSignedOf, type Keys, type LastSigned } from '#keys';
import { parseNote, signedBy, type VerifierKey } from '#ledger';
import type { LogStanding } from '#store';
import { examineTree } from './examine.js';
import type { SignerHome } from './home.js';
import { keysUpTo } from './keys-in-ledger.js';
import type { Log } from './log.js';
import { refusalSentence } from './refusal.js';

/** Says to an operator why not. */
export class NotAdoptedError extends Error {
  override name = 'NotAdoptedError';
}

/** The checkpoint that is remembered from here on: the one given, or a later one of ours that the database has. */
export async function adopt(home: SignerHome, log: Log, known: string): Promise<LastSigned> {
  const adopted = await home.alone(() => takeUp(home, log, known));
  if (adopted === 'busy') throw new NotAdoptedError('A worker signs at this moment. Try again.');
  return adopted;
}

async function takeUp(home: SignerHome, log: Log, known: string): Promise<LastSigned> {
  const keys = home.keys();
  if (!keys) throw new NotAdoptedError(refusalSentence('no-key'));
  const standing = await log.standing();
  const given = ours(known, keys, standing);
  if (!given)
    throw new NotAdoptedError('It is no checkpoint of this log: its origin or its signature is another one’s.');
  const latest = standing.latest && ours(standing.latest.note, keys, standing);
  if (standing.latest && !latest) throw new NotAdoptedError(refusalSentence('another-key'));
  const adopted = latest && latest.size > given.size ? latest : given;
  await expectConsistent(log, standing, [given, adopted, ...rememberedIn(home, adopted)]);
  home.remember(adopted);
  return adopted;
}

/** The checkpoint, where it is one of our log's. */
export const ours = (note: string, { current }: Keys, standing: LogStanding): LastSigned | undefined =>
  signedByOneOf(keysUpTo(current, standing), note);

/** The keys are those of one log. */
export function signedByOneOf(keys: readonly VerifierKey[], note: string): LastSigned | undefined {
  const [parsed, checkpoint] = [parseNote(note), lastSignedOf(note)];
  if (!parsed || checkpoint?.origin !== keys[0]?.name) return undefined;
  return keys.some(key => signedBy(checking, parsed, key) === 'valid') ? checkpoint : undefined;
}

function rememberedIn(home: SignerHome, { size }: LastSigned): LastSigned[] {
  const signed = home.lastSigned();
  if (typeof signed === 'string') return [];
  if (signed.size > size)
    throw new NotAdoptedError(
      `A checkpoint of ${signed.size} entries was signed already, so one of ${size} cannot be the last.`,
    );
  return [signed];
}

async function expectConsistent(log: Log, standing: LogStanding, signed: readonly LastSigned[]): Promise<void> {
  for (const each of signed) {
    const examined = await examineTree(log, standing, each);
    if (typeof examined === 'string') throw new NotAdoptedError(refusalSentence(examined));
  }
}
