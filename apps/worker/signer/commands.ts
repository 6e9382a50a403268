// What an operator may ask of the signer: how it stands, to take up a checkpoint, to go over to another key.
import type { DataSource } from 'typeorm';
import { ledgerProgress } from '#store';
import { adopt } from './adopt.js';
import type { SignerHome } from './home.js';
import { isNamed } from './keys-in-ledger.js';
import { logIn, type Log } from './log.js';
import { refusalSentence, type Refusal } from './refusal.js';
import { resumeAfterLoss, type Resuming } from './resume-after-loss.js';

export const usage = `Usage: npm run signer -- COMMAND

  status
      The log, its key, what was signed last, and whether the signer goes on. Exit code 1 when it refuses.
  adopt --known CHECKPOINT-FILE
      After last-signed.json was lost: takes up a checkpoint that you vouch for. It has to be signed by this log, and the tree has to
      begin with it. Take one from outside: a witness, an auditor, a receipt.
  rotate
      Makes the next key. The worker enters it in the ledger, signed by both keys, and signs with it from then on.
  resume-after-loss --reason TEXT [--known CHECKPOINT-FILE]
      After sealed history was lost for good: ends this log and begins another, under a name and a key of its own. What was lost and
      why stands in the ledger from then on, signed by both keys. Cannot be taken back. docs/operating.md says what comes before it.
      --known: the newest checkpoint that anybody kept, where last-signed.json was lost as well.

The folder is SIGNER_HOME, by default “signer” under ASSENT_HOME. The database is that of DATABASE_URL, or the embedded one.`;

/** A mistake of the operator's: said in a sentence. */
export class UsageError extends Error {}

export interface Asked {
  home: SignerHome;
  dataSource: DataSource;
  /** The text of the file that was named. */
  checkpoint: string | undefined;
  reason?: string | undefined;
}

export interface Said {
  lines: string[];
  isWell: boolean;
}

/** Throws UsageError, NotAdoptedError, NotResumedError or KeyFileError, each with a sentence for the operator. */
export async function perform(command: string, { home, dataSource, checkpoint, reason }: Asked): Promise<Said> {
  const log = logIn(dataSource, () => {
    throw new Error('The command line writes nothing to the ledger.');
  });
  if (command === 'status') return status(home, log, dataSource);
  if (command === 'rotate') return rotate(home);
  if (command === 'resume-after-loss') return resume(home, log, { reason: reason ?? '', known: checkpoint });
  if (command !== 'adopt') throw new UsageError(`There is no command “${command}”.`);
  if (checkpoint === undefined) throw new UsageError('Say with --known which checkpoint you vouch for.');
  const { size } = await adopt(home, log, checkpoint);
  return { lines: [`Taken up: the checkpoint of ${size} entries. The worker goes on from it.`], isWell: true };
}

async function status(home: SignerHome, log: Log, dataSource: DataSource): Promise<Said> {
  const [{ sealedSize, witnessedSize, size, refusal }, standing] = [
    await ledgerProgress(dataSource),
    await log.standing(),
  ];
  const [keys, signed] = [home.keys(), home.lastSigned()];
  const lines = [
    `Log                ${keys?.current.key.name ?? 'none yet'}`,
    `Key                ${keys?.current.verifier ?? 'none'}`,
    ...(keys?.next ? [`Next key           ${keys.next.verifier}`] : []),
    `Last signed        ${typeof signed === 'string' ? signed : `${signed.size} entries`}`,
    `Tree               ${size} entries, ${sealedSize} sealed, ${witnessedSize} witnessed`,
    `Latest checkpoint  ${standing.latest ? `${standing.latest.size} entries` : 'none'}`,
  ];
  if (keys?.loss) lines.push(`Loss declared      “${keys.loss.reason}”: ${keys.next?.key.name} is to begin`);
  else if (keys && !isNamed(keys, standing)) lines.push('The ledger names another key.');
  const reason = keys ? refusal : 'no-key';
  lines.push(reason ? `REFUSES: ${refusalSentence(reason as Refusal)}` : 'It signs.');
  return { lines, isWell: reason === null };
}

async function resume(home: SignerHome, log: Log, asked: Resuming): Promise<Said> {
  const { origin, signed, left, newOrigin, verifier } = await resumeAfterLoss(home, log, asked);
  const lines = [
    `The log ${origin} has ended. ${signed} entries of it were signed; what is left begins with the first ${left} of them.`,
    `The worker enters that in the ledger, signed by both keys, and begins the log ${newOrigin}, with the key`,
    verifier,
    'Give it to everybody who checks the ledger, and say why: auditors (--key), witnesses (--log), partners. Whatever they kept of',
    'the old log stays what it is: proof of what was signed. Ask them for it; it may tell what was lost.',
  ];
  return { lines, isWell: true };
}

function rotate(home: SignerHome): Said {
  if (!home.keys()) throw new UsageError(refusalSentence('no-key'));
  home.makeNextKey();
  return { lines: [`The next key: ${home.keys()?.next?.verifier}`, 'The worker goes over to it.'], isWell: true };
}
