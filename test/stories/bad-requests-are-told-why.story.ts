// Requests that nothing should come of: unknown names of every kind, statechart events, cursors, moments, ids, sizes.
// Each gets its Problem or its 4xx, never a fault of ours, and the database stays as it was.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  concern,
  historyQuery,
  listQuery,
  mutationText,
  openApi,
  signOffWords,
  submit,
  type OpenApi,
  type PersonaKey,
  type Problem,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
let id: string;
let before: string;
beforeAll(async () => {
  api = await openApi();
  id = await submit(api, 'T3');
  await concern(api, id);
});
afterAll(() => api.close());
beforeEach(async () => void (before = await api.digest()));
afterEach(async () => expect(await api.digest()).toBe(before));

const sent = async (who: PersonaKey, query: string, variables: object = {}) => {
  const { status, body } = await api.as(who).send({ query, variables });
  return `${status} ${body.errors?.[0]?.extensions?.code ?? 'ok'}`;
};
const refused = async (who: PersonaKey, mutation: string, input: Row): Promise<Problem> =>
  api.as(who).refused(mutation, { proposalId: id, ...input });

describe('A name that stands for nothing', () => {
  const events = [
    'xstate.done.actor.0',
    'xstate.after.1000.review',
    'xstate.init',
    'RecordDecision.APPROVED',
    '__proto__',
    'toString',
  ];

  it.each(events)('%s is no sign-off', async signOff => {
    const given = await refused('data_steward', 'giveSignOff', { ...signOffWords('purpose'), signOff });
    expect(given).toMatchObject({ kind: 'INVALID', path: ['signOff'] });
    const withdrawn = await refused('data_steward', 'withdrawSignOff', { signOff, reason: 'Told more.' });
    expect(withdrawn).toMatchObject({ kind: 'INVALID', path: ['signOff'] });
  });

  it.each(events)('%s is no question, concern, condition, person or organisation', async name => {
    const about = { ...signOffWords('purpose', 'MET_WITH_CONDITIONS') };
    const conditions = [{ statement: 'Do it.', precedent: false, owner: 'Lead', about: [name] }];
    const told = [
      await refused('privacy_officer', 'markRelevance', { questionId: name, relevant: false, reason: 'No.' }),
      await refused('data_steward', 'giveSignOff', { ...about, conditions }),
      await refused('approver', 'recordDecision', { outcome: 'APPROVED', reasons: 'Yes.', overruled: [name] }),
      await refused('analyst', 'handOverProposal', { toPersonId: name, reason: 'Moving.' }),
      await refused('analyst', 'invitePartners', { organisationIds: [name] }),
    ];
    expect(told.map(({ kind, path }) => `${kind} ${path?.join()}`)).toEqual([
      ...['INVALID questionId', 'INVALID conditions.0.about', 'INVALID overruled'],
      ...['INVALID toPersonId', 'INVALID organisationIds'],
    ]);
    const concernId = name;
    const settled = await refused('partner_a', 'settleConcern', { concernId, outcome: 'WITHDRAWN' });
    const met = await refused('analyst', 'meetCondition', { conditionId: name, evidence: 'Here.' });
    expect([settled.kind, met.kind]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it.each(events)('%s is no command id, no state, no outcome and no field', async name => {
    const comment = mutationText('comment');
    expect(await sent('analyst', comment, { input: { commandId: name, proposalId: id, body: 'Hi.' } })).toBe(
      '400 BAD_USER_INPUT',
    );
    expect(await sent('analyst', listQuery, { filter: { states: [name] } })).toBe('400 BAD_USER_INPUT');
    const input = { commandId: randomUUID(), proposalId: id, expectedVersion: 1, outcome: name, reasons: 'Yes.' };
    expect(await sent('approver', mutationText('recordDecision'), { input })).toBe('400 BAD_USER_INPUT');
    const extra = JSON.parse(
      JSON.stringify({ ...input, outcome: 'APPROVED' }).replace('{', `{${JSON.stringify(name)}:1,`),
    );
    expect(await sent('approver', mutationText('recordDecision'), { input: extra })).toMatch(
      /^400 BAD_(USER_INPUT|REQUEST)$/,
    );
  });

  it('as a filter finds nothing', async () => {
    for (const name of [...events, 'NUL\u0000here', '\ud800', randomUUID()]) {
      const filters = [{ types: [name] }, { proposalId: name }, { actorId: name }, { organisationId: name }];
      for (const filter of filters) expect((await api.as('approver').history(filter)).edges).toEqual([]);
      expect(await api.as('approver').list({ text: name })).toMatchObject({ edges: [], totalCount: 0 });
      expect(await api.as('approver').list({ organisationId: name })).toMatchObject({ edges: [], totalCount: 0 });
      const node = await api
        .as('approver')
        .query(`query ($id: ID!) { node(id: $id) { id } proposal(id: $id) { id } }`, { id: name });
      expect(node).toEqual({ node: null, proposal: null });
    }
  });

  it('wildcards of a search stand for themselves', async () => {
    for (const text of ['%', '_', '\\', "' or 1=1 --"])
      expect((await api.as('analyst').list({ text })).edges).toEqual([]);
  });
});

describe('A cursor', () => {
  const encode = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  const nil = '00000000-0000-0000-0000-000000000000';
  const bad = [
    ...[
      '',
      'nonsense',
      '{}',
      '\u0000',
      'xstate.done.actor.0',
      encode(null),
      encode([]),
      encode({ length: 3 }),
      encode([1, 2]),
    ],
    ...[encode(['2026-99-99T99:99:99.999Z', nil]), encode(['2026-02-30T00:00:00.000Z', nil])],
    encode(['2026-01-01T00:00:00.000Z', 'no-uuid']),
    encode(['2026-01-01T00:00:00.000Z', `directory'--`, 1]),
    encode(['2026-99-99T99:99:99.999Z', 'directory', 1]),
    encode(['0000-01-01T00:00:00.000Z', 'directory', 1]),
    encode(['2026-01-01T00:00:00.000Z', 'directory', 9_999_999_999]),
    encode(['2026-01-01T00:00:00.000Z', 'directory', 0]),
  ];

  it.each(bad.map(cursor => [cursor]))('%j that no list gave out is the client’s mistake', async after => {
    const concerns = `query ($id: ID!, $after: String) { proposal(id: $id) { concerns(after: $after) { totalCount } } }`;
    expect(await sent('approver', historyQuery, { after })).toBe('400 BAD_USER_INPUT');
    expect(await sent('approver', listQuery, { after })).toBe('400 BAD_USER_INPUT');
    expect(await sent('approver', concerns, { id, after })).toBe('400 BAD_USER_INPUT');
  });

  it('of one list is none of another', async () => {
    const { pageInfo } = await api.as('approver').history();
    expect(await sent('approver', listQuery, { after: pageInfo['endCursor'] })).toBe('400 BAD_USER_INPUT');
    const list = await api.as('approver').list();
    expect(await sent('approver', historyQuery, { after: list.pageInfo['endCursor'] })).toBe('400 BAD_USER_INPUT');
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('a page of %d is refused', async first => {
    expect(await sent('approver', historyQuery, { first })).toBe('400 BAD_USER_INPUT');
    expect(await sent('approver', listQuery, { first })).toBe('400 BAD_USER_INPUT');
  });
});

describe('A moment', () => {
  const past = `query ($id: ID!, $at: DateTime) { proposalAsOf(id: $id, at: $at) { version } }`;
  const none = [
    'yesterday',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '',
    12,
    true,
  ];

  it.each(none.map(at => [at]))('%j is none', async at => {
    expect(await sent('approver', past, { id, at })).toBe('400 BAD_USER_INPUT');
    expect(await sent('approver', historyQuery, { filter: { from: at } })).toBe('400 BAD_USER_INPUT');
  });

  const edges = [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59-14:00',
  ];
  it.each(edges)('%s, far away, is answered or refused, and never a fault', async at => {
    expect(['200 ok', '400 BAD_USER_INPUT']).toContain(await sent('approver', past, { id, at }));
    for (const filter of [{ from: at }, { to: at }])
      expect(['200 ok', '400 BAD_USER_INPUT']).toContain(await sent('approver', historyQuery, { filter }));
    const dueAt = { statement: 'Do it.', precedent: false, owner: 'Lead', about: ['nonsense'], dueAt: at };
    const words = {
      commandId: randomUUID(),
      proposalId: id,
      expectedVersion: 3,
      ...signOffWords('purpose'),
      conditions: [dueAt],
    };
    expect(['200 ok', '400 BAD_USER_INPUT']).toContain(
      await sent('data_steward', mutationText('giveSignOff'), { input: words }),
    );
  });
});

describe('A request', () => {
  const comment = (body: string) => ({ input: { commandId: randomUUID(), proposalId: id, body } });

  it('with an id that is no UUID is refused', async () => {
    for (const commandId of ['', '1', `{${randomUUID()}}`, `${randomUUID()}0`, `urn:uuid:${randomUUID()}`, 7, null]) {
      const input = { ...comment('Hi.').input, commandId };
      expect(await sent('analyst', mutationText('comment'), { input })).toBe('400 BAD_USER_INPUT');
    }
  });

  it('with a version that is no whole number is refused', async () => {
    for (const expectedVersion of [1.5, '3', null, 2 ** 31, true]) {
      const input = { commandId: randomUUID(), proposalId: id, expectedVersion };
      expect(await sent('analyst', mutationText('submitProposal'), { input })).toBe('400 BAD_USER_INPUT');
    }
  });

  it('of 257 KB is refused, of 256 KB and a byte too, and one of 256 KB is read', async () => {
    const body = JSON.stringify({ query: mutationText('comment'), variables: comment('x'.repeat(20_001)) });
    const padded = (bytes: number) => body + ' '.repeat(bytes - Buffer.byteLength(body));
    for (const bytes of [257 * 1024, 256 * 1024 + 1]) {
      const { status, body: told } = await api.as('analyst').send(padded(bytes));
      expect([status, told.errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
    }
    const read = await api.as('analyst').send(padded(256 * 1024));
    expect(read.body.data.comment).toMatchObject({ kind: 'INVALID', path: ['body'] });
  });

  it('with two mutations is refused whole', async () => {
    const two = `mutation ($input: CommentInput!) { a: comment(input: $input) { __typename } b: comment(input: $input) { __typename } }`;
    expect(await sent('analyst', two, comment('Twice.'))).toBe('400 TOO_MANY_MUTATIONS');
  });

  it('with two operations in a list is refused', async () => {
    const body = { query: mutationText('comment'), variables: comment('Batched.') };
    expect((await api.as('analyst').send([body, body])).status).toBe(400);
  });

  it('by GET changes nothing', async () => {
    const query = new URLSearchParams({
      query: mutationText('comment'),
      variables: JSON.stringify(comment('By GET.')),
    });
    const headers = {
      authorization: `Bearer ${api.store.cast.members.analyst.token}`,
      'apollo-require-preflight': '1',
    };
    const { status } = await fetch(`${api.url}/graphql?${query.toString()}`, { headers });
    expect(status).toBe(405);
  });
});
