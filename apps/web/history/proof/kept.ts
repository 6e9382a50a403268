// What the auditor keeps in this browser: the log’s key, and the last checkpoint that it saw. A browser that keeps nothing still checks.
import { fromBase64, toBase64 } from '#ledger';
import { watched } from '../../app/watched.js';
import type { Remembered } from './memory.js';

const KEY_AT = 'assent.log-key';
const CHECKPOINT_AT = 'assent.seen-checkpoint';

export interface KeptKey {
  /** `name+id+base64`. */
  text: string;
  isFromServer: boolean;
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function write(name: string, value: object | undefined): void {
  try {
    if (value) localStorage.setItem(name, JSON.stringify(value));
    else localStorage.removeItem(name);
  } catch {
    // Storage is full or forbidden: then it is kept until the page goes.
  }
}

/** `null` where there is none. */
export const keptKey = watched<KeptKey | null>(read(KEY_AT) as KeptKey | null);

export function keepKey(key: KeptKey | null): void {
  write(KEY_AT, key ?? undefined);
  keptKey.set(key);
}

export function rememberedCheckpoint(): Remembered | undefined {
  const kept = read(CHECKPOINT_AT) as { origin: string; size: number; root: string; seenAt: string } | null;
  const root = kept && fromBase64(kept.root);
  return kept && root ? { ...kept, root } : undefined;
}

export const rememberCheckpoint = ({ root, ...seen }: Remembered): void =>
  write(CHECKPOINT_AT, { ...seen, root: toBase64(root) });

/** For an auditor who has looked into what was taken back, and begins anew. */
export const forgetCheckpoint = (): void => write(CHECKPOINT_AT, undefined);
