// One turn of the signer: look at what was signed and at the tree, refuse or sign, remember, and only then publish.
import { checking, KeyFileError, sha256, type Keys, type LastSigned, type Signer } from '#keys';
import { formatCheckpoint, formatNote, parseNote, signedBy, signText } from '#ledger';
import type { LogStanding } from '#store';
import { beginAnew } from './begin-anew.js';
import { examineTree, noneSigned } from './examine.js';
import type { SignerHome } from './home.js';
import { isNamed, prepareKeys } from './keys-in-ledger.js';
import type { Log } from './log.js';
import type { Refusal } from './refusal.js';
import type { At, Ready } from './turn.js';

/** `busy`: another process signs at this moment. */
export type Sealing = { sealed: number } | { refused: Refusal } | 'busy';

export interface SealOptions {
  home: SignerHome;
  log: Log;
  /** Whether a missing key is made, where nothing was signed yet. */
  createsKey?: boolean;
}

/**
 * After this returns `sealed`, that many entries are under a checkpoint that is published. It may be interrupted anywhere: what was
 * signed was remembered before anybody could see it, and the next turn goes on from there.
 */
export const seal = (options: SealOptions): Promise<Sealing> => options.home.alone(() => turn(options));

async function turn({ home, log, createsKey = false }: SealOptions): Promise<Sealing> {
  const before = await log.standing();
  const keys = keysIn(home, createsKey && !before.latest && before.keys.length === 0);
  if (typeof keys === 'string') return { refused: keys };
  const ready = keys.loss ? await beginAnew({ home, log, before, keys }) : await goOn({ home, log, before, keys });
  return typeof ready === 'string' ? { refused: ready } : signAndPublish({ home, log, before, ...ready });
}

async function goOn({ home, log, before, keys }: At): Promise<Ready | Refusal> {
  if (!isNamed(keys, before)) return 'another-key';
  const remembered = rememberedIn(home, keys, before);
  if (typeof remembered === 'string') return remembered;
  const signed = remembered ?? noneSigned(keys.current.key.name);
  const examined = await examineTree(log, before, signed);
  if (typeof examined === 'string') return examined;
  const signer = await prepareKeys(log, before, keys);
  return signer === 'another-key' ? signer : { signed, examined, signer };
}

function keysIn(home: SignerHome, createsKey: boolean): Keys | Refusal {
  try {
    if (createsKey && !home.keys()) home.makeKey();
    return home.keys() ?? 'no-key';
  } catch (error) {
    if (error instanceof KeyFileError) return 'key-unusable';
    throw error;
  }
}

/** Undefined: nothing was ever signed. */
function rememberedIn(home: SignerHome, keys: Keys, { latest }: LogStanding): LastSigned | undefined | Refusal {
  const signed = home.lastSigned();
  if (signed === 'unreadable') return 'state-unreadable';
  if (signed === 'missing') return latest ? 'state-missing' : undefined;
  if (signed.origin !== keys.current.key.name) return 'another-key';
  // By the next one, where it was interrupted before that took the other's place.
  const isOurs = [keys.current, keys.next].some(key => key && isBy(key, signed));
  if (!isOurs) return 'another-key';
  // Nothing is published that was not remembered before.
  if (latest && latest.size > signed.size) return 'state-older';
  return latest && latest.size === signed.size && latest.note !== signed.note ? 'another-checkpoint' : signed;
}

export const isBy = ({ key }: Signer, { note }: Pick<LastSigned, 'note'>): boolean => {
  const parsed = parseNote(note);
  return parsed !== undefined && signedBy(checking, parsed, key) === 'valid';
};

async function signAndPublish(at: Omit<At, 'keys'> & Ready): Promise<Sealing> {
  const { home, log, before, signed, examined, signer } = at;
  const { size, root } = examined;
  if (size > signed.size) {
    const checkpoint = checkpointBy(signer, size, root);
    home.remember(checkpoint);
    if (home.keys()?.next?.verifier === signer.verifier) home.promoteNext();
    await log.publish(checkpoint);
  } else if (signed.size > (before.latest?.size ?? 0)) await log.publish(signed);
  return { sealed: size };
}

function checkpointBy({ key, sign }: Signer, size: number, root: Uint8Array): LastSigned {
  const text = formatCheckpoint({ origin: key.name, size, root });
  return { origin: key.name, size, root, note: formatNote({ text, signatures: [signText(sha256, key, sign, text)] }) };
}
