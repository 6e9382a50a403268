// A self-contained proof that an entry is in the log (c2sp.org/tlog-proof): what a person keeps as a receipt.
import { fromBase64, readDecimal, readHash, toBase64 } from './lines.js';

export interface ProofFile {
  /** Opaque to the format, and not signed: here the entry's exact bytes, which have to hash to the leaf. */
  extra?: Uint8Array;
  index: number;
  proof: Uint8Array[];
  /** The signed note, verbatim. */
  checkpoint: string;
}

const heading = 'c2sp.org/tlog-proof@v1';

export const formatProofFile = ({ extra, index, proof, checkpoint }: ProofFile): string =>
  [
    heading,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** More than a tree of 2^53 entries has. */
const mostHashes = 63;

/** Undefined for anything that is not exactly such a file. Whether its checkpoint is one is asked of the note. */
export function parseProofFile(text: string): ProofFile | undefined {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== heading) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  const place = lines.shift();
  const index = place?.startsWith('index ') ? readDecimal(place.slice('index '.length)) : undefined;
  const proof = lines.map(readHash).filter(hash => hash !== undefined);
  if (extra === undefined || index === undefined || proof.length !== lines.length) return undefined;
  if (proof.length > mostHashes) return undefined;
  return { ...(extra ? { extra } : {}), index, proof, checkpoint: text.slice(end + 2) };
}
