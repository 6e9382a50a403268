// `npm run backup`.
import { parseArgs } from 'node:util';
import { backUp, backUpCold } from './backup/back-up.js';
import { manifestOf } from './backup/manifest.js';
import { signerFiles, signerFolder } from '#keys';
import { findInstallation } from './installation.js';
import { UsageError } from './operator-error.js';
import { count, size } from './progress.js';
import { runCommand } from './run-command.js';

const usage = `Usage: npm run backup [-- --to FOLDER|FILE] [--cold]

Writes the whole database to a file and, beside it, what is in it (FILE.json). The product may go on working.
  --to    Where to; ASSENT_HOME/backups unless given. Nothing is ever written over.
  --cold  Copies the files of the embedded database instead, for a machine without pg_dump. The product has to be stopped.
The database is that of MIGRATION_DATABASE_URL or DATABASE_URL, under the login that owns the tables; else the embedded one.`;

const options = { to: { type: 'string' }, cold: { type: 'boolean' }, help: { type: 'boolean' } } as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

await runCommand(usage, async args => {
  const { to, cold, help } = parse(args);
  if (help) {
    console.log(usage);
    return 0;
  }
  const order = { to, now: new Date(), say: (line: string) => console.log(line) };
  const installation = findInstallation(process.env);
  const { file, manifest } = await (cold ? backUpCold : backUp)(installation, order);
  const { entries, proposals } = manifest.contents;
  console.log(
    `${file}  ${size(manifest.bytes)}, ${count(proposals, 'proposal')}, ${count(entries, 'entry', 'entries')}`,
  );
  console.log(`${manifestOf(file)}  SHA-256 ${manifest.sha256}`);
  if (cold) console.log('It holds the passwords of the embedded database as well: keep it like them.');
  const { key, origin } = signerFiles(signerFolder(installation.configuration));
  console.log(
    `Not in it: the signer’s key and what it signed last. Keep a copy of ${key}, and of ${origin} if there is one, where no backup is; ` +
      'make it anew after each rotation. Never keep one of last-signed.json with the backups.',
  );
  return 0;
});
