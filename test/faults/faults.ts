// What befalls the product, when, and how it is put right again. The order comes from the seed, the moments from the work done.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from './dice.js';
import { withDatabase, type Product } from './product.js';

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
  'kill -9 api': (product, dice) => product.killApi(dice.between(0, product.urls.length - 1)),
  'kill -9 PostgreSQL': product => product.killPostgres(),
  'kill -9 worker': product => product.killWorker(),
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

export const inject = (kind: FaultKind, product: Product, dice: Dice): Promise<void> => injections[kind](product, dice);

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
