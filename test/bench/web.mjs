// `npm run bench:web`: how many bytes a browser loads, and how long it takes until each screen is first seen, in a real browser with an
// empty cache, over ten thousand proposals and one with two hundred concerns. Figures as measured; what else the machine does is said.
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';
import { databaseUrl, makeHome, readTokens, startProduct } from './product.mjs';
import { copyProposals, raiseConcerns } from './web-contents.mjs';
import { findInReview, findShown, screensOf } from './web-screens.mjs';
import { openBrowser, signIn, timeToFirstView } from './web-visitor.mjs';

const say = line => console.log(line);
const goal = 1_000;
const rounds = 5;
const contents = { proposals: 10_000, concerns: 200 };

async function main() {
  const sizes = spawnSync(process.execPath, [fileURLToPath(new URL('../../tools/web-sizes.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
  const { home, remove } = makeHome();
  let product, browser;
  try {
    say('\nThe product makes its home and plays its demonstration …');
    browser = await openBrowser();
    product = await startProduct(home);
    const shown = await fill(product, home);
    const measured = await measure(browser, `http://127.0.0.1:${product.port}`, shown);
    process.exitCode = report(measured) && sizes.status === 0 ? 0 : 1;
  } finally {
    await browser?.close();
    await product?.stop();
    remove();
  }
}

/** Copies are made before the concerns are raised: one proposal has two hundred of them, not each. */
async function fill({ port }, home) {
  say(`${contents.proposals} proposals and ${contents.concerns} concerns of one of them …`);
  const given = { port, tokens: readTokens(home) };
  const found = await findInReview(given);
  await copyProposals(await databaseUrl(home), contents.proposals);
  await raiseConcerns(given, found.proposalId, contents.concerns);
  return findShown({ ...given, ...found });
}

async function measure(browser, url, shown) {
  const screens = screensOf(shown);
  const states = new Map();
  for (const [, persona] of screens) {
    if (!states.has(persona)) states.set(persona, await signIn(browser, url, persona));
  }
  const measured = [];
  say(`\ntime to first view, ms: p50 of ${rounds}, and the longest; goal ${goal}`);
  for (const [name, persona, path] of screens) {
    const views = [];
    for (let round = 0; round < rounds; round += 1)
      views.push(await timeToFirstView(browser, states.get(persona), `${url}${path}`));
    const times = views.map(({ ms }) => ms);
    const view = { name, heading: views[0].heading, p50: median(times), longest: Math.max(...times) };
    say(lineOf(view));
    measured.push(view);
  }
  return measured;
}

function lineOf({ name, heading, p50, longest }) {
  const figures = [p50, longest].map(ms => ms.toFixed(0).padStart(6)).join('');
  return `${figures}  ${p50 > goal ? 'SLOW ' : ''}${name.padEnd(24)}${heading}`;
}

/** True where each screen keeps to the goal. */
function report(measured) {
  const slow = measured.filter(({ p50 }) => p50 > goal).length;
  say(`\n${measured.length} screens, ${slow} of them slower than ${goal} ms`);
  say(
    `load of the machine: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores; above that, times tell of others`,
  );
  return slow === 0;
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
