// The two programs as an auditor and an operator meet them: an export that goes on where it was stopped, a verdict in words, as JSON
// and as an exit code, without a network where the machine lets us take it away.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  cpSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeReady } from '../launcher/product.js';
import { gatherEvidence, type Evidence, type Files } from './evidence.js';
import { edit, putTogether, takeApart } from './forger.js';
import { policyOf } from './log.js';
import { receiptOf } from './receipts.js';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const program = (app: 'export' | 'verify'): string => file(`../../dist/apps/${app}/main.js`);

let evidence: Evidence;
let folder: string;
beforeAll(async () => {
  makeReady();
  folder = mkdtempSync(path.join(os.tmpdir(), 'assent-auditor-'));
  evidence = await gatherEvidence();
  lay('bundle', evidence.files);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await evidence.close();
});

const at = (name: string): string => path.join(folder, name);

function lay(name: string, files: Files): string {
  cpSync(mkdtempSync(at('empty-')), at(name), { recursive: true });
  for (const [each, bytes] of files) writeFileSync(path.join(at(name), each), bytes);
  return at(name);
}

function kept(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

const verify = (args: string[], before: string[] = []): Ended => {
  const [command, ...all] = [...before, process.execPath, program('verify'), ...args];
  return spawnSync(command!, all, { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
};
const exportTo = (...args: string[]): Ended => {
  const url = new URL(evidence.api.store.database.url);
  const env = { PATH: process.env['PATH'], DATABASE_URL: url.href };
  return spawnSync(process.execPath, [program('export'), ...args], {
    encoding: 'utf8',
    env,
  });
};

describe('The verifier', () => {
  it('says VERIFIED, what it saw, and what it cannot exclude', () => {
    const { status, stdout, stderr } = verify([at('bundle'), '--key', evidence.first.verifier]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^VERIFIED\. All [\d,]+ entries .* (no approval is among them|the one approval was lawful|each of the \d+ approvals was lawful)\.$/m,
    );
    expect(stdout).toMatch(/What this cannot exclude:\n {2}- a rollback/);
  });

  it('needs no network', () => {
    const isolated = spawnSync('unshare', ['-rn', 'true']).status === 0;
    if (!isolated) console.warn('This machine lets nobody take a network away: it was NOT tried without.');
    const { status } = verify([at('bundle'), '--key', evidence.first.verifier], isolated ? ['unshare', '-rn'] : []);
    expect(status).toBe(0);
  });

  it('takes a key from a file, and checks all that somebody kept', () => {
    const key = kept('log.key', `${evidence.first.verifier}\n`);
    const known = kept('kept', evidence.earlier.checkpoint);
    const receipt = kept('mine.tlog-proof', receiptOf(evidence.files, 60));
    const policy = kept('policy', policyOf(evidence.witnesses, 1));
    const more = ['--known', known, '--receipt', receipt, '--witness', policy, '--json'];
    const { status, stdout } = verify([at('bundle'), '--key', key, ...more]);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'verified', exit: 0, seen: { withWords: true } });
    expect([status, stdout]).toEqual([0, expect.not.stringMatching('rollback')]);
    const stale = verify([at('bundle'), '--key', key, '--witness', policy, '--max-age', '1', '--json']);
    expect([stale.status, JSON.parse(stale.stdout).finding.kind]).toEqual([1, 'cosignatures-stale']);
  });

  it('names the first bad place, and ends with 1', () => {
    const draft = takeApart(evidence.files);
    edit(draft, 70, said => (said.at = '2020-01-01T00:00:00.000Z'));
    const { status, stdout } = verify([lay('altered', putTogether(draft)), '--key', evidence.first.verifier, '--json']);
    const { finding, verdict } = JSON.parse(stdout);
    const { stream, sequence } = draft.entries[70]!.said;
    expect([status, verdict]).toEqual([1, 'tampered']);
    expect(finding).toMatchObject({
      kind: 'entry-altered',
      layer: 'L2',
      index: 70,
      stream,
      sequence,
      file: 'entries.jsonl',
    });
    expect(finding.attacks).toContain('T3');
  });

  it('judges a receipt by itself', () => {
    const receipt = kept('one.tlog-proof', receiptOf(evidence.files, 60));
    const { status, stdout } = verify([receipt, '--key', evidence.second.verifier]);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^VERIFIED\. The log signed a history of \d+ entries in which number 60 is /),
    ]);
    const bent = kept('bent.tlog-proof', receiptOf(evidence.files, 60).replace('index 60', 'index 61'));
    expect(verify([bent, '--key', evidence.second.verifier]).status).toBe(1);
  });

  it('ends with 2 where it cannot judge, and says why', () => {
    const key = evidence.first.verifier;
    const half = lay('half', new Map([...evidence.files].filter(([name]) => name !== 'manifest.json')));
    const newer = lay(
      'newer',
      new Map(evidence.files).set(
        'manifest.json',
        Buffer.from(evidence.files.get('manifest.json')!.toString().replace('assent-bundle/1', 'assent-bundle/9')),
      ),
    );
    const asked: [string[], RegExp][] = [
      [[at('nowhere'), '--key', key], /There is no /],
      [[at('bundle')], /--key is missing/],
      [[at('bundle'), '--key', 'a-key'], /no verifier key/],
      [[at('bundle'), '--key', evidence.witnesses[0]!.verifier], /no verifier key of a log/],
      [[half, '--key', key], /no complete bundle/],
      [[newer, '--key', key], /format assent-bundle\/9/],
      [[at('bundle'), '--key', key, '--known', kept('junk', 'junk')], /no checkpoint to compare with/],
      [[at('bundle'), '--key', key, '--max-age', '5'], /needs --witness/],
      [
        [at('bundle'), '--key', key, '--witness', kept('nonsense', 'quorum nobody\n')],
        /no policy of witnesses: in line 1/,
      ],
    ];
    for (const [args, why] of asked) {
      const { status, stdout, stderr } = verify(args);
      expect([args.slice(1), status, stdout + stderr]).toEqual([args.slice(1), 2, expect.stringMatching(why)]);
    }
  });
});

describe('The export', () => {
  it('goes on where it was stopped, and from an earlier bundle; both are the same to the byte', () => {
    const whole = exportTo('--to', at('whole'));
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringMatching(/\d+ entries\. Check it with/)]);
    cpSync(at('whole'), at('stopped'), { recursive: true });
    for (const name of ['manifest.json', 'state.jsonl', 'words.jsonl', 'checkpoint'])
      rmSync(path.join(at('stopped'), name));
    truncateSync(path.join(at('stopped'), 'entries.jsonl'), 60_001);
    expect(exportTo('--to', at('stopped')).status).toBe(0);
    const before = lay('before', evidence.earlier.files);
    expect(exportTo('--to', at('after'), '--after', before).status).toBe(0);
    for (const name of readdirSync(at('whole')))
      for (const other of ['stopped', 'after'])
        expect([
          name,
          readFileSync(path.join(at(other), name)).equals(readFileSync(path.join(at('whole'), name))),
        ]).toEqual([name, true]);
    expect(verify([at('after'), '--key', evidence.first.verifier]).status).toBe(0);
  });

  it('writes over nothing, and goes on from no other ledger', () => {
    const again = exportTo('--to', at('bundle'));
    expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/There is a bundle in/)]);
    const draft = takeApart(evidence.earlier.files);
    draft.leaves[3] = Buffer.alloc(32, 7);
    const other = exportTo('--to', at('mixed'), '--after', lay('other', putTogether(draft)));
    expect([other.status, other.stderr]).toEqual([1, expect.stringMatching(/do not begin this ledger/)]);
    expect(existsSync(path.join(at('mixed'), 'manifest.json'))).toBe(false);
  });

  it('leaves out words where it is told to, and nothing of them is left', () => {
    expect(exportTo('--to', at('bare'), '--without-words').status).toBe(0);
    const all = readdirSync(at('bare'))
      .map(name => readFileSync(path.join(at('bare'), name), 'utf8'))
      .join('');
    for (const word of ['Ngā wāhi', 'Families will stop', 'It holds as it stands']) expect(all).not.toContain(word);
    const { status, stdout } = verify([at('bare'), '--key', evidence.first.verifier]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/written without words/)]);
  });

  it('writes the decision history for people, without formulas', async () => {
    const { api } = evidence;
    const proposalId = (await api.as('analyst').do('draftProposal', { title: '=HYPERLINK("x")', dossier: {} }))
      .proposal['id'];
    expect(proposalId).toBeDefined();
    await evidence.exportNow();
    expect(exportTo('--format', 'csv', '--to', at('history.csv')).status).toBe(0);
    expect(exportTo('--format', 'jsonl', '--to', at('history.jsonl')).status).toBe(0);
    const csv = readFileSync(at('history.csv'), 'utf8');
    const lines = readFileSync(at('history.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(csv.split('\r\n')).toHaveLength(lines.length + 2);
    expect(csv).toMatch(/^index,at,proposal,type,person,organisation,role,version,details\r\n/);
    for (const cell of csv.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
    expect(lines.find(({ type }) => type === 'DecisionRecorded')).toMatchObject({
      proposal: expect.stringMatching(/^DSP-\d{4}$/),
      role: 'approver',
    });
    expect(exportTo('--format', 'jsonl', '--to', at('bare.jsonl'), '--without-words').status).toBe(0);
    const [line] = readFileSync(at('bare.jsonl'), 'utf8').split('\n');
    const { person, organisation } = JSON.parse(line!);
    for (const id of [person, organisation]) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
