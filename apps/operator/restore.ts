// `npm run restore`.
import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findInstallation } from './installation.js';
import { UsageError } from './operator-error.js';
import { restoreBackup, type Restoring } from './restore/restore-backup.js';
import { runCommand } from './run-command.js';

const usage = `Usage: npm run restore -- FILE [--into NEW_NAME] [--sample N]

Puts a backup back and looks it over: its digest first, then what it holds, every chain of the ledger, and every row.
  --into    Makes a database of this name for it. Without it, the database of the address has to be empty.
  --sample  Compares this many rows with their entries instead of all.
The signer’s folder is left alone; what its next turn will come to is told.
What was erased since the backup was made is erased again, by erasures.jsonl beside FILE and in ASSENT_HOME.
The database is that of MIGRATION_DATABASE_URL or DATABASE_URL, under the login that owns the tables; else the embedded one.`;

const options = { into: { type: 'string' }, sample: { type: 'string' }, help: { type: 'boolean' } } as const;

function parse(args: string[]): Omit<Restoring, 'say'> | undefined {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return undefined;
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Error('One FILE is needed: the backup, not its manifest.');
    if (values.sample !== undefined && !/^[1-9]\d{0,8}$/.test(values.sample))
      throw new Error('--sample takes a number.');
    return { file: path.resolve(file), into: values.into, sample: values.sample ? Number(values.sample) : undefined };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

await runCommand(usage, async args => {
  const order = parse(args);
  if (!order) {
    console.log(usage);
    return 0;
  }
  const say = (line: string): void => console.log(line);
  const installation = findInstallation(process.env);
  const { right, wrong, erasures, signer, place } = await restoreBackup(installation, { ...order, say });
  for (const line of right) console.log(`ok       ${line}`);
  for (const line of wrong) console.log(`PROBLEM  ${line}`);
  for (const line of erasures) console.log(`erasure  ${line}`);
  for (const line of signer) console.log(`signer   ${line}`);
  const next = installation.external ? 'npm run migrate, in case this release is newer than the backup' : 'npm start';
  say(
    wrong.length === 0
      ? `Restored: ${place}. Next: ${next}.`
      : `Restored, but not as it should be: ${place}. Do not serve from it; try an earlier backup.`,
  );
  return wrong.length === 0 ? 0 : 1;
});
