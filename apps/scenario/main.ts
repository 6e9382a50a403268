// The case player's command: `npm run scenario -- FILE.json`. Arguments in, report and exit code out.
import { join } from 'node:path';
import type { Product } from './product.js';
import { run } from './run.js';

let stop: Product['stop'] | undefined;
let interrupted = false;
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

for (const [signal, code] of Object.entries(exitCodes)) {
  process.once(signal, () => {
    interrupted = true;
    console.error('Interrupted. Stopping the product that was started, if any.');
    void Promise.resolve(stop?.()).finally(() => process.exit(code));
  });
}

process.exitCode = await run(process.argv.slice(2), {
  say: line => void (interrupted || console.log(line)),
  tell: line => void (interrupted || console.error(line)),
  launcher: join(import.meta.dirname, '..', 'launcher', 'main.js'),
  onStop: end => (stop = end),
});
