// Run before every script that needs the product: installs what is missing and builds what changed. Plain Node 20 or newer, no
// dependencies, because on a fresh clone there are none; the scripts after it run on the pinned Node of node_modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, {
    ...{ cwd: root, env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`\`${command} ${args.join(' ')}\` did not succeed${error ? `: ${error.message}` : ''}.`);
  process.exit(status || 1);
}

const digest = text => createHash('sha256').update(text).digest('hex');

/** The lockfile that node_modules was installed from; one that differs is installed anew. */
function install() {
  const stamp = at('node_modules', '.assent-lockfile');
  const wanted = digest(readFileSync(at('package-lock.json')));
  make(
    () => isStamped(stamp, wanted),
    () => {
      console.log('Installing what is missing …');
      run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      writeFileSync(stamp, wanted);
    },
  );
}

const isStamped = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Nothing when it is there, be it by a run that was waited for. */
function make(isThere, work) {
  if (isThere()) return;
  takeTurn();
  if (!isThere()) work();
}

const claims = at('.making-ready');
const mine = String(process.pid);
let hasTurn = false;

/** Until this run ends: whoever has put down a claim and then sees that of no other living run. Two would delete each other's work. */
function takeTurn() {
  for (let hasSaid = false; !hasTurn; hasSaid = true) {
    mkdirSync(claims, { recursive: true });
    writeFileSync(path.join(claims, mine), '');
    const other = readdirSync(claims).find(pid => pid !== mine && isAlive(pid));
    if (other === undefined) return beginTurn();
    rmSync(path.join(claims, mine));
    if (!hasSaid)
      console.log(`Process ${other} installs or builds; waiting for it. If it is none of ours, remove ${claims}.`);
    // Not for equally long: two that begin at once would step back for each other for ever.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100 + Math.random() * 200);
  }
}

function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** A program that outlived its run may write into it for a moment more. */
const leftBehind = { recursive: true, maxRetries: 20 };

/** Claims and half-made builds of runs that were killed go now: nobody else is at work. */
function beginTurn() {
  hasTurn = true;
  removeAtEnd(path.join(claims, mine));
  for (const pid of readdirSync(claims)) if (pid !== mine && !isAlive(pid)) rmSync(path.join(claims, pid));
  for (const name of readdirSync(root)) if (name.startsWith('dist.')) rmSync(at(name), leftBehind);
}

const removeAtEnd = place => process.once('exit', () => rmSync(place, { recursive: true, force: true }));

const sources = ['apps', 'libs', 'migrations'];
const web = at('apps', 'web');

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Built aside, and put in its place when all of it is there. */
function build({ place, files, compile, put }) {
  const wanted = digest(files.map(file => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`).join('\n'));
  const stamp = path.join(place, '.sources');
  make(
    () => isStamped(stamp, wanted),
    () => {
      const aside = `${at('dist')}.${path.basename(place)}.${mine}`;
      removeAtEnd(aside);
      mkdirSync(aside, { recursive: true });
      compile(aside);
      put(aside, place);
      writeFileSync(stamp, wanted);
    },
  );
}

/** A start beside this one has the earlier build or this one, never a half. */
function replace(aside, place) {
  const earlier = `${aside}.earlier`;
  removeAtEnd(earlier);
  if (existsSync(place)) renameSync(place, earlier);
  renameSync(aside, place);
}

const HOUR = 3_600_000;

/** The assets first, then the page that names them. Those of earlier builds stay for an hour: open pages ask for them still. */
function layOver(aside, place) {
  const assets = path.join(place, 'assets');
  mkdirSync(assets, { recursive: true });
  for (const folder of ['assets', '.']) {
    for (const { name } of readdirSync(path.join(aside, folder), { withFileTypes: true }).filter(each => each.isFile()))
      renameSync(path.join(aside, folder, name), path.join(place, folder, name));
  }
  const isOld = file => statSync(file).mtimeMs < Date.now() - HOUR;
  for (const file of [...filesBelow(assets)].filter(isOld)) rmSync(file);
}

function compileServer(aside) {
  const ignore = ['**/*.spec.ts', '**/testing/**', 'apps/web/**'].flatMap(pattern => ['--ignore', pattern]);
  run(at('node_modules', '.bin', 'swc'), [...sources, '--out-dir', aside, '--copy-files', '--quiet', ...ignore]);
  const built = at('dist', 'web');
  if (existsSync(built)) cpSync(built, path.join(aside, 'web'), { recursive: true, preserveTimestamps: true });
}

function bundleWeb(aside) {
  const pinned = at('node_modules', '.bin', 'node');
  const vite = [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', web, '--outDir', aside];
  // Where a test builds, NODE_ENV says so, and React would be bundled with all that it warns developers of.
  run(existsSync(pinned) ? pinned : process.execPath, vite, { ...process.env, NODE_ENV: 'production' });
}

function buildAll() {
  const files = sources.flatMap(folder => [...filesBelow(at(folder))]);
  const isOfWeb = file => file.startsWith(web + path.sep);
  const common = [at('package-lock.json')];
  const ofServer = [at('.swcrc'), ...common, ...files.filter(file => !isOfWeb(file))];
  const ofWeb = [...common, ...files.filter(file => isOfWeb(file) || file.startsWith(at('libs', 'ledger') + path.sep))];
  build({ place: at('dist'), files: ofServer, compile: compileServer, put: replace });
  const bundled = ofWeb.filter(file => !file.endsWith('.spec.ts') && !file.endsWith('.md'));
  build({ place: at('dist', 'web'), files: bundled, compile: bundleWeb, put: layOver });
}

const wants = new Set(process.argv.slice(2));
install();
if (!wants.has('--install-only')) buildAll();
