// The file of leaf hashes, read beside the entries.
import { bundleFiles } from '#ledger';
import type { Source } from './source.js';

export const leafLength = 32;

export interface Leaves {
  /** The next so many bytes, or as many as there are. */
  take(length: number): Promise<Buffer>;
}

export function leavesOf(source: Source): Leaves {
  const pieces = source.open(bundleFiles.leaves)[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    take: async length => {
      while (rest.length < length) {
        const { value, done } = (await pieces.next()) as IteratorResult<Uint8Array, undefined>;
        if (done) break;
        rest = Buffer.concat([rest, value]);
      }
      const taken = rest.subarray(0, length);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}
