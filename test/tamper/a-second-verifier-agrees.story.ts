// The byte layers written a second time, in another language and from the formats alone: the two agree on every bundle of the suite.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attacks } from './catalogue.js';
import { diceFor } from './dice-for.js';
import { gatherEvidence, type Evidence, type Files } from './evidence.js';
import { judged, type Held } from './judged.js';
import { receiptOf } from './receipts.js';

const program = fileURLToPath(new URL('./verify_bytes.py', import.meta.url));
/** With its standard library and nothing that is installed beside it. */
const alone = ['-I', '-S'];
const isThere = (command: string, argument: string): boolean => spawnSync(command, [argument]).status === 0;
const missing = [
  ...(isThere('python3', '--version') ? [] : ['python3']),
  ...(isThere('openssl', 'version') ? [] : ['openssl']),
];
if (missing.length > 0) console.warn(`Without ${missing.join(' and ')} the second verifier was NOT asked.`);
const whereThereIsOne = missing.length > 0 ? describe.skip : describe;

let evidence: Evidence;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'assent-second-'));
  evidence = await gatherEvidence();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await evidence.close();
});

const verdicts = ['verified', 'tampered', 'cannot be judged'];

function asked(name: string, files: Files, { known = [], receipts = [] }: Partial<Held> = {}): string | undefined {
  const bundle = path.join(folder, name.replaceAll(/\W+/g, '-'));
  mkdirSync(bundle, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(path.join(bundle, file), bytes);
  const kept = [
    ...known.map(each => ['--known', each] as const),
    ...receipts.map(each => ['--receipt', each] as const),
  ];
  const args = kept.flatMap(([option, { text }], at) => {
    const file = `${bundle}.${at}`;
    writeFileSync(file, text);
    return [option, file];
  });
  const { status, stderr } = spawnSync('python3', [...alone, program, bundle, evidence.first.verifier, ...args], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return verdicts[status ?? -1];
}

async function ours(files: Files, held: Partial<Held> = {}): Promise<string> {
  const { known = [], receipts = [] } = held;
  const { verdict } = await judged(files, { log: evidence.first, known, receipts, layers: ['L1', 'L2', 'L3', 'L4'] });
  return verdict === 'clean' ? 'verified' : verdict === 'unjudged' ? 'cannot be judged' : 'tampered';
}

whereThereIsOne('A second verifier', () => {
  it('verifies what was exported, with what was kept', async () => {
    const held = {
      known: [{ name: 'kept', text: evidence.earlier.checkpoint }],
      receipts: [0, 50, 100].map(index => ({ name: `${index}`, text: receiptOf(evidence.files, index) })),
    };
    expect([asked('untouched', evidence.files, held), await ours(evidence.files, held)]).toEqual([
      'verified',
      'verified',
    ]);
  });

  it.each(attacks.map(attack => [attack.id, attack.name, attack] as const))(
    'agrees on %s, %s',
    async (_, __, attack) => {
      const { files, held } = attack.commit(evidence, diceFor(attack, 1));
      expect(asked(`${attack.id} ${attack.name}`, files, held)).toBe(await ours(files, held));
    },
  );
});
