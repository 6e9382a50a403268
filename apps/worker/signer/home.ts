// The signer's own folder: its key, the name of its log, and what it signed last. The api never sees it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import {
  epochFiles,
  keysIn,
  lastSignedIn,
  formatLastSigned,
  lockOn,
  makeKeyFile,
  originIn,
  renameDurably,
  signerFiles,
  writeDurably,
  type Keys,
  type LastSigned,
} from '#keys';
import { nextOrigin, type Loss } from '#ledger';

export interface SignerHome {
  /** Undefined while there is no key. Throws a KeyFileError on one that cannot be used. */
  keys(): Keys | undefined;
  makeKey(): void;
  /** Prepares a rotation. Throws a KeyFileError while one is under way. */
  makeNextKey(): void;
  /** Prepares the log that begins after a loss, with a name and a key of its own. */
  makeNextLog(loss: Loss): void;
  /** The next key takes the place of the current one, which is gone then. */
  promoteNext(): void;
  lastSigned(): LastSigned | 'missing' | 'unreadable';
  /** After this returns it survives whatever ends the process. */
  remember(signed: LastSigned): void;
  /** Runs `work` unless another process is at it: then `busy`. */
  alone<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

/** Makes the folder where there is none. `origin`: by default a name of its own, drawn once and kept beside the key. */
export function signerHome(folder: string, origin?: string): SignerHome {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockOn(folder);
  const { key, nextKey, lastSigned } = signerFiles(folder);
  const keys = (): Keys | undefined => {
    if (existsSync(key) && originIn(folder, origin) === undefined) drawOrigin(folder);
    return keysIn(folder, origin);
  };
  return {
    keys,
    makeKey: () => makeKeyFile(key),
    makeNextKey: () => makeKeyFile(nextKey),
    makeNextLog: loss => makeNextLog(folder, nextOrigin(originIn(folder, origin) ?? ''), loss),
    promoteNext: () => renameDurably(nextKeyOf(folder, keys(), nextKey), key),
    lastSigned: () => lastSignedIn(folder),
    remember: signed => writeDurably(lastSigned, formatLastSigned(signed)),
    alone: async work => {
      if (!lock.take()) return 'busy';
      try {
        return await work();
      } finally {
        lock.release();
      }
    },
  };
}

const drawOrigin = (folder: string): void =>
  writeDurably(signerFiles(folder).origin, `assent.local/${randomBytes(8).toString('hex')}\n`);

const nextKeyOf = (folder: string, keys: Keys | undefined, usual: string): string =>
  keys?.loss && keys.next ? epochFiles(folder, keys.next.key.name).key : usual;

/** The key comes first: from the moment on at which the loss is on the disk, both are. */
function makeNextLog(folder: string, origin: string, loss: Loss): void {
  const files = epochFiles(folder, origin);
  if (!existsSync(files.key)) makeKeyFile(files.key);
  writeDurably(files.loss, `${JSON.stringify({ origin, ...loss }, null, 2)}\n`);
}
