// Where a backup is put: a file of its own, written beside its final name and renamed when complete, for its owner's eyes only.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.js';
import { ends } from '../programs/run-program.js';
import { size } from '../progress.js';
import { manifestOf, writeManifest, type Manifest } from './manifest.js';

export const backupFolder = (home: string): string => path.join(home, 'backups');

/** The file that `--to` means: itself, or a name made of the time in the folder it names. Throws when it is there already. */
export function placeFor(to: string | undefined, home: string, now: Date, suffix: string): string {
  const wanted = to ?? `${backupFolder(home)}/`;
  const isFolder = wanted.endsWith('/') || statSync(wanted, { throwIfNoEntry: false })?.isDirectory();
  const name = `assent-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.${suffix}`;
  const file = path.resolve(isFolder ? path.join(wanted, name) : wanted);
  for (const each of [file, manifestOf(file)])
    if (existsSync(each))
      throw new OperatorError(`There is a ${each} already. Nothing is written over it; name another file.`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

/** What only the one who fills the file knows of it. */
export type Described = Omit<Manifest, 'format' | 'file' | 'bytes' | 'sha256'>;

/**
 * `write` fills the file it is given, which is there already with mode 0600, and asks `goOn` before each step that may take long: it
 * throws an OperatorError once the end was asked for. The backup gets its name when it is complete and on
 * the disk, and counts from the moment at which its manifest has got its own. What is half done is removed.
 */
export async function complete(
  file: string,
  write: (part: string, goOn: () => void) => Promise<Described>,
  say: (line: string) => void,
): Promise<Manifest> {
  const [part, notes] = [`${file}${halfSuffix}`, `${manifestOf(file)}${halfSuffix}`];
  const ending = heedEnd();
  try {
    closeSync(openSync(part, 'wx', 0o600));
    const described = await ending.orElse(write(part, ending.expectNone));
    sync(part);
    const heard = (line: string): void => (ending.expectNone(), say(line));
    const { bytes, sha256 } = await ending.orElse(digestOf(part, heard));
    const manifest: Manifest = { format: 1, ...described, file: path.basename(file), bytes, sha256 };
    writeManifest(notes, manifest);
    renameSync(part, file);
    renameSync(notes, manifestOf(file));
    sync(path.dirname(file));
    return manifest;
  } finally {
    ending.over();
    rmSync(part, { force: true });
    rmSync(notes, { force: true });
  }
}

/** What is not complete yet has this after its name. */
export const halfSuffix = '.part';

/** A signal to end does not end the process at once: first what is half done has to go, which holds everything that people wrote. */
function heedEnd() {
  let heard: string | undefined;
  const hear = (signal: string): void => void (heard = signal);
  for (const signal of ends) process.on(signal, hear);
  const expectNone = (): void => {
    if (heard) throw new OperatorError(`The backup was ended by ${heard}. What was half done is removed.`);
  };
  return {
    /** Throws an OperatorError once the end was asked for. */
    expectNone,
    /** The result of a step; an end that was asked for meanwhile goes before whatever that made of the step. */
    orElse: <T>(step: Promise<T>): Promise<T> => step.finally(expectNone),
    over: (): void => ends.forEach(signal => void process.off(signal, hear)),
  };
}

function sync(place: string): void {
  const handle = openSync(place, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** SHA-256, hex, and the length of a file. */
export async function digestOf(file: string, say: (line: string) => void): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    say(`Reading it back: ${size(bytes)}.`);
  }
  return { bytes, sha256: hash.digest('hex') };
}
