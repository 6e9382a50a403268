// Reads the command line of the player.
import { parseArgs } from 'node:util';

export const usage = 'Usage: npm run scenario -- FILE.json [FILE…] [--url URL --access FILE] [--help]';

export const help = `${usage}

Plays case files (assent-case/1) through the public API, as the people concerned, and compares what happens
with what each case expects. It decides nothing: what is not as expected is reported, and the case goes on.

  FILE.json      a case file; several are played one after the other
  --url URL      play on a product that is running, such as http://127.0.0.1:3000
  --access FILE  the access tokens of its people: demo-access.json of its ASSENT_HOME
  --help         this text

Without --url the product is started on a free port with an empty home, and stopped and removed afterwards.

Exit: 0 every expectation is met; 1 one is not; 2 the command line or a case file has a fault;
3 the product did not start.`;

export type Arguments =
  { help: true } | { fault: string } | { files: string[]; running?: { url: string; access: string } };

export function readArguments(argv: string[]): Arguments {
  try {
    const { values, positionals: files } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { url: { type: 'string' }, access: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return { help: true };
    if (files.length === 0) return { fault: 'No case file is named.' };
    const { url, access } = values;
    if ((url === undefined) !== (access === undefined))
      return { fault: '--url and --access are given together or not at all.' };
    if (url === undefined || access === undefined) return { files };
    return URL.canParse(url) ? { files, running: { url, access } } : { fault: `--url is not a URL: ${url}` };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
