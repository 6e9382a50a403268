// How firmly an entry is held is told as it is: recorded at once, sealed when a signed checkpoint covers it; and when the signer
// refuses, commands go on and everybody who asks is told.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checking } from '#keys';
import { parseCheckpoint, parseNote, signedBy } from '#ledger';
import { sequenceBatch, storeParts, treeState } from '#store';
import { perform } from '../../apps/worker/signer/commands.js';
import { Sealer } from '../../apps/worker/sealer.js';
import { draft, openApi, submit, type OpenApi, type Row } from '../harness/index.js';
import { openSigner, type OwnSigner } from './signing.js';

let api: OpenApi;
let signer: OwnSigner;
beforeAll(async () => {
  api = await openApi();
  signer = await openSigner(api.store);
});
afterAll(async () => {
  await api.close();
  signer.close();
});

const ledger = async (): Promise<Row> =>
  (await api.as('outsider').query('{ ledger { size sealedSize witnessedSize origin key sealing statement } }'))[
    'ledger'
  ];
const held = async (): Promise<string[]> =>
  (await api.as('auditor').history({}, { first: 100 })).edges.map(({ node }) => node['acknowledgement'] as string);
const all = (what: string) => new Set([what]);
const status = () => perform('status', { home: signer.home, dataSource: signer.worker, checkpoint: undefined });

describe('An entry', () => {
  it('is recorded as soon as its command is answered', async () => {
    const { entries } = await api.as('analyst').do('draftProposal', { title: 'Sealed soon' });
    expect(entries.map(({ acknowledgement }) => acknowledgement as string)).toEqual(['RECORDED']);
    expect(new Set(await held())).toEqual(all('RECORDED'));
    expect(await ledger()).toMatchObject({ size: 0, sealedSize: 0, key: null, origin: null, sealing: 'CURRENT' });
  });

  it('is sealed when the signer has had its turn, under a checkpoint that its key checks', async () => {
    const sealing = await signer.turn();
    const { size } = await treeState(signer.worker);
    expect(sealing).toEqual({ sealed: size });
    expect(new Set(await held())).toEqual(all('SEALED'));
    const [row] = await api.store.database.sql('select * from checkpoint');
    const note = parseNote(row!['note'] as string)!;
    const { current } = signer.home.keys()!;
    expect(signedBy(checking, note, current.key)).toBe('valid');
    expect(parseCheckpoint(note.text)).toMatchObject({ origin: current.key.name, size });
  });

  it('is one more than the last checkpoint covers, and says so, until the next one', async () => {
    const id = await draft(api);
    await signer.turn();
    await api.as('analyst').do('reviseProposal', { proposalId: id, title: 'Another title', dossier: {} });
    const { history } = (
      await api
        .as('analyst')
        .query(`query ($id: ID!) { proposal(id: $id) { history(first: 10) { edges { node { acknowledgement } } } } }`, {
          id,
        })
    )['proposal'] as Row;
    expect(history.edges.map(({ node }: Row) => node['acknowledgement'])).toEqual(['SEALED', 'RECORDED']);
  });

  it('is under a key that the ledger itself names', async () => {
    await signer.turn();
    await signer.turn();
    const { current } = signer.home.keys()!;
    expect(await ledger()).toMatchObject({ key: current.verifier, origin: current.key.name, sealing: 'CURRENT' });
    const { edges } = await api.as('analyst').history({ stream: 'ledger' });
    expect(edges.map(({ node }) => [node['type'], node['payload']['key']])).toEqual([
      ['SigningKeyIntroduced', current.verifier],
    ]);
  });
});

describe('The worker’s pace', () => {
  it('is a checkpoint for each rest, however many entries came before it', async () => {
    const sealer = new Sealer(signer.worker, { home: signer.home, createsKey: false });
    const before = await checkpoints();
    await sealer.follow(0);
    for (let entry = 0; entry < 5; entry += 1) {
      await draft(api);
      await place();
      await sealer.follow(1);
    }
    await sealer.follow(0);
    const { size, sealedSize } = await treeState(signer.worker);
    expect(sealedSize).toBe(size);
    expect((await checkpoints()) - before).toBeLessThanOrEqual(6);
  });
});

const checkpoints = async (): Promise<number> =>
  (await api.store.database.sql('select count(*)::int as n from checkpoint'))[0]!['n'] as number;
const place = (): Promise<number> => sequenceBatch(signer.worker);

describe('While the signer refuses', () => {
  const state = () => path.join(signer.folder, 'last-signed.json');

  it('commands go on, nothing is sealed, and everybody who asks is told why', async () => {
    renameSync(state(), `${state()}.kept`);
    const sealer = new Sealer(signer.worker, { home: signer.home, createsKey: true });
    await submit(api, 'T1');
    await place();
    await sealer.follow(0);
    expect(sealer.refusal).toBe('state-missing');
    expect(await ledger()).toMatchObject({ sealing: 'STOPPED', statement: expect.stringContaining('(state-missing)') });
    expect((await storeParts(api.store.dataSource, 30)).ledger).toBe('alarm');
    expect(await status()).toMatchObject({ isWell: false });
    const { entries } = await api.as('analyst').do('draftProposal', { title: 'Recorded all the same' });
    expect(entries[0]).toMatchObject({ acknowledgement: 'RECORDED' });
    expect(new Set((await held()).slice(-3))).toEqual(all('RECORDED'));
  });

  it('an operator takes up a checkpoint that they vouch for, and what waited is sealed', async () => {
    const [known] = await api.store.database.sql('select note from checkpoint order by size limit 1');
    const asked = { home: signer.home, dataSource: signer.worker, checkpoint: known!['note'] as string };
    expect((await perform('adopt', asked)).lines[0]).toContain('Taken up');
    const sealer = new Sealer(signer.worker, { home: signer.home, createsKey: true });
    await place();
    await sealer.follow(0);
    expect(sealer.refusal).toBeUndefined();
    expect(new Set(await held())).toEqual(all('SEALED'));
    expect(await ledger()).toMatchObject({ sealing: 'CURRENT' });
    expect((await storeParts(api.store.dataSource, 30)).ledger).toBe('ok');
    expect(await status()).toMatchObject({ isWell: true });
  });

  it('a checkpoint that is no one’s is not taken up', async () => {
    const asked = { home: signer.home, dataSource: signer.worker, checkpoint: 'anything' };
    await expect(perform('adopt', asked)).rejects.toThrow('no checkpoint of this log');
    await expect(perform('adopt', { ...asked, checkpoint: undefined })).rejects.toThrow('--known');
  });

  it('a state file that is cut short is no state', async () => {
    writeFileSync(state(), '{"origin":');
    expect(await signer.turn()).toEqual({ refused: 'state-unreadable' });
    renameSync(`${state()}.kept`, state());
    expect(await signer.turn()).toEqual({ refused: 'state-older' });
  });
});
