// `npm run dev`: the product, built again whenever a source file changes, and started again unless it is one of the web app.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let product = start();
let waiting;
let concernsServer = false;

function start() {
  return spawn(process.execPath, ['dist/apps/launcher/main.js'], { cwd: root, stdio: 'inherit' });
}

function restart() {
  const { status } = spawnSync(process.execPath, ['tools/ready.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0 || !concernsServer) return;
  concernsServer = false;
  const old = product;
  old.once('exit', () => (product = start()));
  if (old.exitCode === null && old.signalCode === null) old.kill('SIGTERM');
  else product = start();
}

for (const folder of ['apps', 'libs', 'migrations']) {
  watch(`${root}${folder}`, { recursive: true }, (_event, name) => {
    // The web app is built anew and served as it is: whoever reloads the page has it.
    concernsServer ||= folder !== 'apps' || !/^web[\\/]/.test(name ?? '');
    clearTimeout(waiting);
    waiting = setTimeout(restart, 200);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    product.once('exit', () => process.exit());
    product.kill('SIGTERM');
  });
}
