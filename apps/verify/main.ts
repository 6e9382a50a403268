// `npm run verify`: the auditor's door. No server, no database, no network; a bundle or a receipt in, a verdict out.
import { readArguments, usage } from './arguments.js';
import { judge } from './judge.js';
import { inWords, unjudged } from './verdict.js';

const every = 2_000;

function sparingly(): (line: string) => void {
  let last = performance.now();
  return line => {
    if (performance.now() - last < every) return;
    last = performance.now();
    console.error(line);
  };
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if ('help' in asked) return (console.log(usage), 0);
  if ('fault' in asked) return (console.error(`${asked.fault}\n\n${usage}`), 2);
  const circumstances = { now: Math.floor(Date.now() / 1000), progress: sparingly() };
  const verdict = await judge(asked, circumstances).catch((error: unknown) => {
    // A file that cannot be read, or a fault of ours: nothing was accepted.
    console.error(error);
    return unjudged(`The evidence could not be read to its end: ${(error as Error).message}`);
  });
  console.log(asked.json ? JSON.stringify(verdict, undefined, 2) : inWords(verdict));
  return verdict.exit;
}

process.exit(await main());
