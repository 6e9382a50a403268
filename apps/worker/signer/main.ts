// `npm run signer`: what the signer stands at, and the two acts that are an operator's and nobody else's.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configurationOrEnd } from '#configuration';
import { KeyFileError } from '#keys';
import { withDatabase } from '#store';
import { NotAdoptedError } from './adopt.js';
import { perform, UsageError, usage } from './commands.js';
import { signerFolder } from './folder.js';
import { signerHome } from './home.js';

function given(args: string[]): { command: string | undefined; known: string | undefined } {
  try {
    const options = { known: { type: 'string' }, help: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { command: values.help ? undefined : positionals[0], known: values.known };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function main(): Promise<void> {
  const { command, known } = given(process.argv.slice(2));
  if (!command) return console.log(usage);
  const configuration = configurationOrEnd('signer');
  const home = signerHome(signerFolder(configuration), configuration.LEDGER_ORIGIN);
  const checkpoint = known === undefined ? undefined : readFileSync(known, 'utf8');
  const { lines, isWell } = await withDatabase(configuration, 'assent_worker', dataSource =>
    perform(command, { home, dataSource, checkpoint }),
  );
  console.log(lines.join('\n'));
  process.exitCode = isWell ? 0 : 1;
}

const told = [UsageError, NotAdoptedError, KeyFileError];

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : (error as Error).message);
  process.exitCode = told.some(kind => error instanceof kind) ? 2 : 1;
});
