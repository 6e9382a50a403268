// Finding proposals: words without their macrons, every filter alone and with others, four orders in pages, and one by its reference.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answer,
  awaitDecision,
  concern,
  countStatements,
  decide,
  draft,
  idsOf,
  openApi,
  personaKeys,
  sign,
  submit,
  type OpenApi,
  type Page,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
const made: Record<string, string> = {};
beforeAll(async () => {
  api = await openApi();
  made['whanau'] = await draft(api, 'T1', 'Te reo o te Whānau: kōrero');
  made['decomposed'] = await draft(api, 'T1', 'Whānau i te kāinga'.normalize('NFD'));
  made['review'] = await submit(api, 'T2', 'Zoë’s 100% plan_B');
  made['signed'] = await submit(api, 'T1', 'Older than the others');
  await sign(api, made['signed'], 'purpose');
  made['worried'] = await awaitDecision(api, 'T1', 'An open concern');
  await concern(api, made['worried']);
  made['among'] = await awaitDecision(api, 'T1', 'An open concern among reviewers');
  await concern(api, made['among'], 'data_steward', { audience: 'REVIEWERS' });
  made['ready'] = await awaitDecision(api, 'T1', 'Ready');
  made['returned'] = await awaitDecision(api, 'T1', 'Returned');
  await decide(api, made['returned'], 'RETURNED');
  made['colleague'] = (await api.as('analyst_2').do('draftProposal', { title: 'Of a colleague' })).proposal['id'];
});
afterAll(() => api.close());

async function names(who: PersonaKey, filter: Row): Promise<string[]> {
  const page = await api.as(who).list(filter, { first: 100 });
  const found = idsOf(page).map(id => Object.keys(made).find(name => made[name] === id) ?? id);
  expect([filter, page.totalCount]).toEqual([filter, found.length]);
  return found.sort();
}

describe('A search', () => {
  it.each(['whanau', 'WHĀNAU', 'whānau'.normalize('NFD'), 'Whanau', 'hāna'])(
    'for %s finds it with and without macrons',
    async text => {
      expect(await names('analyst', { text })).toEqual(['decomposed', 'whanau']);
    },
  );

  it.each([
    ['korero whanau', ['whanau']],
    ['  REO   te ', ['whanau']],
    ['zoe', ['review']],
    ['100% plan_b', ['review']],
    ['dsp-0003', ['review']],
    ['dsp-0003 zoe', ['review']],
    ['dsp-0003 whanau', []],
    ['\u0000', []],
  ])('for %j finds just that', async (text, found) => {
    expect(await names('analyst', { text })).toEqual(found);
  });

  it('finds a reference of five digits whole, and not by its first four', async () => {
    const { sql } = api.store.database;
    const find = async (reference: string): Promise<string[]> => names('analyst', { text: reference });
    await sql('update proposal set number = 12345 where id = $1', [made['whanau']]);
    expect(await find('DSP-12345')).toEqual(['whanau']);
    const asked = 'query ($r: String!) { proposalByReference(reference: $r) { id reference } }';
    expect((await api.as('analyst').query(asked, { r: 'DSP-12345' }))['proposalByReference']).toEqual({
      ...{ id: made['whanau'], reference: 'DSP-12345' },
    });
    await sql('update proposal set number = 1 where id = $1', [made['whanau']]);
  });
});

describe('A filter', () => {
  const idOf = (who: PersonaKey): string => api.store.cast.members[who].personId;

  it('by author is for whoever may know who that is; mine is mine', async () => {
    expect(await names('data_steward', { authorId: idOf('analyst_2') })).toEqual(['colleague']);
    expect(await names('analyst_2', { mine: true })).toEqual(['colleague']);
    expect(await names('data_steward', { mine: true })).toEqual([]);
    expect(await names('partner_a', { authorId: idOf('analyst') })).toEqual([]);
    expect(await names('auditor', { authorId: 'nobody' })).toEqual([]);
    expect(await names('analyst', { mine: true, text: 'whanau' })).toEqual(['decomposed', 'whanau']);
  });

  it('by a sign-off that waits knows which tiers require it, and is none for partners', async () => {
    expect(await names('auditor', { signOffWaiting: 'purpose' })).toEqual(['review']);
    expect(await names('auditor', { signOffWaiting: 'privacy_risk' })).toEqual(['review', 'signed']);
    expect(await names('auditor', { signOffWaiting: 'transparency' })).toEqual(['review']);
    expect(await names('auditor', { signOffWaiting: 'no such' })).toEqual([]);
    expect(await names('partner_a', { signOffWaiting: 'purpose' })).toEqual([]);
  });

  it('by an open concern tells of none that is hidden', async () => {
    const seen = { among: ['among', 'worried'], parties: ['worried'] };
    for (const who of ['data_steward', 'approver', 'auditor'] as const)
      expect([who, await names(who, { hasOpenConcern: true })]).toEqual([who, seen.among]);
    for (const who of ['analyst', 'analyst_2', 'partner_a'] as const)
      expect([who, await names(who, { hasOpenConcern: true })]).toEqual([who, seen.parties]);
    for (const who of ['partner_b', 'outsider', 'administrator'] as const)
      expect([who, await names(who, { hasOpenConcern: true })]).toEqual([who, []]);
  });

  it('by an open concern is what the lists of concerns say, to everybody', async () => {
    const text = `query { proposals(first: 100) { edges { node { id concerns(first: 100) { edges { node { status } } } } } } }`;
    for (const who of personaKeys) {
      const { proposals } = await api.as(who).query(text);
      const isOpen = ({ node }: Row): boolean =>
        node.concerns.edges.some((each: Row) => each['node'].status === 'OPEN');
      const wanted = proposals.edges.filter(isOpen).map(({ node }: Row) => node.id);
      expect([who, idsOf(await api.as(who).list({ hasOpenConcern: true }, { first: 100 })).sort()]).toEqual([
        who,
        wanted.sort(),
      ]);
    }
  });

  it('by change counts from that moment on', async () => {
    const { updatedAt } = (await api.as('auditor').read(made['returned']!))!;
    expect(await names('auditor', { updatedSince: updatedAt })).toEqual(['colleague', 'returned']);
    expect(await names('auditor', { updatedSince: '2999-01-01T00:00:00Z' })).toEqual([]);
  });
});

describe('An order', () => {
  const sorted = `query ($sort: ProposalSort, $first: Int, $after: String, $filter: ProposalFilter) {
    proposals(sort: $sort, first: $first, after: $after, filter: $filter) {
      edges { node { id reference createdAt updatedAt dueOn } } pageInfo { hasNextPage endCursor } } }`;
  const page = async (who: PersonaKey, variables: object): Promise<Page> =>
    (await api.as(who).query(sorted, variables))['proposals'];
  const key: Record<string, (node: Row) => string> = {
    UPDATED: ({ updatedAt }) => updatedAt,
    CREATED: ({ createdAt }) => createdAt,
    REFERENCE: ({ reference }) => reference,
    DUE: ({ dueOn }) => dueOn ?? '9999',
  };

  it.each(Object.keys(key))('%s holds for all of the list', async sort => {
    const nodes = (await page('auditor', { sort, first: 100 })).edges.map(({ node }) => node);
    const keys = nodes.map(key[sort]!);
    const rising = [...keys].sort();
    expect(keys).toEqual(['UPDATED', 'CREATED'].includes(sort) ? rising.reverse() : rising);
    expect(nodes).toHaveLength(9);
  });

  it('DUE has days as the rules count them, and those without one at the end', async () => {
    const days = (await page('auditor', { sort: 'DUE', first: 100 })).edges.map(({ node }) => node['dueOn']);
    expect(days.filter(Boolean)).toHaveLength(6);
    expect(days.slice(6)).toEqual([null, null, null]);
    expect(new Set(days.filter(Boolean)).size).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(key).flatMap(sort => [1, 4].map(first => ({ sort, first }))))(
    '$sort in pages of $first gives each once',
    async ({ sort, first }) => {
      for (const filter of [{}, { tiers: ['T1'] }]) {
        const found: string[] = [];
        let after: unknown = null;
        for (;;) {
          const part = await page('auditor', { sort, first, after, filter });
          found.push(...idsOf(part));
          if (!part.pageInfo['hasNextPage']) break;
          after = part.pageInfo['endCursor'];
        }
        expect(found).toEqual(idsOf(await page('auditor', { sort, first: 100, filter })));
      }
    },
  );

  it('has cursors of its own: those of another order are refused', async () => {
    const { endCursor: after } = (await page('auditor', { sort: 'REFERENCE', first: 1 })).pageInfo;
    const { status, body } = await api.as('auditor').send({ query: sorted, variables: { sort: 'UPDATED', after } });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('A list', () => {
  it('answers of each proposal what that proposal answers by itself, whatever is left out of its rows', async () => {
    const fields = `id checks { ruleId place } questions { standing } progress { edges { possible blockers { code } } }
      signOffs { key blockers { code } } dueOn sayBy myTasks { kind }`;
    for (const field of [
      'checks { ruleId place }',
      'questions { standing }',
      'progress { edges { possible } }',
      'signOffs { blockers { code } }',
      'myTasks { kind }',
      fields,
    ]) {
      const { proposals } = await api
        .as('privacy_officer')
        .query(`query { proposals(first: 100) { edges { node { id ${field} } } } }`);
      for (const { node } of proposals.edges as { node: Row }[]) {
        const single = await api
          .as('privacy_officer')
          .query(`query ($id: ID!) { proposal(id: $id) { id ${field} } }`, { id: node['id'] });
        expect(single['proposal']).toEqual(node);
      }
    }
  });

  it('takes one statement for the rows, and one for each kind of thing beside them', async () => {
    const text = `query { proposals(first: 100, sort: DUE) { edges { node { dueOn sayBy myTasks { id waitsFor { id } } revisions { revision }
      signOffs { whoMay { id } history { status } } progress { nodes { state } } } } } }`;
    const { statements } = await countStatements(api.store.dataSource, () => api.as('analyst').query(text));
    expect(statements.toSorted()).toEqual(
      [
        'authenticate',
        'proposal-page-DUE',
        'happenings',
        'happenings-of-clock',
        'holders-of-roles',
        'entries-of-streams',
      ].sort(),
    );
  });
});

describe('A proposal by its reference', () => {
  const text = 'query ($reference: String!) { proposalByReference(reference: $reference) { id reference } }';
  const find = async (who: PersonaKey, reference: string): Promise<Row | null> =>
    (await api.as(who).query(text, { reference }))['proposalByReference'];

  it('is found as people write it, by whoever may read it', async () => {
    for (const reference of ['DSP-0003', 'dsp-3', ' DSP-0003 '])
      expect(await find('analyst', reference)).toEqual({ id: made['review'], reference: 'DSP-0003' });
    expect(await find('partner_a', 'DSP-0003')).toEqual({ id: made['review'], reference: 'DSP-0003' });
  });

  it('is the same nothing where there is none and where it is not yours', async () => {
    const nothings = ['DSP-9999', 'DSP-0', 'DSP-', '3', 'DSP-99999999999999999999', 'DSP-3; drop', ''];
    for (const reference of nothings) expect([reference, await find('auditor', reference)]).toEqual([reference, null]);
    for (const who of ['outsider', 'administrator'] as const) expect(await find(who, 'DSP-0003')).toBeNull();
    expect(await find('partner_a', 'DSP-0001')).toBeNull();
  });
});

describe('What was answered', () => {
  it('leaves the filter of open concerns', async () => {
    const concerns = await api.as('auditor').read(made['worried']!);
    await answer(api, made['worried']!, concerns!['concerns'].edges[0].node.id);
    expect(await names('partner_a', { hasOpenConcern: true })).toEqual([]);
  });
});
