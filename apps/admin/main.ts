// `npm run admin`: the directory from the command line, for whoever runs the product. It reads no dossier.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfiguration } from '#configuration';
import { DirectoryMovedError, EmbeddedPostgresError, withDatabase } from '#store';
import type { Given } from './commands.js';
import { perform } from './perform.js';
import { Refused, usage, UsageError } from './usage.js';

const text = { type: 'string' } as const;
const options = {
  ...{ organisation: text, name: text, kind: text, person: text, role: text, from: text, until: text },
  ...{ assignment: text, label: text, days: text, token: text, by: text },
  ...{ issuer: text, subject: text, identity: text },
  'read-only': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(args: string[]): { command: string | undefined; given: Given } {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError(`One command at a time; “${positionals[1]}” is a second one.`);
    return { command: values.help ? undefined : positionals[0], given: values };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

async function main(): Promise<void> {
  const { command, given } = parse(process.argv.slice(2));
  if (!command) return console.log(usage);
  const where = readConfiguration('admin', process.env);
  const lines = await withDatabase(where, 'assent_application', dataSource =>
    perform(command, given, dataSource, new Date()),
  );
  console.log(lines.join('\n'));
}

const told = [UsageError, Refused, DirectoryMovedError, EmbeddedPostgresError];

main().catch((error: unknown) => {
  const isTold = told.some(kind => error instanceof kind);
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : (error as Error).message);
  process.exitCode = isTold ? 2 : 1;
});
