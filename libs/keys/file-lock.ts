// A lock on a folder that the operating system gives back when its holder dies, however it dies. Node has no such lock of its own;
// SQLite, which it brings along, takes one for each transaction.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const busy = 5;

export interface FolderLock {
  /** False while somebody else holds it. Released with `release`, or by death. */
  take(): boolean;
  release(): void;
  close(): void;
}

export function lockOn(folder: string): FolderLock {
  const file = path.join(folder, 'lock.sqlite');
  const database = new DatabaseSync(file, { timeout: 0 });
  chmodSync(file, 0o600);
  return {
    take: () => {
      try {
        database.exec('begin exclusive');
        return true;
      } catch (error) {
        if ((error as { errcode?: number }).errcode === busy) return false;
        throw error;
      }
    },
    release: () => database.exec('rollback'),
    close: () => database.close(),
  };
}
