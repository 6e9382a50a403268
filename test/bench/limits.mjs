// `npm run bench:limits`: how soon each attack of test/limits/corpus is refused, and what ordinary requests notice of all of them.
import { availableParallelism, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { corpus } from '../limits/corpus/index.mjs';
import { commandsJob, stepsOfProposal } from './commands-job.mjs';
import { apiOf, residentMegabytes } from './limits-process.mjs';
import { attacksTable } from './limits-table.mjs';
import { listJob } from './list-job.mjs';
import { runFor, sumUp } from './measure.mjs';
import { readOptions } from './options.mjs';
import { makeHome, readTokens, startProduct } from './product.mjs';

const say = line => console.log(line);
const usual = ['--seconds', '10', '--rounds', '3', '--clients', '2'];

/** What the run has to keep to. */
const goals = { ms: 100, ratio: 2, megabytes: 50 };

async function main() {
  const options = readOptions([...usual, ...process.argv.slice(2)]);
  const { home, remove } = makeHome();
  let product;
  try {
    say('The product makes its home and plays its demonstration …');
    product = await startProduct(home);
    process.exitCode = (await bench({ ...options, home, product })) ? 0 : 1;
  } finally {
    await product?.stop();
    remove();
  }
}

async function bench({ home, product, seconds, rounds, clients }) {
  const tokens = readTokens(home);
  const given = { port: product.port, tokens, clients, api: apiOf(product.pid) };
  await fillPage(given);
  const ordinary = listJob(given);
  try {
    await runFor(ordinary, 3);
    const alone = await attackedAlone(given);
    say(`Ordinary requests alone, ${clients} clients, ${seconds} s …`);
    const before = await runFor(ordinary, seconds);
    say(`The same while ${corpus.length} attacks go on, ${rounds} rounds …`);
    const attacking = attackedFor(given, rounds, true);
    const during = await runUntil(ordinary, attacking);
    const outcomes = (await attacking).map(outcome => ({ ...outcome, busy: alone.busy.get(outcome.name) }));
    return report({ outcomes, before, during, grown: alone.grown });
  } finally {
    for (const player of ordinary.players) player.close();
  }
}

/** One round of attacks and nothing else, after rounds in which the api was still warming up: what it takes and what it leaves. */
async function attackedAlone(given) {
  say('Warming up, and one round of attacks alone …');
  await attackedFor(given, 3);
  const before = residentMegabytes(given.api);
  const outcomes = await attackedFor(given, 1);
  const busy = new Map(outcomes.map(outcome => [outcome.name, outcome.busy]));
  return { busy, grown: residentMegabytes(given.api) - before };
}

/** There must be a page of proposals before a list of 50 can be asked for. */
async function fillPage(given) {
  const { players } = commandsJob(given);
  const each = Math.ceil(60 / players.length) * stepsOfProposal;
  await Promise.all(
    players.map(async ({ once, close }) => {
      for (let count = 0; count < each; count += 1) await once();
      close();
    }),
  );
}

/** In a thread of its own, so that whoever measures is not kept busy by the attacks. The guesses are left to the last time. */
function attackedFor({ port, tokens, api }, rounds, isLast = false) {
  const workerData = { port, token: tokens.get('analyst'), rounds, isLast, api };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./limits-attacker.mjs', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Short runs, one after the other, until the attacks are over. */
async function runUntil(job, over) {
  let isOver = false;
  const end = () => (isOver = true);
  void over.then(end, end);
  const runs = [];
  while (!isOver) runs.push(await runFor(job, 0.25));
  return {
    latencies: runs.flatMap(run => run.latencies),
    errors: runs.flatMap(run => run.errors),
    seconds: runs.reduce((sum, run) => sum + run.seconds, 0),
  };
}

function report({ outcomes, before, during, grown }) {
  say(`\n${attacksTable(outcomes, goals.ms)}\n`);
  const [quiet, attacked] = [sumUp([before]), sumUp([during])];
  const ratio = attacked.p95 / quiet.p95;
  const slow = outcomes.filter(({ ms }) => ms >= goals.ms);
  const wrong = outcomes.filter(({ verdict, expected }) => verdict !== expected);
  const errors = [...before.errors, ...during.errors];
  say(`attacks: ${outcomes.length}, otherwise refused: ${wrong.length}, ${goals.ms} ms or longer: ${slow.length}`);
  say(
    `ordinary p95: ${quiet.p95.toFixed(1)} ms alone, ${attacked.p95.toFixed(1)} ms under attack: ratio ${ratio.toFixed(2)}`,
  );
  say(`ordinary p50: ${quiet.p50.toFixed(1)} ms alone, ${attacked.p50.toFixed(1)} ms under attack`);
  say(`ordinary requests: ${during.latencies.length} under attack, errors: ${errors.length} ${errors[0] ?? ''}`);
  const busiest = Math.max(...outcomes.map(({ busy }) => busy ?? 0));
  say(`one attack alone kept the api's thread busy for ${busiest.toFixed(1)} ms at most`);
  say(`the api's memory grew by ${grown.toFixed(0)} MB in a round of attacks`);
  say(
    `load of the machine: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores; above that, times tell of others`,
  );
  const isKept = ratio <= goals.ratio && !(grown >= goals.megabytes);
  return isKept && [slow, wrong, errors].every(list => list.length === 0);
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
