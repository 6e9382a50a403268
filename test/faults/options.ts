// What a campaign is told on its command line, and what it is when nothing is said.
import { parseArgs } from 'node:util';
import { controlNames, type ControlName } from './controls/index.js';
import type { FaultCounts } from './faults.js';

export const usage = `Usage: npm run faults [-- options]
  --seed N       of all that is left to chance (drawn, and said)
  --commands N   different commands, duplicates not counted (5000)
  --clients N    at a time (16)
  --apis N       processes of the api (2)
  --pool N       connections of each api to the database (4)
  --kills-api N  kill -9 of an api (10)
  --kills-db N   kill -9 of PostgreSQL with all its backends (10)
  --workers N    processes of the worker (2)
  --kills-worker N  kill -9 of a worker, or of several at once (as --others)
  --others N     of each other fault: network cut, reset, half open, stalled, slow, rows held (2)
  --short        for every day: 400 commands, 2 and 2 kills, one of each other fault that heals by itself
  --control NAME the product with one promise broken, which has to be noticed: ${'\n                 '}${controlNames.join(`,${'\n                 '}`)}
  --controls     all of them, one after the other
  --report FILE  the report as Markdown, beside standard output
  --keep         leave the home with its history, logs and database`;

export interface CampaignOptions {
  seed: number;
  commands: number;
  clients: number;
  apis: number;
  pool: number;
  workers: number;
  faults: FaultCounts;
  control?: ControlName;
  keep: boolean;
}

export interface Options extends CampaignOptions {
  /** Controls to run instead of the campaign itself. */
  controls: ControlName[];
  report?: string;
}

export class UsageError extends Error {}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const known = {
  ...{ seed: text, commands: text, clients: text, apis: text, pool: text, report: text, control: text },
  ...{ workers: text, 'kills-api': text, 'kills-db': text, 'kills-worker': text, others: text },
  ...{ short: flag, controls: flag, keep: flag, help: flag },
};

/** Throws a UsageError for what is not understood. */
export function readOptions(args: string[]): Options {
  const values = parsed(args);
  const { short } = values;
  if (values.help) throw new UsageError(usage);
  const number = (value: string | undefined, otherwise: number, least = 0): number => {
    const given = value === undefined ? otherwise : Number(value);
    if (!Number.isInteger(given) || given < least) throw new UsageError(usage);
    return given;
  };
  const others = number(values.others, short ? 1 : 2);
  const control = controlNames.find(name => name === values.control);
  if (values.control !== undefined && !control) throw new UsageError(usage);
  return {
    seed: number(values.seed, Math.floor(Math.random() * 1_000_000)),
    commands: number(values.commands, short ? 400 : 5000, 1),
    clients: number(values.clients, 16, 1),
    apis: number(values.apis, 2, 1),
    pool: number(values.pool, 4, 1),
    workers: number(values.workers, 2, 1),
    faults: {
      ...evenly(others),
      'kill -9 api': number(values['kills-api'], short ? 2 : 10),
      'kill -9 PostgreSQL': number(values['kills-db'], short ? 2 : 10),
      'kill -9 worker': number(values['kills-worker'], others),
      // What does not hear that the other side is gone has to wait until its patience ends: too long for every day.
      ...(short ? { 'half-open to the api': 0, 'half-open to PostgreSQL': 0 } : {}),
    },
    controls: values.controls ? [...controlNames] : control ? [control] : [],
    keep: values.keep,
    ...(values.report ? { report: values.report } : {}),
  };
}

const evenly = (count: number): FaultCounts => ({
  'kill -9 api': count,
  'kill -9 PostgreSQL': count,
  'kill -9 worker': count,
  cut: count,
  reset: count,
  'half-open to the api': count,
  'half-open to PostgreSQL': count,
  stall: count,
  'slow network': count,
  'rows held by lockers': count,
});

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}
