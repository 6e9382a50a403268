// `npm run bench:verify`: how long the verifier takes over a bundle of 100,000 entries, and how much memory. `-- --entries N` for another.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeBundle } from './bundle.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const limits = { seconds: 20, megabytes: 512 };
const { values } = parseArgs({ options: { entries: { type: 'string', default: '100000' }, keep: { type: 'string' } } });

function verify(folder, key) {
  const program = here('../../dist/apps/verify/main.js');
  const args = ['--import', pathToFileURL(here('tell-peak.mjs')).href, program, folder, '--key', key];
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [told, errors] = ['', ''];
    child.stdout.on('data', text => (told += text));
    child.stderr.on('data', text => (errors += text));
    child.on('error', reject);
    child.on('close', code => {
      const [, peak, cpu] = /peak (\d+) cpu ([\d.]+)/.exec(errors) ?? [];
      resolve({
        code,
        told,
        errors,
        seconds: (performance.now() - began) / 1000,
        megabytes: Number(peak) / 1024,
        cpu: Number(cpu),
      });
    });
  });
}

const folder = values.keep ?? mkdtempSync(path.join(os.tmpdir(), 'assent-bench-'));
try {
  console.log(`Making a bundle of ${Number(values.entries).toLocaleString('en-NZ')} entries …`);
  const { key, entries, bytes } = await makeBundle(folder, Number(values.entries));
  console.log(`${entries.toLocaleString('en-NZ')} entries, ${Math.round(bytes / 1e6)} MB of entries and words.`);
  const { code, told, errors, seconds, megabytes, cpu } = await verify(folder, key);
  console.log(told);
  console.log(
    `exit ${code}, ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of computing on two threads), peak ${Math.round(megabytes)} MB (at most ${limits.seconds} s, ${limits.megabytes} MB)`,
  );
  if (code !== 0) console.log(errors);
  process.exitCode = code === 0 && seconds <= limits.seconds && megabytes <= limits.megabytes ? 0 : 1;
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
