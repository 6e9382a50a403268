// decisionHistory: every filter alone and together, both orders, pages of any size; and who may read which entries.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  idsOf,
  openApi,
  personaKeys,
  submit,
  type OpenApi,
  type Page,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
let one: string;
let other: string;
let hidden: string;
/** Everything, as the auditor reads it, oldest first. */
let all: Row[];
beforeAll(async () => {
  api = await openApi();
  one = await awaitDecision(api, 'T3', 'The first');
  hidden = await concern(api, one, 'security_officer', { statement: 'Among reviewers.', audience: 'REVIEWERS' });
  await answer(api, one, hidden, 'PARTLY_ACCEPTED');
  await decide(api, one);
  other = await submit(api, 'T1', 'The second');
  await concern(api, other, 'partner_b');
  await api.as('outsider').do('draftProposal', { title: 'Of another agency' });
  all = await everyPage('auditor', {}, 100);
});
afterAll(() => api.close());

async function everyPage(who: PersonaKey, filter: Row, first: number, order = 'OLDEST_FIRST'): Promise<Row[]> {
  const nodes: Row[] = [];
  let after: string | undefined;
  for (;;) {
    const page: Page = await api.as(who).history(filter, { first, after, order });
    expect(page.edges.length).toBeLessThanOrEqual(first);
    expect(page.pageInfo).toMatchObject({ hasPreviousPage: after !== undefined });
    expect([page.pageInfo['startCursor'], page.pageInfo['endCursor']]).toEqual([
      ...[page.edges.at(0)?.cursor ?? null, page.edges.at(-1)?.cursor ?? null],
    ]);
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo['hasNextPage']) return nodes;
    after = page.pageInfo['endCursor'] as string;
  }
}

const ids = (entries: Row[]) => entries.map(({ id }) => id as string);

describe('The auditor', () => {
  it('finds everything, of the directory and of every proposal, in the order of time', () => {
    expect(new Set(all.map(({ stream }) => stream))).toHaveProperty('size', 4);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at as string).sort());
    expect(all.filter(({ stream }) => stream === 'directory').map(({ proposalId }) => proposalId)).toContain(null);
    expect(all.filter(({ proposalId }) => proposalId === one).map(({ sequence }) => sequence)).toEqual([
      ...Array.from({ length: all.filter(({ proposalId }) => proposalId === one).length }, (_, index) => index + 1),
    ]);
  });

  it.each([1, 2, 3, 7, 50, 99])('gets each entry exactly once in pages of %d, in both orders', async first => {
    expect(ids(await everyPage('auditor', {}, first))).toEqual(ids(all));
    expect(ids(await everyPage('auditor', {}, first, 'NEWEST_FIRST'))).toEqual(ids(all).reverse());
  });

  it('gets a last page that knows it is the last when the size fits exactly', async () => {
    const of = all.filter(({ proposalId }) => proposalId === other).length;
    const { edges, pageInfo } = await api.as('auditor').history({ proposalId: other }, { first: of });
    expect([edges.length, pageInfo['hasNextPage']]).toEqual([of, false]);
    const { pageInfo: beyond, edges: none } = await api
      .as('auditor')
      .history({ proposalId: other }, { first: 5, after: pageInfo['endCursor'] });
    expect([none, beyond['hasNextPage'], beyond['endCursor']]).toEqual([[], false, null]);
  });

  const filters = (): [string, Row, (entry: Row) => boolean][] => {
    const { members, organisations } = api.store.cast;
    const [from, to] = [all[46]!['at'] as string, all[56]!['at'] as string];
    return [
      ['proposalId', { proposalId: one }, entry => entry['proposalId'] === one],
      ['actorId', { actorId: members.analyst.personId }, entry => entry['actor'].id === members.analyst.personId],
      ['role', { role: 'privacy_officer' }, entry => entry['role'] === 'privacy_officer'],
      [
        'organisationId',
        { organisationId: organisations.partnerB },
        entry => entry['actor'].organisation.id === organisations.partnerB,
      ],
      [
        'types',
        { types: ['SignOffGiven', 'PersonAdded'] },
        entry => ['SignOffGiven', 'PersonAdded'].includes(entry['type']),
      ],
      ['from', { from }, entry => entry['at'] >= from],
      ['to', { to }, entry => entry['at'] <= to],
    ];
  };

  it('is answered by each filter alone, from and to included', async () => {
    for (const [name, filter, holds] of filters()) {
      const expected = ids(all.filter(holds));
      expect([name, expected.length > 0]).toEqual([name, true]);
      expect([name, ids(await everyPage('auditor', filter, 100))]).toEqual([name, expected]);
    }
  });

  it('is answered by every combination of filters', async () => {
    const every = filters();
    for (let chosen = 1; chosen < 2 ** every.length; chosen += 1) {
      const some = every.filter((_, bit) => chosen & (2 ** bit));
      const filter = Object.assign({}, ...some.map(([, part]) => part)) as Row;
      const expected = all.filter(entry => some.every(([, , holds]) => holds(entry)));
      expect([Object.keys(filter), ids(await everyPage('auditor', filter, 100))]).toEqual([
        Object.keys(filter),
        ids(expected),
      ]);
    }
  });

  it('gets nothing for an empty list of types, and everything for nulls', async () => {
    expect(await everyPage('auditor', { types: [] }, 100)).toEqual([]);
    const nulls = {
      proposalId: null,
      actorId: null,
      organisationId: null,
      role: null,
      types: null,
      from: null,
      to: null,
    };
    expect(ids(await everyPage('auditor', nulls, 100))).toEqual(ids(all));
  });

  it('finds an entry again by its id, whatever the spelling', async () => {
    const text = `query ($id: ID!) { node(id: $id) { __typename ... on LedgerEntry { type sequence } } }`;
    const entry = all.find(({ type }) => type === 'DecisionRecorded')!;
    const node = { __typename: 'LedgerEntry', type: 'DecisionRecorded', sequence: entry['sequence'] };
    expect((await api.as('auditor').query(text, { id: entry['id'] }))['node']).toEqual(node);
    expect((await api.as('auditor').query(text, { id: (entry['id'] as string).toUpperCase() }))['node']).toEqual(node);
    expect(ids(await everyPage('auditor', { proposalId: one.toUpperCase() }, 100))).toHaveLength(
      all.filter(({ proposalId }) => proposalId === one).length,
    );
  });
});

describe('Who may read which entries', () => {
  const lead: PersonaKey[] = ['analyst', 'analyst_2', 'data_steward', 'privacy_officer', 'privacy_officer_2'];
  const reviewers: PersonaKey[] = [
    'data_steward',
    'privacy_officer',
    'privacy_officer_2',
    'security_officer',
    'engagement_lead',
    'approver',
  ];

  it('the directory is for auditor and administrator only', async () => {
    for (const who of personaKeys) {
      const seen = (await everyPage(who, {}, 100)).filter(({ stream }) => stream === 'directory').length;
      expect([who, seen > 0]).toEqual([who, who === 'auditor' || who === 'administrator']);
    }
  });

  it('the administrator reads no proposal’s entries, the outsider only those of their own agency', async () => {
    const streams = async (who: PersonaKey) => [
      ...new Set((await everyPage(who, {}, 100)).map(({ proposalId }) => proposalId)),
    ];
    expect(await streams('administrator')).toEqual([null]);
    const [own, ...more] = await streams('outsider');
    expect([one, other, null, undefined]).not.toContain(own);
    expect(more).toEqual([]);
  });

  it('a concern among reviewers and its answer are hidden from author and analysts, and shown to reviewers', async () => {
    const about = (entries: Row[]) =>
      entries.filter(({ payload }) => payload.concernId === hidden).map(({ type }) => type);
    for (const who of reviewers)
      expect([who, about(await everyPage(who, {}, 100))]).toEqual([who, ['ConcernRaised', 'ConcernAnswered']]);
    for (const who of ['analyst', 'analyst_2'] as const) {
      const seen = await everyPage(who, {}, 100);
      expect([who, about(seen)]).toEqual([who, []]);
      const rest = all.filter(
        ({ proposalId, payload }) => [one, other].includes(proposalId) && payload.concernId !== hidden,
      );
      expect(ids(seen)).toEqual(ids(rest));
    }
  });

  it('one’s own concern among reviewers stays visible when one has become the author', async () => {
    const both = await api.store.cast.add({
      name: 'Pat Both',
      organisation: 'lead',
      roles: ['analyst', 'security_officer'],
    });
    const id = await submit(api);
    const mine = await concern(api, id, both as never, { audience: 'REVIEWERS' });
    const theirs = await concern(api, id, 'approver', { audience: 'REVIEWERS' });
    const seen = async () =>
      (await api.as(both).historyOf(id)).map(({ payload }) => payload.concernId as string).filter(Boolean);
    expect(await seen()).toEqual([mine, theirs]);
    await api.as('analyst').do('handOverProposal', { proposalId: id, toPersonId: both.personId, reason: 'Moving.' });
    expect(await seen()).toEqual([mine]);
    const read = (await api.as(both).read(id))!['concerns'].edges.map(({ node }: Row) => node.id as string);
    expect(read).toEqual([mine]);
    const then = `query ($id: ID!) { proposalAsOf(id: $id, sequence: 5) { concerns { edges { node { id } } } } }`;
    const past = (await api.as(both).query(then, { id }))['proposalAsOf'].concerns.edges;
    expect(past.map(({ node }: Row) => node.id as string)).toEqual([mine]);
  });

  it('a partner sees its own acts, on proposals that it may read', async () => {
    const seen = await everyPage('partner_b', {}, 100);
    expect(seen.map(({ type, proposalId }) => [type, proposalId])).toEqual([['ConcernRaised', other]]);
    expect(await everyPage('partner_a', {}, 100)).toEqual([]);
  });

  it('an entry that one may not read is not found by its id either', async () => {
    const text = `query ($id: ID!) { node(id: $id) { id } }`;
    const secret = all.find(({ type, payload }) => type === 'ConcernRaised' && payload.concernId === hidden)!;
    const nodeFor = async (who: PersonaKey, id: string) => (await api.as(who).query(text, { id }))['node'];
    for (const who of ['analyst', 'analyst_2', 'partner_a', 'outsider', 'administrator'] as const)
      expect([who, await nodeFor(who, secret['id'])]).toEqual([who, null]);
    for (const who of lead) expect([who, await nodeFor(who, all[0]!['id'])]).toEqual([who, null]);
  });

  it('a proposal’s own history is the same as the filtered one', async () => {
    for (const who of ['auditor', 'analyst', 'approver', 'partner_b'] as const) {
      const own = (await api.as(who).historyOf(other)).map(({ id }) => id as string);
      expect([who, own]).toEqual([who, idsOf(await api.as(who).history({ proposalId: other }))]);
    }
  });
});
