// What a witness has seen: of each log the latest checkpoint that it cosigned. One file for all of them.
import { readHash, toBase64 } from '#ledger';

export interface Seen {
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/** By the log's origin. */
export const formatSeen = (seen: ReadonlyMap<string, Seen>): string => {
  const logs = [...seen].map(([origin, { size, root }]) => ({ origin, size, root: toBase64(root) }));
  return `${JSON.stringify({ logs }, null, 2)}\n`;
};

interface Line {
  origin: string;
  size: number;
  root: string;
}

/** Undefined for anything else: then it is not known what was cosigned. */
export function parseSeen(text: string): Map<string, Seen> | undefined {
  const seen = new Map<string, Seen>();
  for (const { origin, size, root: encoded } of linesOf(text) ?? [{ origin: '', size: -1, root: '' }]) {
    const root = readHash(encoded);
    if (origin === '' || !Number.isSafeInteger(size) || size < 0 || !root || seen.has(origin)) return undefined;
    seen.set(origin, { size, root });
  }
  return seen;
}

function linesOf(text: string): Line[] | undefined {
  try {
    const { logs } = JSON.parse(text) as { logs: Line[] };
    return logs.map(({ origin, size, root }) => ({ origin: String(origin), size: Number(size), root: String(root) }));
  } catch {
    return undefined;
  }
}
