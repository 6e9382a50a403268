// What befalls the product, when, and how it is put right again. The order comes from the seed, the moments from the work done.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Examination } from './check/invariant.js';
import type { Dice } from './dice.js';
import type { ProductProcess } from './process.js';
import { withDatabase, type Product } from './product.js';
import type { Tally } from './tally.js';

export const faultKinds = [
  'kill -9 api',
  'kill -9 PostgreSQL',
  'kill -9 worker',
  'cut',
  'reset',
  'half-open to the api',
  'half-open to PostgreSQL',
  'stall',
  'slow network',
  'rows held by lockers',
] as const;
export type FaultKind = (typeof faultKinds)[number];
export type FaultCounts = Record<FaultKind, number>;

type Inject = (product: Product, dice: Dice) => Promise<void>;

/** Each resolves when the fault is over and what it stopped runs again. */
const injections: Record<FaultKind, Inject> = {
  'kill -9 api': ({ apis }, dice) => dice.pick(apis).revive(),
  'kill -9 PostgreSQL': product => product.killPostgres(),
  'kill -9 worker': ({ workers }, dice) => killWorkers(workers, dice),
  cut: async ({ proxy }, dice) => {
    proxy.cut();
    await sleep(dice.between(200, 2_000));
    proxy.mend();
  },
  reset: async ({ proxy }) => proxy.reset(),
  'half-open to the api': async ({ proxy }) => proxy.halfOpen('far'),
  'half-open to PostgreSQL': async ({ proxy }) => proxy.halfOpen('near'),
  stall: async ({ proxy }, dice) => {
    const milliseconds = dice.between(500, 4_000);
    proxy.stall(milliseconds);
    await sleep(milliseconds);
  },
  'slow network': async ({ proxy }, dice) => {
    proxy.delay(dice.between(10, 60));
    await sleep(3_000);
    proxy.delay(0);
  },
  'rows held by lockers': (product, dice) => holdRows(product.url, dice.between(2_000, 8_000)),
};

/** One of them or several, at any moment of their second; one in three dies again while it starts. */
async function killWorkers(workers: ProductProcess[], dice: Dice): Promise<void> {
  await sleep(dice.between(0, 1_000));
  const struck = dice.shuffled(workers).slice(0, dice.between(1, workers.length));
  await Promise.all(struck.map(worker => worker.revive(dice.chance(1 / 3) ? dice.between(0, 600) : undefined)));
}

/** The proposals that were moved last are held in an open transaction, so that the connections of the pools run out. */
const holdRows = (url: string, milliseconds: number): Promise<void> =>
  withDatabase(url, async client => {
    await client.query('begin');
    await client.query(
      'select 1 from (select id from proposal order by updated_at desc limit 60) latest join proposal using (id) for update of proposal',
    );
    await sleep(milliseconds);
    await client.query('rollback');
  });

export interface Planned {
  kind: FaultKind;
  /** How many commands have to be done before it comes. */
  after: number;
}

/** Shuffled, and spread over the commands with some chance in between. */
export function planFaults(counts: FaultCounts, commands: number, dice: Dice): Planned[] {
  const kinds = dice.shuffled(faultKinds.flatMap(kind => Array<FaultKind>(counts[kind]).fill(kind)));
  const stretch = commands / (kinds.length + 1);
  return kinds.map((kind, nth) => ({ kind, after: Math.floor(stretch * (nth + dice.between(50, 130) / 100)) }));
}

/** Milliseconds: the longest wait for every api to acknowledge something after a fault. */
const longestRecovery = 90_000;

interface Schedule {
  faults: Planned[];
  tally: Tally;
  dice: Dice;
  log: (line: string) => void;
  survived: Examination;
}

/** One fault after the other, each when the clients have got so far and all have recovered from the one before. */
export async function befall(product: Product, { faults, tally, dice, log, survived }: Schedule): Promise<void> {
  for (const { kind, after } of faults) {
    while (tally.commands < after) await sleep(10);
    const began = performance.now();
    await injections[kind](product, dice);
    const since = healsByItself.has(kind) ? performance.now() : began;
    while (!tally.hasHeardFromAll(product.urls.length, since) && performance.now() - since < longestRecovery)
      await sleep(5);
    const milliseconds = performance.now() - since;
    survived.saw('faults');
    survived.expect(milliseconds < longestRecovery, () => `${kind}: not within ${longestRecovery / 1_000} s`);
    if (survived.hasFailed) return;
    tally.recoveries.push({ kind, milliseconds });
    log(`${tally.commands} commands: ${kind}, all well after ${(milliseconds / 1_000).toFixed(2)} s`);
  }
}

/** Counted from their end: as long as they last nothing can be acknowledged, or, without a worker, everything as before. */
const healsByItself = new Set<FaultKind>(['kill -9 worker', 'stall', 'cut', 'slow network', 'rows held by lockers']);
