// `npm run image:rehearse`: what the image would run, without a container engine. The tree that Dockerfile puts together, owned by
// somebody else and not to be written to; the services of docker-compose.yml with their own environment, as its uid, over a
// PostgreSQL made by its own script. Takes about half a minute and the ports 3000 and 3001. It says nothing of layers, networks, volumes or of the kernel's limits.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { DockerfileParser } from 'dockerfile-ast';
import pg from 'pg';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const { startEmbeddedPostgres } = await import(`${root}dist/libs/store/index.js`);
const dockerfile = DockerfileParser.parse(readFileSync(`${root}Dockerfile`, 'utf8')).getInstructions();
const compose = parse(readFileSync(`${root}docker-compose.yml`, 'utf8'), { merge: true });
const folder = mkdtempSync(path.join(tmpdir(), 'assent-image-'));
chmodSync(folder, 0o755);
const app = path.join(folder, 'app');
const stages = [];
for (const instruction of dockerfile) {
  if (instruction.getKeyword() === 'FROM') stages.push([]);
  stages.at(-1)?.push(instruction);
}
const [, dependencies, product] = stages;
const argumentsOf = instruction => JSON.parse(instruction.getArgumentsContent());
const one = (stage, keyword) => stage.find(each => each.getKeyword() === keyword);
const passwords = { DATABASE_PASSWORD: 'a1', OWNER_PASSWORD: 'b2', API_PASSWORD: 'c3', WORKER_PASSWORD: 'd4' };
const isRoot = process.getuid?.() === 0;
const [uid, gid] = one(product, 'USER').getArgumentsContent().split(':').map(Number);
const identity = isRoot ? { uid, gid } : {};
const say = line => console.log(line);
const running = [];

/** The last stage, put together by hand from what its COPY lines name. */
function makeTree() {
  const [npm, ...rest] = argumentsOf(one(dependencies, 'RUN'));
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(`${root}${name}`, path.join(app, name));
  const { status } = spawnSync(npm, rest, { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The production dependencies could not be installed.');
  for (const name of ['package-lock.json', '.npmrc']) rmSync(path.join(app, name));
  for (const name of ['dist', 'LICENSE']) cpSync(`${root}${name}`, path.join(app, name), { recursive: true });
  spawnSync('chmod', ['-R', 'a-w,a+rX', app]);
  say(`The tree: ${spawnSync('du', ['-sh', app], { encoding: 'utf8' }).stdout.split('\t')[0]}, not to be written to.`);
}

const fromDockerfile = Object.fromEntries(
  one(product, 'ENV')
    .getArgumentsContent()
    .split(' ')
    .map(pair => pair.split('=')),
);

/** The folder that stands here for a volume, which belongs to the image's uid as there. */
function volumeAt(place) {
  const own = path.join(folder, 'volumes', place);
  mkdirSync(own, { recursive: true });
  if (isRoot) chownSync(own, uid, gid);
  return own;
}

/** As compose would set it, with the database and the volumes where they are here, and a port that is free. */
function environmentOf(service, port) {
  const { environment, volumes = [] } = compose.services[service];
  const places = new Set(volumes.map(volume => volume.split(':')[1]));
  const given = Object.entries(environment).map(([name, value]) => [
    name,
    places.has(value)
      ? volumeAt(value)
      : String(value)
          .replace(/\$\{(\w+)[^}]*\}/g, (_, variable) => passwords[variable] ?? '')
          .replace('@database:5432', `@127.0.0.1:${port}`),
  ]);
  return { ...fromDockerfile, ...Object.fromEntries(given), HOST: '127.0.0.1', HOME: '/nonexistent' };
}

function start(service, port, more = []) {
  const { entrypoint = ['node'], command = [] } = compose.services[service];
  const [, ...args] = [...entrypoint, ...command, ...more];
  const child = spawn(process.execPath, args, { ...identity, cwd: app, env: environmentOf(service, port) });
  child.said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (child.said += chunk));
  running.push(child);
  return child;
}

async function runOnce(service, port, more) {
  const child = start(service, port, more);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${service} ended with code ${code}:\n${child.said}`);
  return child.said;
}

/** Its own health check, as often as it takes. */
async function healthy(service, child) {
  const [, , ...args] = compose.services[service].healthcheck.test;
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (spawnSync(process.execPath, args, { ...identity, cwd: app }).status === 0) return say(`${service} is healthy.`);
    await sleep(200);
  }
  throw new Error(`${service} did not become healthy:\n${child.said}`);
}

async function makeDatabase(server) {
  const sql = /<<'SQL'\n([^]*?)\nSQL/.exec(compose.configs.logins.content)[1];
  const filled = sql.replace(/:'(\w+)'/g, (_, name) => `'${passwords[`${name.toUpperCase()}_PASSWORD`]}'`);
  await query(server.url('postgres'), 'create database assent');
  await query(server.url('assent'), filled);
}

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function ask(token) {
  const answer = await fetch('http://127.0.0.1:3000/graphql', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{"query":"{ viewer { person { displayName } roles } }"}',
  });
  return JSON.stringify(await answer.json());
}

/** The page that browsers begin with, and the first file that it names. */
async function browse() {
  const page = await (await fetch('http://127.0.0.1:3000/', { headers: { accept: 'text/html' } })).text();
  const [file] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
  const { status } = await fetch(`http://127.0.0.1:3000${file}`);
  if (!file || status !== 200) throw new Error(`The web app is not there: ${page}`);
  say('api serves the web app.');
}

async function untilPlaced(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const [{ waiting, placed }] = await query(
      url,
      'select (select count(*)::int from outbox) as waiting, (select count(*)::int from ledger_position) as placed',
    );
    if (waiting === 0 && placed > 0) return say(`The worker placed ${placed} entries.`);
    await sleep(200);
  }
  throw new Error('The worker placed nothing.');
}

function expectReadOnly() {
  const write = `require('node:fs').writeFileSync('dist/x', '')`;
  const { status } = spawnSync(process.execPath, ['--eval', write], { ...identity, cwd: app });
  if (isRoot && status === 0) throw new Error('The tree can be written to.');
}

async function end(service, child) {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const [code, signal] = await closed;
  say(`${service} ended on SIGTERM with ${signal ?? `code ${code}`}.`);
  if (code !== 0) throw new Error(child.said);
}

const server = await startEmbeddedPostgres({ home: path.join(folder, 'home') });
try {
  makeTree();
  expectReadOnly();
  await makeDatabase(server);
  say((await runOnce('migrate', server.port)).trim());
  const [api, worker] = ['api', 'worker'].map(service => start(service, server.port));
  await healthy('api', api);
  await healthy('worker', worker);
  await browse();
  const made = await runOnce('admin', server.port, [
    'bootstrap',
    '--organisation',
    'Ministry of Examples',
    '--name',
    'Ada Example',
  ]);
  say(`api, asked with the first token: ${await ask(/assent_\S+/.exec(made)[0])}`);
  await untilPlaced(server.url('assent'));
  say((await runOnce('doctor', server.port)).trim());
  await end('api', api);
  await end('worker', worker);
  say(isRoot ? `Run as ${uid}:${gid}.` : 'Run as this user; root would have run it as the image’s.');
} finally {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await server.stop();
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
}
