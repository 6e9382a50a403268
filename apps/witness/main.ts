// `npm run witness`: a program of its own, for somebody else to run: it remembers how far it has seen a log, and cosigns what follows
// on that (c2sp.org/tlog-witness). It needs a folder and a port, and nothing of the product.
import { once } from 'node:events';
import { KeyFileError } from '#keys';
import { readArguments, usage, UsageError } from './arguments.js';
import { openHome, HomeError } from './home.js';
import { serve } from './server.js';
import { Witness } from './witness.js';

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked) return console.log(usage);
  const home = openHome(asked.home, asked.name);
  const { verifier } = home.signer;
  const witness = new Witness(asked.logs, home);
  const { address, close } = await serve({ witness, verifier, port: asked.port, host: asked.host });
  console.log(
    `It witnesses ${[...witness.origins].join(', ')} at ${address}\nIts key, for the policy of the log: ${verifier}`,
  );
  process.send?.({ ready: address });
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await close();
  home.close();
}

const told = [UsageError, HomeError, KeyFileError];

main().catch((error: unknown) => {
  const isTold = told.some(kind => error instanceof kind);
  console.error(
    error instanceof UsageError ? `${error.message}\n\n${usage}` : isTold ? (error as Error).message : error,
  );
  process.exitCode = isTold ? 2 : 1;
});
