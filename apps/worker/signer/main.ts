// `npm run signer`: what the signer stands at, and the acts that are an operator's and nobody else's.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configurationOrEnd } from '#configuration';
import { KeyFileError, signerFolder } from '#keys';
import { EmbeddedPostgresError, withDatabase } from '#store';
import { NotAdoptedError } from './adopt.js';
import { perform, UsageError, usage } from './commands.js';
import { signerHome } from './home.js';
import { NotResumedError } from './resume-after-loss.js';

interface Given {
  command: string | undefined;
  known: string | undefined;
  reason: string | undefined;
}

function given(args: string[]): Given {
  try {
    const options = { known: { type: 'string' }, reason: { type: 'string' }, help: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { command: values.help ? undefined : positionals[0], known: values.known, reason: values.reason };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function main(): Promise<void> {
  const { command, known, reason } = given(process.argv.slice(2));
  if (!command) return console.log(usage);
  const configuration = configurationOrEnd('signer');
  const home = signerHome(signerFolder(configuration), configuration.LEDGER_ORIGIN);
  const checkpoint = known === undefined ? undefined : readFileSync(known, 'utf8');
  const { lines, isWell } = await withDatabase(configuration, 'assent_worker', dataSource =>
    perform(command, { home, dataSource, checkpoint, reason }),
  );
  console.log(lines.join('\n'));
  process.exitCode = isWell ? 0 : 1;
}

const told = [UsageError, EmbeddedPostgresError, NotAdoptedError, NotResumedError, KeyFileError];

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : (error as Error).message);
  process.exitCode = told.some(kind => error instanceof kind) ? 2 : 1;
});
