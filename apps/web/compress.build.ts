// Part of the build: a gzip and a brotli twin for every text file of the bundle, so that the server compresses nothing.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this many bytes a twin saves nothing: the answer fits one packet either way. */
const WORTHWHILE = 1_000;

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

async function addTwins(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < WORTHWHILE) return;
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, brotli));
}

export const compress = (): Plugin => ({
  name: 'compress',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const files = await readdir(dir, { recursive: true });
    await Promise.all(files.filter(name => /\.(js|css|svg)$/.test(name)).map(name => addTwins(path.join(dir, name))));
  },
});
