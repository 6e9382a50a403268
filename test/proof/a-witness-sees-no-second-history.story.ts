// A witness of somebody else's, as a program of its own: it makes entries WITNESSED, it delays nothing else when it is away, and what
// a stolen key signs beside the history that it saw it never cosigns.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checking } from '#keys';
import { formatCheckpoint, formatNote, meetsQuorum, parseKey, parseNote, signedBy, signText, toBase64 } from '#ledger';
import { ledgerProgress, logStanding, proveConsistency, rootAt } from '#store';
import { sha256 } from '../../libs/ledger/testing/naive-tree.js';
import { signerHome } from '../../apps/worker/signer/home.js';
import { ask, type Answer } from '../../apps/worker/witnesses/ask.js';
import { round } from '../../apps/worker/witnesses/keep-witnessed.js';
import { readWitnesses, type Witness } from '../../apps/worker/witnesses/read-witnesses.js';
import { draft, openApi, type OpenApi } from '../harness/index.js';
import { eventually, freePort, makeReady } from '../launcher/product.js';
import { endAll, startWitness, startWorker, type Program } from './programs.js';
import { openSigner, type OwnSigner } from './signing.js';

let api: OpenApi;
let signer: OwnSigner;
let witness: Program;
let worker: Program;
let folder: string;
let port: number;
let verifier: string;
let witnessKey: string;
beforeAll(async () => {
  makeReady();
  api = await openApi();
  signer = await openSigner(api.store);
  folder = mkdtempSync(path.join(tmpdir(), 'assent-witness-'));
  port = await freePort();
  await signer.turn();
  verifier = signer.home.keys()!.current.verifier;
  witness = await startWitness(folder, verifier, port);
  witnessKey = (await (await fetch(witness.ready)).text()).trim();
  worker = await startWorker(api.store.database, signer.folder, {
    WITNESSES: `partner ${witness.ready} ${witnessKey}`,
  });
});
afterAll(async () => {
  endAll();
  await api.close();
  for (const each of [folder, `${folder}.copy`, `${signer.folder}.stolen`])
    rmSync(each, { recursive: true, force: true });
  signer.close();
});

const progress = () => ledgerProgress(api.store.dataSource);
const acknowledgements = async (): Promise<Set<string>> =>
  new Set(
    (await api.as('auditor').history({}, { first: 100 })).edges.map(({ node }) => node['acknowledgement'] as string),
  );
const isAll = async (what: string): Promise<boolean> => {
  const held = await acknowledgements();
  return held.size === 1 && held.has(what);
};

describe('With a witness', () => {
  it('entries become WITNESSED, under a cosignature that its key checks', async () => {
    await draft(api);
    await eventually('all is witnessed', () => isAll('WITNESSED'));
    const [row] = await api.store.database.sql(
      'select c.note, s.line, s.witness from cosignature s join checkpoint c using (size) order by size desc limit 1',
    );
    const note = parseNote(`${row!['note']}${row!['line']}`)!;
    expect(signedBy(checking, note, parseKey(checking.sha256, witnessKey)!)).toBe('valid');
    expect(row!['witness']).toBe('partner');
  });

  it('that is down, entries are sealed all the same, and witnessed when it is back', async () => {
    await witness.end('SIGKILL');
    await draft(api);
    await eventually('the new one is sealed', async () => (await acknowledgements()).has('SEALED'));
    const { sealedSize, witnessedSize } = await progress();
    expect(witnessedSize).toBeLessThan(sealedSize);
    await eventually('the worker says that nobody answers', () =>
      worker.said().includes('The witness partner did not cosign (unreachable)'),
    );
    witness = await startWitness(folder, verifier, port);
    await eventually('all is witnessed', () => isAll('WITNESSED'));
  });

  it('that has seen less than we think, it is told from where it stands', async () => {
    const cosigned = async (): Promise<number> =>
      (await api.store.database.sql('select count(*)::int as n from cosignature'))[0]!['n'] as number;
    await witness.end('SIGTERM');
    cpSync(folder, `${folder}.copy`, { recursive: true });
    witness = await startWitness(folder, verifier, port);
    await draft(api);
    await eventually('all is witnessed', () => isAll('WITNESSED'));
    await witness.end('SIGTERM');
    const before = await cosigned();
    witness = await startWitness(`${folder}.copy`, verifier, port);
    await draft(api);
    await eventually('it cosigned again', async () => (await cosigned()) > before && (await isAll('WITNESSED')));
  });
});

describe('A quorum', () => {
  it('is not met by one of two', async () => {
    const other = path.join(folder, 'other');
    const another = await startWitness(other, verifier, await freePort());
    const itsKey = (await (await fetch(another.ready)).text()).trim();
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const list = (url: string) => `here ${another.ready} ${itsKey}, there ${url} ${witnessKey}`;
    const stopping = new AbortController().signal;
    const put = async (url: string): Promise<boolean> => {
      const { policy, asked } = readWitnesses({ WITNESSES: list(url) })!;
      const all = asked.map(each => ({ witness: each, size: 0, failures: 0, notBefore: 0 }));
      await api.store.database.sql('update tree_head set witnessed_size = 0');
      await round({ dataSource: signer.worker, policy, stopping }, all);
      const { latest } = await logStanding(signer.worker);
      const rows = await api.store.database.sql('select witness from cosignature where size = $1', [latest!.size]);
      const cosigned = new Set(rows.map(row => row['witness'] as string));
      expect((await progress()).witnessedSize > 0).toBe(meetsQuorum(policy, cosigned));
      return meetsQuorum(policy, cosigned);
    };
    await worker.end('SIGTERM');
    expect(await put(nobody)).toBe(false);
    expect(await put(witness.ready)).toBe(true);
    await another.end('SIGTERM');
  });
});

describe('Whoever has stolen the key and the state, and owns the database,', () => {
  let stolen: ReturnType<typeof signerHome>;
  let seen: number;
  beforeAll(async () => {
    cpSync(signer.folder, `${signer.folder}.stolen`, { recursive: true });
    stolen = signerHome(`${signer.folder}.stolen`);
    seen = (await logStanding(signer.worker)).latest!.size;
  });

  const put = (from: number, size: number, root: Uint8Array, proof: readonly Uint8Array[] = []): Promise<Answer> => {
    const { key, sign } = stolen.keys()!.current;
    const text = formatCheckpoint({ origin: key.name, size, root });
    const note = formatNote({ text, signatures: [signText(sha256, key, sign, text)] });
    const asked: Witness = { name: 'partner', url: witness.ready, key: parseKey(checking.sha256, witnessKey)! };
    return ask(asked, { from, proof, note }, new AbortController().signal);
  };

  it('gets no cosignature for an older tree', async () => {
    for (let size = 1; size < seen; size += 3)
      expect(
        await put(
          size - 1,
          size,
          await rootAt(signer.worker, size),
          await proveConsistency(signer.worker, size - 1, size),
        ),
      ).toEqual({
        knows: seen,
      });
  });

  it('gets none for another tree of the same size, or for one that goes another way', async () => {
    const forged = sha256(Buffer.from('forged'));
    expect(await put(seen, seen, forged)).toEqual({ knows: seen });
    for (const proof of [[], [forged], await proveConsistency(signer.worker, seen - 1, seen)])
      expect(await put(seen, seen + 5, forged, proof)).toEqual({ failed: 'status-422' });
    expect(witness.said()).toContain(`signed two trees of ${seen} entries`);
    expect(witness.said()).toContain(toBase64(forged));
  });

  it('while the true history is cosigned as before', async () => {
    const answer = await put(seen, seen, await rootAt(signer.worker, seen));
    expect(answer).toEqual({ line: expect.stringContaining('witness.example.org'), at: expect.any(Date) });
  });
});
