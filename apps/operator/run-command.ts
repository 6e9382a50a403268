// How each of the operator's commands ends: a mistake gets its sentence, a bug its stack, and the shell its exit code.
import { ConfigurationError } from '#configuration';
import { EmbeddedPostgresError } from '#store';
import { OperatorError, UsageError } from './operator-error.js';

/** These say all there is to say; anything else is a bug, and its stack helps. */
const plain = [OperatorError, ConfigurationError, EmbeddedPostgresError];

/** Exit codes: 0 done, 1 not done, 2 not understood. */
export async function runCommand(usage: string, command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
    else console.error(plain.some(kind => error instanceof kind) ? (error as Error).message : explain(error));
  }
}

const codes: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer. Is it running, and is its address right?',
  ENOTFOUND: 'The host in the database’s address is not known.',
  '28P01': 'The database does not take the login or its password.',
  '3D000': 'There is no database of that name on the server.',
  '42501': 'The login may not do that. Give the one that owns the tables: MIGRATION_DATABASE_URL.',
  ENOSPC: 'The disk is full.',
  EACCES: 'A file or folder may not be written or read',
};

/** A sentence for what an outage or a missing right says, else the error as it is. */
export function explain(error: unknown): unknown {
  const sentence = codes[(error as { code?: string }).code ?? ''];
  return sentence ? `${sentence} (${(error as Error).message})` : error;
}
