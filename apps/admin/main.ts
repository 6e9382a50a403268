// `npm run admin`: the directory from the command line, for whoever runs the product. It reads no dossier.
import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  changeDirectory,
  createDataSource,
  DirectoryMovedError,
  startEmbeddedPostgres,
  viewDirectory,
  type DirectoryAct,
  type DirectoryView,
} from '#store';
import { bootstrap } from './bootstrap.js';
import { changes } from './changes.js';
import { optionalId, type Given } from './options.js';
import { changeLines, directoryLines } from './report.js';
import { usage, UsageError } from './usage.js';

const text = { type: 'string' } as const;
const options = {
  ...{ organisation: text, name: text, kind: text, person: text, role: text, from: text, until: text },
  ...{ assignment: text, label: text, days: text, token: text, by: text },
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

async function perform(command: string, given: Given, dataSource: DataSource): Promise<string[]> {
  const directory = await viewDirectory(dataSource);
  if (command === 'list') return directoryLines(directory);
  const now = new Date();
  if (command === 'bootstrap') {
    const { act, events, tokens } = bootstrap(given, directory, now);
    await changeDirectory(dataSource, act, events, tokens);
    return changeLines(events, tokens);
  }
  const make = changes[command];
  if (!make) throw new UsageError(`There is no command “${command}”.`);
  const { events, tokens } = make(given, directory, now);
  await changeDirectory(dataSource, actBy(given, directory, now), events, tokens);
  return changeLines(events, tokens);
}

/** The administrator in whose name the change is made. */
function actBy(given: Given, { people, assignments }: DirectoryView, now: Date): DirectoryAct {
  const administrators = new Set(
    assignments
      .filter(({ role, startsAt, endsAt }) => role === 'administrator' && startsAt <= now && (!endsAt || endsAt > now))
      .map(({ personId }) => personId),
  );
  const named = optionalId(given, 'by');
  const candidates = people.filter(({ id }) => administrators.has(id) && (named === undefined || id === named));
  const [person] = candidates;
  if (!person || candidates.length > 1) {
    throw new UsageError(named ? `${named} is no administrator.` : 'Say with --by in the name of which administrator.');
  }
  const by = { personId: person.id, organisationId: person.organisationId, role: 'administrator' as const };
  return { by, at: now.toISOString(), commandId: uuidv7(), newId: () => uuidv7() };
}

/** The database of DATABASE_URL, or the embedded one: adopted while the product runs, else started for the moment. */
async function withDatabase(work: (dataSource: DataSource) => Promise<string[]>): Promise<string[]> {
  const external = process.env['DATABASE_URL'];
  const home = path.resolve(process.env['ASSENT_HOME'] ?? '.assent');
  const server = external ? undefined : await startEmbeddedPostgres({ home });
  const url = external ?? server?.url('assent') ?? '';
  const dataSource = createDataSource({ url, role: 'assent_application', poolSize: 4 });
  try {
    await dataSource.initialize();
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (server && !server.adopted) await server.stop();
  }
}

async function main(): Promise<void> {
  const { command, given } = parse(process.argv.slice(2));
  if (!command) return console.log(usage);
  const lines = await withDatabase(dataSource => perform(command, given, dataSource));
  console.log(lines.join('\n'));
}

const uniqueViolation = '23505';

/** What the directory refuses is the operator's mistake: a name that is taken, or a directory that moved on. */
function asUsage(error: unknown): unknown {
  if ((error as { code?: string }).code === uniqueViolation)
    return new UsageError('There is one of that name already.');
  return error instanceof DirectoryMovedError ? new UsageError(error.message) : error;
}

main().catch((thrown: unknown) => {
  const error = asUsage(thrown);
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${usage}` : (error as Error).message);
  process.exitCode = isUsage ? 2 : 1;
});
