// The small file beside a backup that says what it is and what is in it. A backup without one was never completed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().min(0);

const manifest = z.object({
  format: z.literal(1),
  /** `dump`: made by pg_dump, whole at one moment. `cold`: the embedded database's files, copied while it stood still. */
  kind: z.enum(['dump', 'cold']),
  madeAt: z.iso.datetime(),
  /** The release of Assent that made it. */
  assent: z.string(),
  server: z.string(),
  /** The login that owns the tables: policies name it. */
  owner: z.string(),
  /** The name of the backup's file, which lies beside this one. */
  file: z.string(),
  bytes: whole,
  sha256: digest,
  /** What belongs to the installation and is kept out of every backup on purpose, a sentence each. */
  leavesOut: z.array(z.string()).optional(),
  contents: z.object({
    migrations: z.array(z.string()),
    proposals: whole,
    entries: whole,
    kinds: z.array(z.object({ kind: z.string(), streams: whole, entries: whole, heads: digest })),
  }),
});

export type Manifest = z.output<typeof manifest>;

export const manifestSuffix = '.json';
export const manifestOf = (file: string): string => `${file}${manifestSuffix}`;

export function writeManifest(file: string, what: Manifest): void {
  writeFileSync(file, `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** Throws an OperatorError when there is none, or it is not one of ours. */
export function readManifest(file: string): Manifest {
  const place = manifestOf(file);
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  if (!existsSync(place))
    throw new OperatorError(
      `Beside ${file} there is no ${path.basename(place)}: it is no complete backup made by \`npm run backup\`. ` +
        'If the two were parted, put them side by side again.',
    );
  const parsed = manifest.safeParse(parse(readFileSync(place, 'utf8')));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(issue => issue.path.join('.') || 'the whole').join(', ');
  throw new OperatorError(`${place} is not a manifest that this release understands (${where}).`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Of this release, from package.json. */
export function productVersion(): string {
  const file = findPackageJSON('..', import.meta.url);
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
}
