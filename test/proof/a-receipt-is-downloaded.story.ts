// A receipt by a plain request: the proof file as an attachment, for whoever may have it by GraphQL and nobody else, at the same price
// and with the same traces.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { publishDefinitions } from '#store';
import { verifyReceipt } from '../../apps/verify/verify-receipt.js';
import {
  concern,
  countStatements,
  openApi,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { openSigner, systemAct, type OwnSigner } from './signing.js';

let api: OpenApi;
let signer: OwnSigner;
let entryId: string;
let strict: OpenApi;
beforeAll(async () => {
  api = await openApi();
  signer = await openSigner(api.store);
  await publishDefinitions(signer.worker, systemAct());
  await concern(api, await submit(api, 'T1'));
  entryId = await lastOf('ConcernRaised');
  const rate = { perSecond: 0.001, burst: 5 };
  strict = await openApi({ rates: { person: rate, token: rate, address: rate } });
});
afterAll(async () => {
  await api.close();
  await strict.close();
  signer.close();
});

const lastOf = async (type: string): Promise<string> =>
  (await api.as('privacy_officer').history({ types: [type] })).edges.at(-1)!.node['id'] as string;

const fetchWith = (token: string | undefined, id: string, { url } = api): Promise<Response> =>
  fetch(`${url}/receipts/${id}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
const download = (who: PersonaKey, id = entryId): Promise<Response> => fetchWith(api.store.cast.members[who].token, id);
/** Without the id of the request. */
const refused = async (answer: Response): Promise<unknown> => {
  const { errors } = (await answer.json()) as { errors: Row[] };
  return [answer.status, errors[0]!['extensions'].code, errors[0]!['message']];
};

describe('A receipt that is not sealed yet', () => {
  it('is told to come, to whoever made the entry', async () => {
    expect(await refused(await download('partner_a'))).toEqual([
      409,
      'NOT_SEALED',
      expect.stringContaining('Ask again'),
    ]);
    await signer.turn();
  });
});

describe('A receipt', () => {
  it('comes as a file with a name of its own, kept by nobody in between', async () => {
    const answer = await download('partner_a');
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="ConcernRaised-${entryId}.tlog-proof"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      }),
    ]);
  });

  it('is the one that GraphQL gives, and holds against the log’s key', async () => {
    const text = await (await download('partner_a')).text();
    const asked = await api
      .as('partner_a')
      .query('query ($id: ID!) { receipt(entryId: $id) { text } }', { id: entryId });
    expect(text).toBe(asked['receipt'].text);
    const { finding, entry } = verifyReceipt({ name: 'mine', text }, signer.home.keys()!.current.key);
    expect([finding, entry?.type]).toEqual([undefined, 'ConcernRaised']);
  });

  it('takes four statements: the token, the entry, the checkpoint, the proof', async () => {
    const { statements, result } = await countStatements(api.store.dataSource, () => download('partner_a'));
    expect([result.status, statements]).toEqual([
      200,
      ['authenticate', 'exact-entry', 'published-checkpoint', 'tree-nodes'],
    ]);
  });
});

describe('Nobody learns from the answer', () => {
  it('whether there is such an entry: it is the same for a wrong id and for one that is not theirs', async () => {
    const unknown = await refused(await download('partner_a', uuidv7()));
    expect(unknown).toEqual([404, 'NOT_FOUND', expect.any(String)]);
    for (const who of ['partner_b', 'outsider', 'administrator'] as const)
      expect(await refused(await download(who))).toEqual(unknown);
    for (const id of ['no-id', `${entryId}%00`])
      expect(await refused(await download('partner_a', id))).toEqual(unknown);
  });

  it('anything without a token that is known', async () => {
    for (const token of [undefined, 'assent_nobody'])
      expect(await refused(await fetchWith(token, entryId))).toEqual([401, 'UNAUTHENTICATED', expect.any(String)]);
    const { url } = api;
    for (const method of ['POST', 'DELETE']) {
      const headers = { authorization: `Bearer ${api.store.cast.members.partner_a.token}` };
      expect((await fetch(`${url}/receipts/${entryId}`, { method, headers })).status).toBe(404);
    }
    expect((await fetch(`${url}/receipts/${entryId}`, { method: 'HEAD' })).status).toBe(401);
  });
});

describe('It costs and leaves what a query does', () => {
  it('of the same budget: too much is refused with the time to wait', async () => {
    const { token } = strict.store.cast.members.partner_a;
    const answers: number[] = [];
    let last: Response;
    do {
      last = await fetchWith(token, uuidv7(), strict);
      answers.push(last.status);
    } while (last.status === 404);
    expect(answers.length).toBeLessThan(5);
    expect([last.status, Number(last.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(await refused(last)).toEqual([429, 'RATE_LIMITED', expect.stringContaining('ask again in')]);
  });

  it('an entry of what an auditor was shown, before they are', async () => {
    expect((await download('auditor')).status).toBe(200);
    const [read] = await api.store.database.sql(
      `select convert_from(bytes, 'UTF8')::jsonb -> 'payload' as payload from ledger_entry where stream = 'audit' order by sequence desc limit 1`,
    );
    expect(read!['payload']).toMatchObject({ operations: ['receipt'], proposalIds: [expect.any(String)] });
  });
});
