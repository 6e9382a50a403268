// P: what an auditor finds who has the exported bundle, the log's key, and every checkpoint that anybody was shown meanwhile. Export and
// verifier are asked as the programs they are, one after the other.
import { spawnSync } from 'node:child_process';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Examination, type Finding } from './invariant.js';
import { groupBy, type Records } from './records.js';
import type { Testimony } from './told.js';

interface Log {
  home: string;
  url: string;
  /** As the auditor had it from its owner. */
  key: string;
}

export function examineProof({ home, url, key }: Log, testimony: Testimony, records: Records): Finding {
  const exam = new Examination('P', 'an auditor verifies all of it by the one key, with all checkpoints ever shown');
  const checkpoints = [...new Set([...records.checkpoints, ...testimony.checkpoints])];
  examineRoots(exam, checkpoints);
  const bundle = join(home, 'bundle');
  const exported = run('export', ['--to', bundle], { DATABASE_URL: url });
  exam.expect(exported.status === 0, () => `the export ended with ${exported.status}: ${exported.said}`);
  if (exported.status !== 0) return exam.finding;
  const known = keep(join(home, 'checkpoints'), checkpoints).flatMap(file => ['--known', file]);
  const verified = run('verify', [bundle, '--key', key, '--json', ...known]);
  exam.expect(verified.status === 0, () => `the verifier ended with ${verified.status}: ${verified.said}`);
  examineLeaves(exam, readFileSync(join(bundle, 'leaves.bin')), testimony, records);
  return exam.finding;
}

/** Text of a signed note, to its signatures: name of the log, size, root. */
const sizeOf = (note: string): string => note.split('\n')[1] ?? '';
const headOf = (note: string): string => note.split('\n\n')[0] ?? '';

function examineRoots(exam: Examination, checkpoints: string[]): void {
  for (const [size, notes] of groupBy(checkpoints, sizeOf)) {
    exam.saw('checkpoints');
    const roots = new Set(notes.map(headOf)).size;
    exam.expect(roots === 1, () => `${roots} roots of size ${size} are signed`);
  }
}

function keep(folder: string, checkpoints: string[]): string[] {
  mkdirSync(folder);
  return checkpoints.map((note, nth) => {
    const file = join(folder, String(nth));
    writeFileSync(file, note);
    return file;
  });
}

function run(app: 'export' | 'verify', args: string[], env: NodeJS.ProcessEnv = {}): { status: number; said: string } {
  const program = fileURLToPath(new URL(`../../../dist/apps/${app}/main.js`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
  return { status: status ?? -1, said: stdout + stderr };
}

/** As many leaves as there are entries, and everything that anybody was told of among them. */
function examineLeaves(exam: Examination, bytes: Buffer, { commands }: Testimony, { entries }: Records): void {
  const leaves = Array.from({ length: bytes.length / 32 }, (_, nth) => bytes.toString('hex', nth * 32, nth * 32 + 32));
  exam.saw('entries', leaves.length);
  exam.expect(leaves.length === entries.length, () => `${leaves.length} of ${entries.length} entries are sealed`);
  const sealed = new Set(leaves);
  for (const { mutation, commandId, acknowledged } of commands.values())
    for (const { id, hash } of acknowledged[0]?.entries ?? []) {
      exam.saw('acknowledged entries');
      exam.expect(sealed.has(hash), () => `${id} of ${mutation} ${commandId} is not in the bundle`);
    }
}
