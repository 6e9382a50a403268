// `npm run export`: the ledger for auditors, and the decision history for people. It changes nothing.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type { DataSource } from 'typeorm';
import { ConfigurationError, readConfiguration } from '#configuration';
import { EmbeddedPostgresError, ExportError, withDatabase } from '#store';
import { readArguments, usage, type Asked } from './arguments.js';
import { writeBundle } from './write-bundle.js';
import { writeHistory } from './write-history.js';

/** A line every five seconds at most, on standard error. */
function sparingly(): (line: string) => void {
  let last = 0;
  return line => {
    if (performance.now() - last < 5_000) return;
    last = performance.now();
    console.error(line);
  };
}

function productVersion(): string {
  const file = findPackageJSON('..', import.meta.url);
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
}

async function perform({ to, format, after, withWords }: Asked, dataSource: DataSource): Promise<string> {
  const say = sparingly();
  if (format !== 'bundle') {
    const lines = await writeHistory(dataSource, { format, file: to, withWords, say });
    return `${to}: ${lines.toLocaleString('en-NZ')} entries.`;
  }
  const more = after === undefined ? {} : { after };
  const entries = await writeBundle(dataSource, { folder: to, ...more, withWords, product: productVersion(), say });
  return `${to}: ${entries.toLocaleString('en-NZ')} entries. Check it with: npm run verify -- ${to} --key KEY`;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if ('help' in asked) return (console.log(usage), 0);
  if ('fault' in asked) return (console.error(`${asked.fault}\n\n${usage}`), 2);
  const where = readConfiguration('admin', process.env);
  console.log(await withDatabase(where, 'assent_auditor', dataSource => perform(asked, dataSource)));
  return 0;
}

const plain = [ExportError, ConfigurationError, EmbeddedPostgresError];

main().then(
  code => (process.exitCode = code),
  (error: unknown) => {
    const isPlain = plain.some(kind => error instanceof kind);
    console.error(isPlain ? (error as Error).message : error);
    process.exitCode = 1;
  },
);
