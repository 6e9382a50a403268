// What was erased, told outside the database: a backup from before an erasure brings the words back, and knows nothing of it. A file
// that only grows, a line for each erasure: ids and paths, and no word of anybody's.
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Words of one entry. Its id is given because another ledger, restored and carried on, has other entries at the same place. */
export interface ListedPlace {
  stream: string;
  sequence: number;
  entry: string;
  paths: string[];
}

export interface ListedErasure {
  /** ISO 8601, UTC. */
  at: string;
  /** The id of the entry WordsErased. */
  by: string;
  erased: ListedPlace[];
}

export interface ErasureList {
  file: string;
  /** Undefined while there is no file. Lines that cannot be read are counted. */
  read(): Promise<{ erasures: ListedErasure[]; damaged: number } | undefined>;
  /** Throws when it could not be written to. */
  expectWritable(): Promise<void>;
  /** Those that are not in it yet. Durable when this resolves. */
  add(erasures: readonly ListedErasure[]): Promise<void>;
}

export const erasureFile = 'erasures.jsonl';

export const erasureList = (folder: string): ErasureList => {
  const file = path.join(folder, erasureFile);
  const read = () => readList(file);
  return {
    file,
    read,
    expectWritable: async () => (await openToAppend(file)).close(),
    add: async erasures => {
      const known = new Set((await read())?.erasures.map(({ by }) => by));
      const missing = erasures.filter(({ by }) => !known.has(by));
      if (missing.length > 0) await append(file, missing);
    },
  };
};

async function openToAppend(file: string) {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  return open(file, 'a+', 0o600);
}

/** A line that was cut off by a crash ends before the next one begins. */
async function append(file: string, erasures: readonly ListedErasure[]): Promise<void> {
  const handle = await openToAppend(file);
  try {
    const before = await handle.readFile('utf8');
    const lines = erasures.map(erasure => `${JSON.stringify(erasure)}\n`).join('');
    await handle.appendFile(before === '' || before.endsWith('\n') ? lines : `\n${lines}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readList(file: string) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split('\n').filter(line => line !== '');
  const erasures = lines.map(parse).filter(each => each !== undefined);
  return { erasures, damaged: lines.length - erasures.length };
}

function parse(line: string): ListedErasure | undefined {
  try {
    const said = JSON.parse(line) as Partial<ListedErasure>;
    return said.by !== undefined && Array.isArray(said.erased) ? (said as ListedErasure) : undefined;
  } catch {
    return undefined;
  }
}
