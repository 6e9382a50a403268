// The bad day: the disk is gone, and the backup is older than what was signed last. Nothing pretends that it were otherwise: restore and
// doctor say so, the signer refuses, the operator declares it, and whoever kept a checkpoint of before is told in words.
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { isProblem } from '#governance';
import { lastSignedIn, readKeyFile, signerOf, type LastSigned, type Signer } from '#keys';
import { algorithms, formatProofFile } from '#ledger';
import {
  authenticate,
  createDataSource,
  findCheckpoint,
  handleCommand,
  ledgerProgress,
  migrateUp,
  proveInclusion,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#store';
import { makeCast, type Row } from '../harness/index.js';
import { eventually, makeReady } from '../launcher/product.js';
import { FAST, makeFolder, query, removeHome } from '../postgres/story-tools.js';
import { signedCheckpoint } from '../tamper/log.js';
import { endAll, startProgram, type Program } from './program.js';

const reason = 'The array of db1 broke on 12 November; the newest backup is of the night before.';
let [home, another, signer, papers]: string[] = [];
let server: EmbeddedPostgres;
let dataSource: DataSource;
let analyst: string;
/** Kept by somebody outside: before the backup, and after it. */
let early: LastSigned;
let late: LastSigned;
let old: Signer;

const open = async (place: string): Promise<void> => {
  server = await startEmbeddedPostgres({ home: place, settings: FAST });
};
const connect = async (): Promise<void> => {
  dataSource = await createDataSource({ url: server.url('assent'), role: 'migrator', poolSize: 2 }).initialize();
};
const shut = async (): Promise<void> => {
  await dataSource.destroy();
  await server.stop();
};

interface Ran {
  status: number | null;
  said: string;
}

/** One of the product's commands, as a process. */
function run(module: string, args: string[] = [], place = another!): Ran {
  const env = { PATH: process.env['PATH'] ?? '', ASSENT_HOME: place, SIGNER_HOME: signer! };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/apps/${module}.js`, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

async function write(titles: number): Promise<void> {
  const { actor } = (await authenticate(dataSource, analyst))!;
  for (let title = 0; title < titles; title += 1) {
    const act = { actor, commandId: uuidv7(), at: new Date().toISOString(), newId: () => uuidv7() };
    const receipt = await handleCommand(dataSource, { ...act, type: 'DraftProposal', input: { title: 'One more' } });
    if (isProblem(receipt)) throw new Error(JSON.stringify(receipt));
  }
}

const startWorker = (): Program =>
  startProgram('worker', { DATABASE_URL: server.url('assent'), SIGNER_HOME: signer!, SIGNER_CREATE_KEY: '1' });

async function seal(): Promise<LastSigned> {
  const worker = startWorker();
  await eventually('all is sealed', async () => {
    const { placed, sealedSize } = await ledgerProgress(dataSource);
    const [waiting] = await query(server.url('assent'), 'select count(*)::int as n from outbox');
    return waiting!['n'] === 0 && sealedSize === placed;
  });
  await worker.stop();
  return lastSignedIn(signer!) as LastSigned;
}

const backups = (): string[] => readdirSync(join(home!, 'backups')).map(name => join(home!, 'backups', name));
const paper = (name: string, text: string): string => {
  writeFileSync(join(papers!, name), text);
  return join(papers!, name);
};

beforeAll(async () => {
  makeReady();
  [home, another, signer, papers] = [makeFolder(), makeFolder(), makeFolder('private'), makeFolder()];
  await open(home);
  await query(server.url('postgres'), 'create database assent');
  await migrateUp(server.url('assent'));
  await connect();
  analyst = (await makeCast(dataSource)).members.analyst.token;
  await write(5);
  early = await seal();
  await shut();
});
afterAll(async () => {
  endAll();
  await shut();
  for (const each of [home!, another!]) await removeHome(each);
  for (const each of [signer!, papers!]) rmSync(each, { recursive: true });
});

describe('A backup', () => {
  it('says that the signer’s folder is not in it, and how to keep the key', () => {
    const { status, said } = run('operator/backup', ['--cold'], home);
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(/Not in it: the signer’s key .* Keep a copy of .*key\.pem/),
    ]);
    const manifest = JSON.parse(
      readFileSync(
        backups().find(name => name.endsWith('.json'))!,
        'utf8',
      ),
    ) as Row;
    expect(manifest['leavesOut'][0]).toMatch(/^The signer’s folder/);
  });
});

describe('When the disk is lost after that, with what was signed since', () => {
  let state: string;
  beforeAll(async () => {
    await open(home!);
    await connect();
    await write(7);
    late = await seal();
    old = signerOf(readKeyFile(join(signer!, 'key.pem'))!, late.origin, algorithms.ed25519);
    const [row] = await query(
      server.url('assent'),
      'select e.bytes, l.index from ledger_position l join ledger_entry e on e.id = l.entry_id order by l.index desc limit 1',
    );
    const [index, checkpoint] = [Number(row!['index']), (await findCheckpoint(dataSource))!];
    const proof = await proveInclusion(dataSource, index, checkpoint.size);
    paper('receipt', formatProofFile({ extra: row!['bytes'] as Buffer, index, proof, checkpoint: checkpoint.note }));
    await shut();
    state = readFileSync(join(signer!, 'last-signed.json'), 'utf8');
  });

  it('restore brings back the database, leaves the signer alone, and says that sealed history is missing', async () => {
    const { status, said } = run('operator/restore', [backups().find(name => name.endsWith('.tar'))!]);
    expect(status).toBe(0);
    expect(said).toMatch(/^signer {3}.* was left alone/m);
    expect(said).toMatch(
      new RegExp(`^signer .*SEALED HISTORY IS MISSING: it signed ${late.size} entries of .* resume-after-loss`, 'm'),
    );
    expect(readFileSync(join(signer!, 'last-signed.json'), 'utf8')).toBe(state);
    await open(another!);
    await connect();
  });

  it('the doctor says so too, and whether the key is safe', () => {
    const findings = (): Row[] => (JSON.parse(run('operator/doctor', ['--json']).said) as { findings: Row[] }).findings;
    const of = (check: string) => findings().find(each => each['check'] === check)!;
    expect(of('Signer')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('SEALED HISTORY IS MISSING'),
    });
    expect(of('Signing key')).toMatchObject({ state: 'ok', says: expect.stringContaining(late.origin) });
    chmodSync(join(signer!, 'key.pem'), 0o640);
    expect(of('Signing key')).toMatchObject({ state: 'problem', says: expect.stringContaining('Others can read') });
    chmodSync(join(signer!, 'key.pem'), 0o600);
  });

  it('the worker records and signs nothing, for as long as nobody acts', async () => {
    const worker = startWorker();
    expect(await worker.tells('sealing-refused')).toMatchObject({ reason: 'tree-shorter' });
    await write(1);
    await eventually('the entry has its place', async () => {
      const { placed, sealedSize } = await ledgerProgress(dataSource);
      return placed > sealedSize;
    });
    await worker.stop();
    expect(run('worker/signer/main', ['status'])).toMatchObject({
      status: 1,
      said: expect.stringContaining('REFUSES'),
    });
    expect((await ledgerProgress(dataSource)).sealedSize).toBe(early.size);
    expect(readFileSync(join(signer!, 'last-signed.json'), 'utf8')).toBe(state);
  });
});

describe('When the operator declares it', () => {
  let key: string;
  it('with a reason, another log begins, and an entry signed by both keys says why', async () => {
    expect(run('worker/signer/main', ['resume-after-loss'])).toMatchObject({
      status: 2,
      said: expect.stringContaining('--reason'),
    });
    const { status, said } = run('worker/signer/main', ['resume-after-loss', '--reason', reason]);
    expect([status, said]).toEqual([
      0,
      expect.stringContaining(
        `has ended. ${late.size} entries of it were signed; what is left begins with the first ${early.size}`,
      ),
    ]);
    key = said.split('\n').find(line => line.startsWith(`${late.origin}/epoch-2+`))!;
    const begun = await seal();
    expect(begun.origin).toBe(`${late.origin}/epoch-2`);
    expect(begun.size).toBeGreaterThan(early.size);
    const kept = await query(server.url('assent'), 'select size::int from checkpoint order by size');
    expect(kept.map(({ size }) => size)).toContain(early.size);
    expect(readdirSync(signer!).sort()).toEqual([
      'epoch-2.json',
      'key.pem',
      'last-signed.json',
      'lock.sqlite',
      'origin',
    ]);
  });

  it('the doctor finds nothing wrong with it any more, and it cannot be declared again', () => {
    expect(run('operator/doctor').said).toMatch(/^ok +Signer +it signed \d+ entries of .*epoch-2 last; the tree/m);
    expect(run('worker/signer/main', ['resume-after-loss', '--reason', reason])).toMatchObject({
      status: 2,
      said: expect.stringContaining('Nothing is lost'),
    });
  });

  describe('an auditor', () => {
    const verify = (...args: string[]): Row & { status: number | null } => {
      const { status, said } = run('verify/main', [join(papers!, 'bundle'), '--json', ...args]);
      return { ...(JSON.parse(said) as Row), status };
    };
    /** The second verifier, where the machine has what it takes; it is asked with one key. */
    const second = (held: string, ...args: string[]): number | null =>
      spawnSync('python3', ['test/tamper/verify_bytes.py', join(papers!, 'bundle'), held, ...args]).status;
    const hasSecond = ['python3', 'openssl'].every(program => spawnSync(program, ['--help']).status === 0);
    beforeAll(() => {
      expect(run('export/main', ['--to', join(papers!, 'bundle')])).toMatchObject({ status: 0 });
      paper('early', early.note);
      paper('late', late.note);
    });

    it('with the new key reads of the loss in a verdict that is otherwise clean', () => {
      const verdict = verify('--key', key);
      expect(verdict).toMatchObject({ status: 0, verdict: 'verified' });
      expect(verdict['lost']).toEqual([
        expect.stringMatching(
          new RegExp(`${late.size} entries were signed, and the first ${early.size} are left.*${reason}`),
        ),
      ]);
      expect(verdict['cannotExclude'][0]).toContain('declares lost');
      expect(verify('--key', key, '--known', join(papers!, 'early'))).toMatchObject({ status: 0, verdict: 'verified' });
    });

    it('with the old key alone is given no verdict, and told what happened', () => {
      expect(verify('--key', old.verifier)).toMatchObject({
        status: 2,
        reason: expect.stringMatching(
          /whose key you hold, has ended\. .*The array of db1 broke.*ask its owner for its key/,
        ),
      });
    });

    it.each(['late', 'receipt'])(
      'who kept something that was lost (%s) is told so, and that it is no continuation',
      kept => {
        const how = kept === 'late' ? '--known' : '--receipt';
        for (const held of [[key], [old.verifier, key]])
          expect(verify(...held.flatMap(each => ['--key', each]), how, join(papers!, kept))).toMatchObject({
            ...{ status: 1, verdict: 'history lost', finding: { kind: 'history-lost', layer: 'L4' } },
            says: expect.stringContaining(reason),
          });
      },
    );

    it('who kept more than was declared finds the declaration out', () => {
      paper('later', signedCheckpoint(old, { size: late.size + 4, root: late.root }));
      expect(verify('--key', key, '--known', join(papers!, 'later'))).toMatchObject({
        ...{ status: 1, verdict: 'tampered', finding: { kind: 'rolled-back' } },
        says: expect.stringContaining('does not account for it'),
      });
    });

    (hasSecond ? it : it.skip)('is told the same by the second verifier', () => {
      const kept = (name: string) => join(papers!, name);
      expect(second(key)).toBe(0);
      expect(second(key, '--known', kept('early'))).toBe(0);
      expect(second(key, '--known', kept('late'))).toBe(1);
      expect(second(key, '--receipt', kept('receipt'))).toBe(1);
      expect(second(old.verifier)).toBe(2);
    });
  });
});
