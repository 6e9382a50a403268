// Before every script tools/ready.mjs installs what is missing and builds what changed. Two of them at once do it once: `npm ci` begins
// with deleting what the other has put there. What a killed one leaves holds nobody up, and an open page keeps the files of its build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { eventually } from '../launcher/product.js';
import { makeFolder } from '../postgres/story-tools.js';

let copy: string;
const at = (...parts: string[]): string => join(copy, ...parts);

/** Says that it began and, once it may, that it ended; with a folder as its work. */
const npm = `#!/bin/sh
echo begins >> npm.log
rm -rf node_modules
while [ ! -e may-end ]; do sleep 0.05; done
mkdir -p node_modules/.bin node_modules/vite/bin
cp programs/swc node_modules/.bin/swc
cp programs/vite.js node_modules/vite/bin/vite.js
echo ends >> npm.log
[ ! -e may-fail ]
`;

/** Called as \`swc apps libs migrations --out-dir FOLDER …\`. */
const swc = `#!/bin/sh
echo compiles >> built.log
cp -r "$1" "$2" "$3" "$5"
while [ ! -e may-end ]; do sleep 0.05; done
`;

/** Called as \`vite build apps/web --outDir FOLDER\`: one asset, named after what it holds. */
const vite = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const [, , , from, , to] = process.argv;
const text = readFileSync(from + '/main.tsx', 'utf8');
appendFileSync('built.log', 'bundles\\n');
mkdirSync(to + '/assets');
writeFileSync(to + '/assets/' + text + '.js', text);
writeFileSync(to + '/index.html', text);
`;

beforeEach(() => {
  copy = makeFolder();
  const given = { 'package-lock.json': '{}', '.swcrc': '{}', 'apps/web/main.tsx': 'first' };
  const more = { 'apps/api/main.ts': '', 'libs/ledger/index.ts': '', 'migrations/0001.sql': '' };
  const programs = { 'programs/npm': npm, 'programs/swc': swc, 'programs/vite.js': vite };
  for (const [file, text] of Object.entries({ ...given, ...more, ...programs })) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
    chmodSync(at(file), 0o755);
  }
  mkdirSync(at('tools'));
  cpSync('tools/ready.mjs', at('tools', 'ready.mjs'));
});
afterEach(() => removeTree(copy));

const makeReady = (...wants: string[]) => {
  const env = { PATH: `${at('programs')}:${process.env['PATH']}` };
  const child = spawn(process.execPath, [at('tools', 'ready.mjs'), ...wants], { cwd: copy, env });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code as number | null) };
};
const install = () => makeReady('--install-only');
const linesOf = (log: string): string[] =>
  existsSync(at(log)) ? readFileSync(at(log), 'utf8').trim().split('\n') : [];
const mayEnd = () => writeFileSync(at('may-end'), '');
const leftOver = () => [...readdirSync(at('.making-ready')), ...readdirSync(copy).filter(name => /^dist\./.test(name))];

describe('Two runs after a change of the lockfile', () => {
  it('install once, and both go on', async () => {
    const first = install();
    await eventually('the first installs', () => linesOf('npm.log').length === 1);
    const second = install();
    await eventually('the second waits', () => second.said().includes('installs or builds; waiting for it'));
    expect(second.said()).toContain(`Process ${first.child.pid} `);
    mayEnd();
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
    expect(linesOf('npm.log')).toEqual(['begins', 'ends']);
    expect(leftOver()).toEqual([]);
  });

  it('install one after the other when the first did not succeed', async () => {
    writeFileSync(at('may-fail'), '');
    const first = install();
    await eventually('the first installs', () => linesOf('npm.log').length === 1);
    const second = install();
    await eventually('the second waits', () => second.said().includes('waiting for it'));
    mayEnd();
    expect([await first.ended, await second.ended]).toEqual([1, 1]);
    expect(linesOf('npm.log')).toEqual(['begins', 'ends', 'begins', 'ends']);
  });
});

describe('Many runs after a change of the sources', () => {
  it('build once, and all go on', async () => {
    mayEnd();
    expect(await install().ended).toBe(0);
    const codes = await Promise.all(Array.from({ length: 6 }, () => makeReady().ended));
    expect(codes).toEqual(Array(6).fill(0));
    expect(linesOf('built.log')).toEqual(['compiles', 'bundles']);
    expect(leftOver()).toEqual([]);
  });
});

describe('A run that was killed', () => {
  it('while it installed holds nobody up', async () => {
    const killed = install();
    await eventually('it installs', () => linesOf('npm.log').length === 1);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(leftOver()).toEqual([String(killed.child.pid)]);
    mayEnd();
    expect(await install().ended).toBe(0);
    expect(leftOver()).toEqual([]);
  });

  it('while it built leaves a folder that goes with the next run', async () => {
    mayEnd();
    expect(await install().ended).toBe(0);
    removeTree(at('may-end'));
    const killed = makeReady();
    await eventually('it compiles', () => linesOf('built.log').length === 1);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(leftOver()).toEqual([String(killed.child.pid), `dist.dist.${killed.child.pid}`]);
    mayEnd();
    expect(await makeReady().ended).toBe(0);
    expect([leftOver(), existsSync(at('dist', 'apps', 'api', 'main.ts'))]).toEqual([[], true]);
  });
});

describe('A build of the web app', () => {
  const served = () => [
    readFileSync(at('dist', 'web', 'index.html'), 'utf8'),
    ...readdirSync(at('dist', 'web', 'assets')),
  ];
  const buildOf = async (text: string) => {
    writeFileSync(at('apps', 'web', 'main.tsx'), text);
    expect(await makeReady().ended).toBe(0);
    return served();
  };

  it('leaves open pages the files of the build before, for an hour', async () => {
    mayEnd();
    expect(await buildOf('first')).toEqual(['first', 'first.js']);
    expect(await buildOf('second')).toEqual(['second', 'first.js', 'second.js']);
    const longAgo = new Date(Date.now() - 3_700_000);
    utimesSync(at('dist', 'web', 'assets', 'first.js'), longAgo, longAgo);
    expect(await buildOf('third, and longer')).toEqual(['third, and longer', 'second.js', 'third, and longer.js']);
  });

  it('survives one of the server', async () => {
    mayEnd();
    await buildOf('first');
    writeFileSync(at('apps', 'api', 'main.ts'), 'changed');
    expect(await makeReady().ended).toBe(0);
    expect(served()).toEqual(['first', 'first.js']);
    expect(linesOf('built.log')).toEqual(['compiles', 'bundles', 'compiles']);
  });
});
