// Whoever follows the ledger with a program of their own asks for checkpoints and for proofs between any two sizes that are sealed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromHex, isConsistent, isIncluded } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import { draft, openApi, type OpenApi, type PersonaKey, type Row } from '../harness/index.js';
import { openSigner, type OwnSigner } from './signing.js';

let api: OpenApi;
let signer: OwnSigner;
let entryId: string;
beforeAll(async () => {
  api = await openApi();
  signer = await openSigner(api.store);
  await draft(api);
  entryId = (await api.as('analyst').history({ types: ['ProposalDrafted'] })).edges[0]!.node['id'] as string;
});
afterAll(async () => {
  await api.close();
  signer.close();
});

const checkpoint = async (size?: number): Promise<Row | null> =>
  (
    await api
      .as('outsider')
      .query('query ($size: Int) { checkpoint(size: $size) { origin size root note signedAt cosignatures } }', { size })
  )['checkpoint'];
const proofOf = async (who: PersonaKey, id: string, size?: number): Promise<Row | null> =>
  (
    await api
      .as(who)
      .query('query ($id: ID!, $size: Int) { entryProof(entryId: $id, size: $size) { index size leaf proof root } }', {
        id,
        size,
      })
  )['entryProof'];
const consistency = async (from: number, to: number): Promise<Row> =>
  (
    await api
      .as('outsider')
      .query('query ($from: Int!, $to: Int!) { consistencyProof(from: $from, to: $to) { from to proof } }', {
        from,
        to,
      })
  )['consistencyProof'];
const hashes = (proof: unknown): Uint8Array[] => (proof as string[]).map(fromHex);
const headAt = ({ size, root }: Row) => ({ size: size as number, root: fromHex(root as string) });

describe('Before anything is sealed', () => {
  it('there is no checkpoint, no proof, and no size to ask for', async () => {
    expect([await checkpoint(), await proofOf('auditor', entryId)]).toEqual([null, null]);
    expect(await consistency(0, 0)).toEqual({ from: 0, to: 0, proof: [] });
    const { status, body } = await api.as('auditor').send({ query: '{ checkpoint(size: 1) { size } }' });
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('No entry is sealed yet')]);
  });
});

describe('An auditor’s own program', () => {
  it('follows an entry into each checkpoint, and each checkpoint into the next', async () => {
    await signer.turn();
    const older = (await checkpoint())!;
    await draft(api);
    await signer.turn();
    const newer = (await checkpoint())!;
    expect(await checkpoint(older['size'] as number)).toEqual(older);
    expect(newer).toMatchObject({
      origin: signer.home.keys()!.current.key.name,
      note: expect.stringContaining(`\n${newer['size']}\n`),
    });
    for (const { size, root } of [older, newer]) {
      const found = (await proofOf('auditor', entryId, size as number))!;
      const { index, leaf, proof } = found;
      expect(found['root']).toBe(root);
      const inclusion = { index, size, leaf: fromHex(leaf as string), proof: hashes(proof) };
      expect(isIncluded(sha256, inclusion as Parameters<typeof isIncluded>[1], fromHex(root as string))).toBe(true);
    }
    const { proof } = await consistency(older['size'] as number, newer['size'] as number);
    expect(isConsistent(sha256, { from: headAt(older), to: headAt(newer), proof: hashes(proof) })).toBe(true);
  });

  it('is told, in a sentence, which sizes there are', async () => {
    const { size } = (await checkpoint())!;
    const beyond = (size as number) + 1;
    for (const query of [
      `{ checkpoint(size: ${beyond}) { size } }`,
      '{ checkpoint(size: 0) { size } }',
      `{ entryProof(entryId: "${entryId}", size: ${beyond}) { size } }`,
      `{ entryProof(entryId: "${entryId}", size: 1) { size } }`,
      `{ consistencyProof(from: 0, to: ${beyond}) { to } }`,
      '{ consistencyProof(from: 3, to: 2) { to } }',
      '{ consistencyProof(from: -1, to: 2) { to } }',
    ]) {
      const { status, body } = await api.as('auditor').send({ query });
      const [error] = body.errors as Row[];
      expect([query, status, error!['extensions'].code]).toEqual([query, 400, 'BAD_USER_INPUT']);
      expect(error!['message']).toMatch(/ is -?\d+, and has to be from \d+ to \d+/);
    }
    expect(await checkpoint(1)).toBeNull();
  });
});
