// Files that are whole and on the disk, or not there: what a signer remembers must survive whatever ends it.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Readable by its owner only. After this returns the text is on the disk under that name, and never half of it. */
export function writeDurably(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  const descriptor = openSync(part, 'w', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameDurably(part, file);
}

/** In one step: whoever looks finds the one or the other. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  // The name is an entry of the folder, which has to reach the disk as well.
  const folder = openSync(path.dirname(to), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
