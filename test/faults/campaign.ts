// One campaign: the product is started, clients work on it while faults befall it, everything stops, and the checker has its say.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CampaignError, readCheckpoint } from './ask.js';
import { Examination, type Finding } from './check/invariant.js';
import type { Verdict } from './check/main.js';
import { Client, type World } from './client.js';
import { breakDatabase, controls } from './controls/index.js';
import { diceOf, type Dice } from './dice.js';
import { befall, planFaults } from './faults.js';
import { historyIn, openHistory, type History } from './history.js';
import { playProposal } from './journey.js';
import type { CampaignOptions } from './options.js';
import { makePlayers, type Players } from './players.js';
import type { ProductProcess } from './process.js';
import { Product, withDatabase } from './product.js';
import { countUp, Tally } from './tally.js';

export interface Result {
  options: CampaignOptions;
  tally: Tally;
  /** Processes that died by kill -9. */
  deaths: { api: number; worker: number };
  verdict: Verdict;
  seconds: number;
  /** What the apis and the worker logged, by message. */
  logged: Map<string, number>;
}

export async function runCampaign(options: CampaignOptions, log: (line: string) => void): Promise<Result> {
  const control = options.control && controls[options.control];
  const product = await Product.start({ ...options, imports: control?.imports, log }, url =>
    control ? breakDatabase(url, control) : Promise.resolve(),
  );
  const leave = (): void => void product.remove().finally(() => process.exit(130));
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    return await attack(product, options, log);
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
    if (options.keep) log(`Kept: ${product.home}`);
    await (options.keep ? product.stopDatabase() : product.remove());
  }
}

async function attack(product: Product, options: CampaignOptions, log: (line: string) => void): Promise<Result> {
  const players = await makePlayers(product.url);
  // Whatever a control makes the database forget, it shall be what the clients did.
  await withDatabase(product.url, client => client.query('checkpoint'));
  const history = await openHistory(historyIn(product.home));
  const tally = new Tally();
  const began = performance.now();
  const survived = await workAndBefall(product, { history, tally, players, options, log }).finally(() =>
    history.close(),
  );
  const seconds = (performance.now() - began) / 1_000;
  await product.settle();
  await product.stopServing();
  const { findings, winners } = await check(product);
  return {
    options,
    tally,
    seconds,
    deaths: { api: deathsOf(product.apis), worker: deathsOf(product.workers) },
    verdict: { winners, findings: [...findings, survived] },
    logged: readLogs(product.home),
  };
}

const deathsOf = (processes: readonly ProductProcess[]): number =>
  processes.reduce((sum, { deaths }) => sum + deaths, 0);

interface Setting {
  history: History;
  tally: Tally;
  players: Players;
  options: CampaignOptions;
  log: (line: string) => void;
}

async function workAndBefall(product: Product, { history, tally, players, options, log }: Setting): Promise<Finding> {
  const dice = diceOf(options.seed);
  const faults = planFaults(options.faults, options.commands, dice);
  const survived = new Examination('L', 'after every fault every api acknowledged something again');
  let [attempt, areFaultsOver] = [0, false];
  const world: World = {
    ...{ history, tally, urls: product.urls, proposals: [] },
    nextAttempt: () => (attempt += 1),
    isOver: () => areFaultsOver && (tally.commands >= options.commands || survived.hasFailed),
  };
  await Promise.all([
    befall(product, { faults, tally, dice, log, survived }).finally(() => (areFaultsOver = true)),
    keepCheckpoints(world, players.members.outsider.token, dice),
    ...Array.from({ length: options.clients }, (_, nth) =>
      work(world, players, diceOf(options.seed * 1_000 + nth + 1)),
    ),
  ]);
  return survived.finding;
}

async function work(world: World, players: Players, dice: Dice): Promise<void> {
  const client = new Client(world, dice);
  while (!world.isOver()) await playProposal(client, players);
}

/** Somebody without a part in anything asks again and again what was signed last, and keeps it. */
async function keepCheckpoints({ urls, history, isOver }: World, token: string, dice: Dice): Promise<void> {
  for (let kept: string | undefined; !isOver(); await sleep(100)) {
    const checkpoint = await readCheckpoint({ url: dice.pick(urls), token });
    if (checkpoint === undefined || checkpoint === kept) continue;
    await history.append({ note: 'shown', checkpoint });
    kept = checkpoint;
  }
}

const checker = fileURLToPath(new URL('./check/main.ts', import.meta.url));

/** In a process of its own, which shares nothing with what it judges. */
async function check({ home, url, key }: Product): Promise<Verdict> {
  const child = spawn(process.execPath, [...process.execArgv, checker, home, url, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new CampaignError(`The checker ended with code ${code}.`);
  return JSON.parse(said) as Verdict;
}

/** Faults that the processes told of, without what tells one from another. */
function readLogs(home: string): Map<string, number> {
  const logged = new Map<string, number>();
  const lines = ['api.log', 'worker.log'].flatMap(name => readFileSync(join(home, name), 'utf8').split('\n'));
  for (const line of lines.filter(each => each.trim() !== '')) countUp(logged, messageOf(line));
  return logged;
}

function messageOf(line: string): string {
  try {
    const { event, error, code, sqlState } = JSON.parse(line) as Record<string, string | undefined>;
    return [event, error, code ?? sqlState].filter(Boolean).join(' ');
  } catch {
    return line.trim().slice(0, 160);
  }
}
