// The witness itself: does this checkpoint follow on what was seen of its log? Then it is remembered, and cosigned. From the look to
// the disk nothing comes in between, so two requests cannot overtake each other.
import { checking, sha256 } from '#keys';
import {
  areEqual,
  cosignText,
  formatSignature,
  isConsistent,
  signedBy,
  toBase64,
  type Checkpoint,
  type VerifierKey,
} from '#ledger';
import type { WitnessHome } from './home.js';
import { parseAddCheckpoint, type AddCheckpoint } from './request.js';
import type { Seen } from './seen.js';

export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  body: string;
  type?: string;
}

const sizeOf = ({ size }: Seen): Answer => ({ status: 409, body: `${size}\n`, type: 'text/x.tlog.size' });
const refusal = (status: Answer['status'], body: string): Answer => ({ status, body: `${body}\n` });

const none: Seen = { size: 0, root: sha256(new Uint8Array()) };

export class Witness {
  private readonly keys = new Map<string, VerifierKey[]>();

  constructor(
    logs: readonly VerifierKey[],
    private readonly home: WitnessHome,
    /** Is told of what a log signed and ought not to have. */
    private readonly alarm: (words: string) => void = console.error,
  ) {
    for (const key of logs) this.keys.set(key.name, [...(this.keys.get(key.name) ?? []), key]);
  }

  get origins(): Iterable<string> {
    return this.keys.keys();
  }

  /** `seconds` since 1970: the time of the cosignature. After it returns 200 the checkpoint is remembered for good. */
  addCheckpoint(body: string, seconds: number): Answer {
    const request = parseAddCheckpoint(body);
    if (!request) return refusal(400, 'It is not an old size, a proof and a checkpoint.');
    const keys = this.keys.get(request.origin);
    if (!keys) return refusal(404, 'That log is not known here.');
    if (!keys.some(key => signedBy(checking, request.note, key) === 'valid'))
      return refusal(403, 'No key that is known here signed it.');
    const { checkpoint } = request;
    if (!checkpoint) return refusal(400, 'The checkpoint has lines beyond origin, size and root, or is none.');
    return this.judge(request, checkpoint) ?? this.cosign(request, checkpoint, seconds);
  }

  private judge({ old, proof }: AddCheckpoint, { origin, size, root }: Checkpoint): Answer | undefined {
    if (old > size) return refusal(400, 'The old size is larger than the checkpoint’s.');
    const seen = this.home.seen().get(origin) ?? none;
    if (old !== seen.size) return sizeOf(seen);
    if (old === size && !areEqual(root, seen.root)) {
      this.alarm(`${origin} signed two trees of ${size} entries: ${toBase64(seen.root)} and ${toBase64(root)}.`);
      return sizeOf(seen);
    }
    if (isConsistent(sha256, { from: seen, to: { size, root }, proof })) return undefined;
    this.alarm(
      `${origin} signed a tree of ${size} entries (${toBase64(root)}) and did not prove that it follows on ours of ${old}.`,
    );
    return refusal(422, 'The proof does not lead from the old size to the checkpoint.');
  }

  private cosign({ note }: AddCheckpoint, { origin, size, root }: Checkpoint, seconds: number): Answer {
    this.home.remember(new Map([...this.home.seen(), [origin, { size, root }]]));
    const { key, sign } = this.home.signer;
    return { status: 200, body: formatSignature(cosignText(sha256, key, sign, { text: note.text, seconds })) };
  }
}
