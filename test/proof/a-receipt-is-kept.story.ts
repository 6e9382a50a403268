// Whoever did something fetches the receipt for it, checks it without us, and keeps it. Nobody gets what is not theirs to read, and a
// history that was written anew, by whoever holds the signing key too, does not get past a receipt that was kept.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, commitmentTo, fromBase64, fromHex, parseProofFile, toHex, type CanonicalValue } from '#ledger';
import { keepCosignature, publishDefinitions } from '#store';
import { sha256 } from '../../apps/verify/native.js';
import { verifyReceipt } from '../../apps/verify/verify-receipt.js';
import {
  awaitDecision,
  concern,
  decide,
  openApi,
  submit,
  type Member,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { exportFiles, type Files } from '../tamper/evidence.js';
import { edit, headOf, putTogether, rebuild, refold, takeApart } from '../tamper/forger.js';
import { judged } from '../tamper/judged.js';
import { signedCheckpoint, witnessPair } from '../tamper/log.js';
import { openSigner, systemAct, type OwnSigner } from './signing.js';

let api: OpenApi;
let signer: OwnSigner;
let entryId: string;
beforeAll(async () => {
  api = await openApi();
  signer = await openSigner(api.store);
  await publishDefinitions(signer.worker, systemAct());
  await concern(api, await submit(api, 'T1'));
  entryId = await entryOf('ConcernRaised');
});
afterAll(async () => {
  await api.close();
  signer.close();
});

/** The last one of its type. */
const entryOf = async (type: string): Promise<string> =>
  (await api.as('privacy_officer').history({ types: [type] })).edges.at(-1)!.node['id'] as string;

const receiptText = `query ($id: ID!) { receipt(entryId: $id) {
  entryId fileName text acknowledgement words { path salt words } } }`;
const receipt = async (who: PersonaKey | Member, id = entryId): Promise<Row | null> =>
  (await api.as(who).query(receiptText, { id }))['receipt'];

const checkpoint = async (): Promise<Row> =>
  (await api.as('outsider').query('{ checkpoint { size root cosignatures } }'))['checkpoint'];
const proofOf = async (who: PersonaKey, id: string): Promise<Row | null> =>
  (await api.as(who).query('query ($id: ID!) { entryProof(entryId: $id) { leaf } }', { id }))['entryProof'];

const key = () => signer.home.keys()!.current;
const judge = (text: string) => verifyReceipt({ name: 'mine.tlog-proof', text }, key().key);

describe('A receipt for a concern', () => {
  it('says that the entry is recorded, and has no text, until it is sealed', async () => {
    expect(await receipt('partner_a')).toMatchObject({ entryId, acknowledgement: 'RECORDED', text: null });
  });

  it('is checked with the log’s key alone, and says what was done and by whom', async () => {
    await signer.turn();
    const mine = (await receipt('partner_a'))!;
    expect(mine).toMatchObject({ acknowledgement: 'SEALED', fileName: `ConcernRaised-${entryId}.tlog-proof` });
    const { finding, entry } = judge(mine['text'] as string);
    expect(finding).toBeUndefined();
    expect(entry).toMatchObject({ type: 'ConcernRaised', by: { person: api.store.cast.members.partner_a.personId } });
  });

  it('is none any more when any character of it is another one', async () => {
    const text = (await receipt('partner_a'))!['text'] as string;
    const passing = Array.from(text, (character, at) => {
      const changed = text.slice(0, at) + (character === 'A' ? 'B' : 'A') + text.slice(at + 1);
      return judge(changed).finding ? [] : [at];
    });
    expect(text.length).toBeGreaterThan(500);
    expect(passing.flat()).toEqual([]);
  });

  it('comes with the words and salts that open its commitments', async () => {
    const { text, words } = (await receipt('partner_a'))!;
    const { payload } = JSON.parse(Buffer.from(parseProofFile(text as string)!.extra!).toString()) as Row;
    expect(words.length).toBeGreaterThan(0);
    for (const each of words as Row[]) {
      const said = JSON.parse(each['words'] as string) as CanonicalValue;
      const { commitment } = each['path']
        .split('/')
        .slice(1)
        .reduce((node: Row, name: string) => node[name], payload);
      expect(canonicalJson(said)).toBe(each['words']);
      expect(toHex(commitmentTo(sha256, fromBase64(each['salt'] as string)!, said))).toBe(commitment);
    }
    expect(JSON.stringify(words)).toContain('Families will stop coming.');
    expect(text).not.toContain(Buffer.from('Families').toString('base64').slice(0, 8));
  });

  it('carries the cosignatures that its checkpoint has by now', async () => {
    const witness = witnessPair('witness.example/one');
    const { size, root } = await checkpoint();
    const head = { size: size as number, root: fromHex(root as string) };
    const line = `${signedCheckpoint(key(), head, [witness]).trimEnd().split('\n').at(-1)}\n`;
    await keepCosignature(signer.worker, { size: head.size, witness: 'w', line, at: new Date() }, () => true);
    const mine = (await receipt('partner_a'))!;
    expect(mine['acknowledgement']).toBe('WITNESSED');
    expect((mine['text'] as string).endsWith(line)).toBe(true);
    expect(judge(mine['text'] as string).finding).toBeUndefined();
    expect((await checkpoint())['cosignatures']).toEqual([line]);
  });
});

describe('Somebody else', () => {
  it('who may read the entry gets the same receipt, and who may not gets the answer for an unknown one', async () => {
    const mine = await receipt('partner_a');
    for (const who of ['analyst', 'approver', 'auditor'] as const) expect(await receipt(who)).toEqual(mine);
    for (const who of ['partner_b', 'outsider', 'administrator'] as const) expect(await receipt(who)).toBeNull();
    for (const id of [uuidv7(), 'no id']) expect(await receipt('partner_a', id)).toBeNull();
  });

  it('gets no receipt for a concern among reviewers, nor the bytes of a decision that might name one', async () => {
    const proposalId = await awaitDecision(api, 'T1');
    await concern(api, proposalId, 'security_officer', { audience: 'REVIEWERS', severity: 'MINOR' });
    const hidden = await entryOf('ConcernRaised');
    await decide(api, await awaitDecision(api, 'T1'));
    const decision = await entryOf('DecisionRecorded');
    await signer.turn();
    for (const id of [hidden, decision]) {
      expect(await receipt('analyst', id)).toBeNull();
      expect(await receipt('partner_a', id)).toBeNull();
      for (const who of ['approver', 'privacy_officer', 'auditor'] as const)
        expect(judge((await receipt(who, id))!['text'] as string).finding).toBeUndefined();
    }
    expect((await proofOf('analyst', decision))!['leaf']).toMatch(/^[0-9a-f]{64}$/);
    expect(await proofOf('analyst', hidden)).toBeNull();
  });
});

describe('Whoever has no part in it any more', () => {
  it('still gets the receipt for what they did, and for nothing else', async () => {
    const { cast } = api.store;
    const leaving = await cast.add({ name: 'Hana Tipene', organisation: 'partnerA', roles: ['partner'] });
    await api.as(leaving).do('raiseConcern', {
      proposalId: await submit(api, 'T1'),
      ...{ statement: 'We were not asked.', severity: 'MINOR', about: ['CN-1'] },
    });
    const own = await entryOf('ConcernRaised');
    await signer.turn();
    const before = await receipt(leaving, own);
    expect(await receipt(leaving)).not.toBeNull();
    const [assignmentId] = leaving.assignmentIds;
    const ended = { assignmentId: assignmentId!, personId: leaving.personId, endsAt: new Date().toISOString() };
    await cast.change([{ type: 'RoleEnded', ...ended }]);
    expect(await receipt(leaving, own)).toEqual(before);
    expect(await receipt(leaving)).toBeNull();
    expect((await api.as(leaving).query('query ($id: ID!) { node(id: $id) { id } }', { id: own }))['node']).toBeNull();
  });
});

describe('When the history is written anew', () => {
  let kept: string;
  let rewritten: Files;
  beforeAll(async () => {
    kept = (await receipt('partner_a'))!['text'] as string;
    const forged = takeApart(await exportFiles(api));
    edit(forged, parseProofFile(kept)!.index, said => void (said.payload.severity = 'MINOR'));
    refold(rebuild(forged));
    forged.checkpoint = signedCheckpoint(key(), headOf(forged));
    rewritten = putTogether(forged);
  });

  it('with the stolen key it passes for genuine, as long as nobody kept anything', async () => {
    expect((await judged(rewritten, { log: key() })).verdict).toBe('clean');
  });

  it('the receipt still holds against the key, and the bundle does not hold against the receipt', async () => {
    expect(judge(kept).finding).toBeUndefined();
    const receipts = [{ name: 'mine.tlog-proof', text: kept }];
    expect((await judged(await exportFiles(api), { log: key(), receipts })).verdict).toBe('clean');
    expect((await judged(rewritten, { log: key(), receipts })).verdict).toBe('receipt-contradicted');
  });
});
