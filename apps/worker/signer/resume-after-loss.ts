// On the day on which sealed history is lost for good. Nothing lets the signer go on as if it were not: the old log has ended. This
// prepares another one, which begins with a statement of what was lost; the worker does the rest.
import type { Keys, LastSigned } from '#keys';
import { areOfOneLine } from '#ledger';
import type { LogStanding } from '#store';
import { ours, signedByOneOf } from './adopt.js';
import { examineTree } from './examine.js';
import type { SignerHome } from './home.js';
import { isDeclared, keysNamed } from './keys-in-ledger.js';
import type { Log } from './log.js';
import { refusalSentence } from './refusal.js';
import { isBy } from './seal.js';

/** Says to an operator why not. */
export class NotResumedError extends Error {
  override name = 'NotResumedError';
}

export interface Resuming {
  reason: string;
  /** The newest checkpoint that anybody kept, where the signer does not remember one itself. */
  known?: string | undefined;
}

export interface Resumed {
  origin: string;
  /** Entries that were signed, as far as is known, and how many of them what is left begins with. */
  signed: number;
  left: number;
  /** The new log and its key. */
  newOrigin: string;
  verifier: string;
}

export async function resumeAfterLoss(home: SignerHome, log: Log, asked: Resuming): Promise<Resumed> {
  const resumed = await home.alone(() => prepare(home, log, asked));
  if (resumed === 'busy') throw new NotResumedError('A worker signs at this moment. Stop it, and try again.');
  return resumed;
}

const controls = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

async function prepare(home: SignerHome, log: Log, { reason, known }: Resuming): Promise<Resumed> {
  if (reason.trim() === '' || reason.length > 500 || controls.test(reason))
    throw new NotResumedError('--reason takes one line of at most 500 characters. Everybody will read it, for good.');
  const keys = home.keys();
  if (!keys) throw new NotResumedError(refusalSentence('no-key'));
  const standing = await log.standing();
  expectSameLog(keys, standing);
  if (keys.loss && isDeclared(standing, keys)) throw new NotResumedError(refusalSentence('loss-declared'));
  const signed = await expectLost(log, standing, { home, keys, known });
  const { name: origin } = keys.current.key;
  const left = await findLeft(log, standing, keys);
  // A rotation that was interrupted after its first checkpoint is over: the next key is the log's.
  if (!keys.loss && keys.next && isBy(keys.next, signed)) home.promoteNext();
  home.makeNextLog({ signed: signed.note, left: left?.note ?? null, reason: reason.trim() });
  const { key, verifier } = home.keys()!.next!;
  return { origin, signed: signed.size, left: left?.size ?? 0, newOrigin: key.name, verifier };
}

/** The folder of another installation would end a log that lost nothing. */
function expectSameLog({ current }: Keys, standing: LogStanding): void {
  const named = keysNamed(standing);
  if (named.length === 0 || named.some(({ name }) => areOfOneLine(name, current.key.name))) return;
  throw new NotResumedError(refusalSentence('another-key'));
}

interface Memory {
  home: SignerHome;
  keys: Keys;
  known: string | undefined;
}

/** What was signed last, as far as is known. Throws where it is still there. */
async function expectLost(log: Log, standing: LogStanding, memory: Memory): Promise<LastSigned> {
  const { home, keys, known } = memory;
  const remembered = home.lastSigned();
  if (typeof remembered === 'string') return newestKnown(standing, keys, known);
  const isOurs = remembered.origin === keys.current.key.name;
  if (!isOurs) throw new NotResumedError(refusalSentence(keys.loss ? 'loss-declared' : 'another-key'));
  const examined = await examineTree(log, standing, remembered);
  if (typeof examined === 'string') return remembered;
  throw new NotResumedError(
    `Nothing is lost: the tree has ${examined.size} entries and begins with the ${remembered.size} that were signed last.`,
  );
}

/** Without what the signer remembers: the newest of the checkpoint that somebody kept and the one that the database has. */
function newestKnown(standing: LogStanding, keys: Keys, known: string | undefined): LastSigned {
  const given = known === undefined ? undefined : ours(known, keys, standing);
  if (known !== undefined && !given)
    throw new NotResumedError('It is no checkpoint of this log: its origin or its signature is another one’s.');
  const latest = standing.latest && ours(standing.latest.note, keys, standing);
  const newest = given && latest ? (given.size > latest.size ? given : latest) : (given ?? latest);
  if (newest) return newest;
  throw new NotResumedError(
    'It is not known what was signed. Give the newest checkpoint that anybody kept: --known FILE.',
  );
}

/** The newest checkpoint of this log that what is left begins with. */
async function findLeft(log: Log, standing: LogStanding, keys: Keys): Promise<LastSigned | undefined> {
  const latest = standing.latest && signedByOneOf([keys.current.key, ...keysNamed(standing)], standing.latest.note);
  if (!latest) return undefined;
  return typeof (await examineTree(log, standing, latest)) === 'string' ? undefined : latest;
}
