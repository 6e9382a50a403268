// One exchange with a witness (c2sp.org/tlog-witness): the checkpoint and the proof that it follows on what the witness knows, for a
// cosignature. What it answers is checked before it is believed.
import { checking } from '#keys';
import { keyIdOf, parseNote, readDecimal, signedBy, timeOfCosignature, toBase64, formatSignature } from '#ledger';
import type { Witness } from './read-witnesses.js';

export interface Request {
  /** The size that the witness knows. */
  from: number;
  /** That the checkpoint's tree begins with the one of that size. */
  proof: readonly Uint8Array[];
  /** The signed note. */
  note: string;
}

/** `knows`: it knows another size than we thought. `failed`: why, in one word. */
export type Answer = { line: string; at: Date } | { knows: number } | { failed: string };

/** Milliseconds until an answer is given up. */
const patience = 5_000;
/** More than any answer has. */
const longestAnswer = 16_384;

export async function ask(witness: Witness, request: Request, stopping: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(new URL('add-checkpoint', witness.url.replace(/\/?$/, '/')), {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: bodyOf(request),
      redirect: 'error',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(patience)]),
    });
    const text = await readShort(response);
    if (response.status === 409) return knownSize(text);
    if (response.status !== 200) return { failed: `status-${response.status}` };
    return cosignatureIn(text, witness, request.note) ?? { failed: 'wrong-cosignature' };
  } catch (error) {
    return { failed: (error as Error).name === 'TimeoutError' ? 'silent' : 'unreachable' };
  }
}

export const bodyOf = ({ from, proof, note }: Request): string =>
  [`old ${from}`, ...proof.map(toBase64), '', note].join('\n');

async function readShort(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestAnswer) throw new Error('The answer is longer than any answer is.');
  }
  return text;
}

function knownSize(text: string): Answer {
  const size = text.endsWith('\n') ? readDecimal(text.slice(0, -1)) : undefined;
  return size === undefined ? { failed: 'status-409' } : { knows: size };
}

/** The witness's own line, where the note with it is cosigned by its key. Lines of other keys are left aside. */
export function cosignatureIn(lines: string, { key }: Witness, note: string): Answer | undefined {
  const parsed = parseNote(`${note}${lines}`);
  if (!parsed || signedBy(checking, parsed, key) !== 'valid') return undefined;
  const keyId = keyIdOf(checking.sha256, key);
  const own = parsed.signatures.find(signature => signature.name === key.name && signature.keyId === keyId);
  const seconds = own && timeOfCosignature(own.bytes);
  return own && seconds !== undefined ? { line: formatSignature(own), at: new Date(seconds * 1000) } : undefined;
}
