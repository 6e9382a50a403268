// The log's keys are entries of the log: the first one is introduced, each further one signed for by the one before it.
import { checking, type Keys, type Signer } from '#keys';
import { parseKey, rotatedTo, rotateKey, type VerifierKey } from '#ledger';
import type { KeyEvent, LogStanding, RecordedKey } from '#store';
import type { Log } from './log.js';

type Named = Pick<LogStanding, 'size' | 'keys'>;

const keyOf = ({ event }: RecordedKey): string => (event.type === 'SigningKeyIntroduced' ? event.key : event.newKey);

/** Every key that the ledger names as the log's, its own word for it. */
export const keysNamed = ({ keys }: Pick<Named, 'keys'>): VerifierKey[] =>
  keys.map(each => parseKey(checking.sha256, keyOf(each))).filter(key => key !== undefined);

/** Is the key that the ledger names last one of ours? Before it names any, whoever comes first is. */
export const isNamed = ({ current, next }: Keys, { keys }: Pick<Named, 'keys'>): boolean =>
  keys.slice(-1).every(last => [current.verifier, next?.verifier].includes(keyOf(last)));

/** Does the ledger say by now that history was lost, and that our next key begins anew? */
export function isDeclared({ keys }: Pick<Named, 'keys'>, { next }: Keys): boolean {
  const event = keys.at(-1)?.event;
  return event?.type === 'HistoryLost' && event.newKey === next?.verifier;
}

/** Sees to it that the ledger names our key, or both where one takes the other's place. Answers who signs the tree as it stands. */
export async function prepareKeys(
  log: Log,
  { size, keys }: Named,
  { current, next }: Keys,
): Promise<Signer | 'another-key'> {
  const last = keys.at(-1);
  if (!last) return recordedBy(current, log, { type: 'SigningKeyIntroduced', key: current.verifier }, 0);
  // From the first checkpoint on that covers the rotation, the new key signs.
  if (next && keyOf(last) === next.verifier) return last.index !== null && last.index < size ? next : current;
  if (!next) return current;
  return recordedBy(current, log, { type: 'SigningKeyRotated', ...rotateKey(current, next) }, keys.length);
}

/** Where somebody else was faster the key is another one's; the next turn sees whose. */
const recordedBy = async (signer: Signer, log: Log, event: KeyEvent, known: number): Promise<Signer | 'another-key'> =>
  (await log.recordKey(event, known)) ? signer : 'another-key';

/** Our key, and those before it that signed for the one after them: what the log was ever signed with. */
export function keysUpTo({ key, verifier }: Signer, { keys }: Pick<Named, 'keys'>): VerifierKey[] {
  const found = [key];
  let newest = verifier;
  for (const { event } of [...keys].reverse()) {
    if (event.type !== 'SigningKeyRotated' || event.newKey !== newest || !rotatedTo(checking, event)) continue;
    const older = parseKey(checking.sha256, event.oldKey);
    if (older) found.push(older);
    newest = event.oldKey;
  }
  return found;
}
