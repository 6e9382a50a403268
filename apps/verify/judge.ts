// From the command line's files to a verdict. Whatever cannot be read is a reason not to judge, and never a reason to accept.
import { readFileSync, statSync } from 'node:fs';
import { algorithms, parseKey, parsePolicy, type Policy, type VerifierKey } from '#ledger';
import type { Asked } from './arguments.js';
import { folderSource } from './bundle/source.js';
import { CannotJudge } from './finding.js';
import type { Kept } from './layers/known.js';
import { sha256 } from './native.js';
import { replayInWorker } from './replay/replay-in-worker.js';
import { unjudged, verdictOn, verdictOnReceipt, type Verdict } from './verdict.js';
import { verifyBundle } from './verify-bundle.js';
import { verifyReceipt } from './verify-receipt.js';

/** Read where the program begins. */
export interface Circumstances {
  /** Seconds since 1970. */
  now: number;
  progress: (line: string) => void;
}

export async function judge(asked: Asked, circumstances: Circumstances): Promise<Verdict> {
  try {
    const keys = asked.keys.map(readKey);
    return isFolder(asked.evidence)
      ? await judgeBundle(asked, keys, circumstances)
      : verdictOnReceipt(verifyReceipt(keptIn(asked.evidence), ...keys));
  } catch (error) {
    if (error instanceof CannotJudge) return unjudged(error.message);
    throw error;
  }
}

async function judgeBundle(asked: Asked, keys: VerifierKey[], circumstances: Circumstances): Promise<Verdict> {
  const { known, receipts, witness, maxAge, evidence } = asked;
  const judged = await verifyBundle(folderSource(evidence), {
    ...{ keys, known: known.map(keptIn), receipts: receipts.map(keptIn) },
    ...(witness === undefined ? {} : { policy: readPolicy(witness) }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...circumstances,
    replay: replayInWorker(evidence),
  });
  return verdictOn(judged, { anchors: known.length + receipts.length, witnesses: witness !== undefined });
}

function isFolder(evidence: string): boolean {
  const what = statSync(evidence, { throwIfNoEntry: false });
  if (!what) throw new CannotJudge(`There is no ${evidence}.`);
  return what.isDirectory();
}

/** The largest that a key, a policy, a checkpoint or a receipt can sensibly be. */
const mostBytes = 16 * 1024 * 1024;

function keptIn(name: string): Kept {
  const what = statSync(name, { throwIfNoEntry: false });
  if (!what?.isFile() || what.size > mostBytes) throw new CannotJudge(`${name} is no file to read.`);
  return { name, text: readFileSync(name, 'utf8') };
}

function readKey(given: string): VerifierKey {
  const text = statSync(given, { throwIfNoEntry: false })?.isFile() ? keptIn(given).text.trim() : given;
  const key = parseKey(sha256, text);
  if (key?.algorithm !== algorithms.ed25519)
    throw new CannotJudge(
      '--key is no verifier key of a log: it has the form name+id+base64, or names a file with that in it.',
    );
  return key;
}

function readPolicy(name: string): Policy {
  const policy = parsePolicy(sha256, keptIn(name).text);
  if ('fault' in policy)
    throw new CannotJudge(`${name} is no policy of witnesses: in line ${policy.line}, ${policy.fault}.`);
  return policy;
}
