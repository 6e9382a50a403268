// portfolioAsOf: after each command the whole portfolio is looked at; later every one of those days is seen again as it was.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  awaitDecision,
  concern,
  copyProposals,
  decide,
  draft,
  openApi,
  sign,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const what = 'id reference title state version tier signOffs { key status } concerns(first: 100) { totalCount }';
const today = `{ proposals(first: 100) { edges { node { ${what} } } } }`;
const then = `query ($at: DateTime!, $filter: PortfolioFilter, $first: Int, $after: String) {
  portfolioAsOf(at: $at, filter: $filter, first: $first, after: $after) {
    edges { cursor node { ${what} } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

const readers: PersonaKey[] = ['auditor', 'analyst', 'approver', 'partner_a', 'outsider', 'administrator'];

const byId = (rows: Row[]): Row[] => rows.sort((a, b) => (a['id'] < b['id'] ? -1 : 1));
const nodesOf = ({ edges }: Row): Row[] => byId(edges.map(({ node }: Row) => node as Row));
const current = async (who: PersonaKey): Promise<Row[]> => nodesOf((await api.as(who).query(today))['proposals']);
const past = async (who: PersonaKey, at: string, filter: object = {}): Promise<Row[]> =>
  nodesOf((await api.as(who).query(then, { at, filter, first: 100 }))['portfolioAsOf']);

/** The database's clock has moved on from the last entry, so that “then” is over. */
async function settle(): Promise<string> {
  const [row] = await api.store.database.sql('select max(at) as at from ledger_entry');
  const last = row!['at'] as Date;
  while (Date.now() <= last.getTime()) await new Promise(resolve => setTimeout(resolve, 1));
  return last.toISOString();
}

describe('The portfolio', () => {
  const days: { at: string; seen: Record<string, Row[]> }[] = [];

  async function remember(): Promise<void> {
    const at = await settle();
    const seen: Record<string, Row[]> = {};
    for (const who of readers) seen[who] = await current(who);
    days.push({ at, seen });
  }

  it('grows and changes over many days', async () => {
    await remember();
    const first = await draft(api, 'T1', 'First');
    await remember();
    const second = await submit(api, 'T2', 'Second');
    await remember();
    await sign(api, second, 'purpose');
    await concern(api, second);
    await remember();
    const third = await awaitDecision(api, 'T1', 'Third');
    await remember();
    await api.as('outsider').do('draftProposal', { title: 'Elsewhere' });
    await decide(api, third);
    await remember();
    await api.as('analyst').do('reviseProposal', { proposalId: first, title: 'First, renamed', dossier: {} });
    await api.as('analyst').do('withdrawProposal', { proposalId: second, reason: 'No longer needed.' });
    await remember();
    expect(days.map(({ seen }) => seen['auditor']!.length)).toEqual([0, 1, 2, 2, 3, 4, 4]);
  });

  it('is seen again as everyone saw it on each of those days', async () => {
    for (const who of readers)
      for (const { at, seen } of days) expect([who, at, await past(who, at)]).toEqual([who, at, seen[who]]);
  });

  it('is filtered by what was true then, not by what is true now', async () => {
    const titles = async (day: number, filter: object): Promise<string[]> =>
      (await past('auditor', days[day]!.at, filter)).map(({ title }) => title as string).sort();
    expect(await titles(4, { states: ['AWAITING_DECISION'] })).toEqual(['Third']);
    expect(await titles(6, { states: ['AWAITING_DECISION'] })).toEqual([]);
    expect(await titles(6, { states: ['APPROVED', 'WITHDRAWN'] })).toEqual(['Second', 'Third']);
    expect(await titles(4, { states: ['DRAFTING', 'IN_REVIEW'] })).toEqual(['First', 'Second']);
    expect(await titles(6, { tiers: ['T2'] })).toEqual(['Second']);
    const { oversight, lead } = api.store.cast.organisations;
    expect(await titles(6, { organisationId: oversight })).toEqual([]);
    expect(await titles(6, { organisationId: lead })).toEqual(['First, renamed', 'Second', 'Third']);
    expect(await titles(6, { organisationId: 'nobody' })).toEqual([]);
  });

  it('is paged without a gap or a double, those begun last first', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Row = (await api.as('auditor').query(then, { at: days[5]!.at, first: 1, after }))['portfolioAsOf'];
      seen.push(...page['edges'].map(({ node }: Row) => node.title as string));
      expect(page['pageInfo'].hasPreviousPage).toBe(after !== null);
      after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['Elsewhere', 'Third', 'Second', 'First']);
  });

  it('looks at so many rows for one page and no more, and says where to go on', async () => {
    const at = await settle();
    const [pattern] = await api.store.database.sql('select id, created_at from proposal order by created_at limit 1');
    const minutesEarlier = (n: number): Date => new Date(Date.parse(pattern!['created_at'] as string) - n * 60_000);
    const copies = Array.from({ length: 250 }, (_, n) => ({
      ...{ id: uuidv7(), number: 1001 + n, created_at: minutesEarlier(n + 1) },
    }));
    await copyProposals(api.store.database, pattern!['id'] as string, copies);
    const ask = async (after: string | null): Promise<Row> =>
      (await api.as('auditor').query(then, { at, first: 5, after, filter: { states: ['RETURNED'] } }))['portfolioAsOf'];
    await api.store.database
      .sql(`update proposal set updated_at = now() + interval '1 day', content = jsonb_set(content,
      '{updatedAt}', to_jsonb(now() + interval '1 day')) where number > 1000`);
    let pages = 0;
    for (let after: string | null = null; pages === 0 || after !== null; pages += 1) {
      const { edges, pageInfo } = await ask(after);
      expect(edges).toEqual([]);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    expect(pages).toBe(3);
    await api.store.database.sql('delete from proposal where number > 1000');
  });

  it('has no history of what came afterwards', async () => {
    const text = `query ($at: DateTime!) { portfolioAsOf(at: $at, first: 100) {
      edges { node { title history(first: 100) { edges { node { at } } } } } } }`;
    for (const { at } of days.slice(1)) {
      const { edges } = (await api.as('auditor').query(text, { at }))['portfolioAsOf'];
      const times = edges.flatMap(({ node }: Row) => node.history.edges.map((edge: Row) => edge['node'].at as string));
      expect(times.length).toBeGreaterThan(0);
      expect(times.filter((time: string) => Date.parse(time) > Date.parse(at))).toEqual([]);
    }
    const one = `query ($id: ID!) { proposalAsOf(id: $id, sequence: 1) { history { edges { node { sequence } } } } }`;
    const [{ id }] = days[6]!.seen['auditor']! as [Row];
    const { edges } = (await api.as('auditor').query(one, { id }))['proposalAsOf'].history;
    expect(edges).toEqual([{ node: { sequence: 1 } }]);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { at: 'yesterday' }])('refuses %j', async wrong => {
    const { status, body } = await api.as('auditor').send({ query: then, variables: { at: days[1]!.at, ...wrong } });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});
