// Run before every script that needs the product: installs what is missing and builds what changed. Plain Node 20 or newer, no
// dependencies, because on a fresh clone there are none; the scripts after it run on the pinned Node of node_modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
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
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what is missing …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

const sources = ['apps', 'libs', 'migrations'];

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Another run may move its own build in between: both were made from the same sources, so either will do. */
function moveIntoPlace(aside) {
  rmSync(at('dist'), { recursive: true, force: true });
  try {
    renameSync(aside, at('dist'));
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
}

function build() {
  const files = [at('.swcrc'), at('package-lock.json'), ...sources.flatMap(folder => [...filesBelow(at(folder))])];
  const wanted = digest(files.map(file => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`).join('\n'));
  const stamp = at('dist', '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Built aside and moved into place: a start beside this one never sees half a build.
  const aside = at(`dist.${process.pid}`);
  mkdirSync(aside, { recursive: true });
  const ignore = ['--ignore', '**/*.spec.ts', '--ignore', '**/testing/**'];
  run(at('node_modules', '.bin', 'swc'), [...sources, '--out-dir', aside, '--copy-files', '--quiet', ...ignore]);
  writeFileSync(path.join(aside, '.sources'), wanted);
  moveIntoPlace(aside);
}

const wants = new Set(process.argv.slice(2));
install();
if (!wants.has('--install-only')) build();
