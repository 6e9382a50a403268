// `npm run bench:smoke`: what the product does in a second on this machine, beside what the database alone would do. Only the
// ratios count: the jobs take turns in rounds, so that whatever else the machine does hits all of them.
import { bareCommandsJob } from './bare-commands-job.mjs';
import { bareListJob, rawHttpListJob } from './bare-list-jobs.mjs';
import { makeBareTables } from './bare-tables.mjs';
import { commandsJob, stepsOfProposal } from './commands-job.mjs';
import { countStatements, settingsForCounting } from './count-statements.mjs';
import { listJob } from './list-job.mjs';
import { median, rateOf, runFor, sumUp } from './measure.mjs';
import { readOptions } from './options.mjs';
import { addSettings, databaseUrl, makeHome, readTokens, startProduct } from './product.mjs';
import { tableOf } from './table.mjs';

const say = line => console.log(line);
const warmUp = 3;
const ratios = [
  ['commands, api', 'commands, bare pg'],
  ['list of 50, api', 'list of 50, raw http'],
  ['list of 50, api', 'list of 50, bare pg'],
];

async function main() {
  const options = readOptions(process.argv.slice(2));
  const { home, remove } = makeHome();
  const running = new Set();
  const start = async profile => {
    const product = await startProduct(home, profile);
    running.add(product);
    return product;
  };
  const stop = async product => {
    await product.stop();
    running.delete(product);
  };
  const leave = async () => {
    for (const product of running) await product.stop();
    remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave().then(() => process.exit(130)));
  try {
    process.exitCode = (await bench({ ...options, home, start, stop })) ? 0 : 1;
  } finally {
    await leave();
  }
}

async function bench(options) {
  const { home, start, stop, profile } = options;
  say('The product makes its home and plays its demonstration …');
  const first = await start();
  await stop(first);
  const measured = await start(profile);
  const runs = await withJobs({ ...options, port: measured.port }, jobs => takeTurns(jobs, options));
  await stop(measured);
  addSettings(home, settingsForCounting);
  const counted = await start();
  const statements = await withJobs({ ...options, port: counted.port, clients: 1 }, (jobs, url) =>
    countStatements(url, jobs, 10 * stepsOfProposal),
  );
  await stop(counted);
  const results = [...runs].map(([name, parts]) => ({ name, ...sumUp(parts) }));
  return report(results, runs, statements, [measured, counted]);
}

/** Opens all jobs, and closes them whatever happens. */
async function withJobs({ home, port, clients }, work) {
  const url = await databaseUrl(home);
  const given = { url, port, clients, tokens: readTokens(home) };
  await makeBareTables(url);
  const jobs = [];
  try {
    for (const open of [commandsJob, bareCommandsJob, listJob, rawHttpListJob, bareListJob]) {
      jobs.push(await open(given));
      if (open === commandsJob) await fillPage(jobs[0]);
    }
    return await work(jobs, url);
  } finally {
    for (const { players, close } of jobs) {
      await Promise.all(players.map(player => player.close()));
      await close?.();
    }
  }
}

/** There must be more than a page of proposals before a list of 50 can be asked for. */
async function fillPage({ players }) {
  const each = Math.ceil(60 / players.length) * stepsOfProposal;
  await Promise.all(
    players.map(async ({ once }) => {
      for (let count = 0; count < each; count += 1) await once();
    }),
  );
}

async function takeTurns(jobs, { seconds, rounds }) {
  const runs = new Map(jobs.map(({ name }) => [name, []]));
  for (const job of jobs) {
    say(`warming up: ${job.name}`);
    const { errors } = await runFor(job, Math.min(warmUp, seconds));
    if (errors.length > 0) throw new Error(`${job.name}: ${errors[0]}`);
  }
  for (let round = 1; round <= rounds; round += 1) {
    const said = [];
    for (const job of jobs) {
      const run = await runFor(job, seconds / rounds);
      runs.get(job.name).push(run);
      said.push(`${job.name} ${rateOf(run).toFixed(0)}/s`);
    }
    say(`round ${round} of ${rounds}: ${said.join(', ')}`);
  }
  return runs;
}

function report(results, runs, statements, starts) {
  say(`\n${tableOf(results, statements)}\n`);
  for (const [api, bare] of ratios) {
    const each = runs.get(api).map((run, round) => rateOf(run) / rateOf(runs.get(bare)[round]));
    const range = `${Math.min(...each).toFixed(3)} to ${Math.max(...each).toFixed(3)}`;
    say(`${api} / ${bare.split(', ')[1]}: ${median(each).toFixed(3)} (median of ${each.length} rounds, ${range})`);
  }
  say(`start to ready, warm: ${starts.map(({ readyAfter }) => `${(readyAfter / 1000).toFixed(1)} s`).join(', ')}`);
  const errors = results.flatMap(result => result.errors);
  if (errors.length > 0) say(`${errors.length} errors, the first: ${errors[0]}`);
  return errors.length === 0;
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
