// Row-level security by itself: an api whose own filters are taken out (scope in SQL and reading rules alike) still shows nobody a
// row of proposals that their organisation has no part in, and a connection without a scope sees nothing.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OpenApi, PersonaKey, Row } from '../harness/index.js';

const scope = await import('../../libs/store/visible-to.js');
const reading = await import('../../libs/governance/reading.js');
// What was loaded so far has the filters in it; everything is loaded anew, with these two in their place.
jest.resetModules();
jest.unstable_mockModule('../../libs/store/visible-to.js', () => ({
  ...scope,
  visibleProposal: () => 'asker.entered',
  visibleEntry: () => 'asker.entered',
}));
jest.unstable_mockModule('../../libs/governance/reading.js', () => ({
  ...reading,
  readingOf: (_: unknown, proposal: object) => ({ extent: 'whole', proposal, knows: () => true }),
}));
const { draft, openApi, personaKeys, sign, submit } = await import('../harness/index.js');

const guarded = ['proposal', 'ledger_entry', 'entry_words', 'sign_off_act', 'command_receipt'];
/** Facts of reports: test/store/reports-count-what-the-ledger-says.story.ts. */
const guardedElsewhere = ['decision_fact', 'state_span', 'stale_fact', 'concern_fact'];
const notPermitted = '42501';

let api: OpenApi;
const made: Record<string, string> = {};
beforeAll(async () => {
  api = await openApi();
  made['drafted'] = await draft(api);
  made['submitted'] = await submit(api, 'T2');
  await sign(api, made['submitted'], 'purpose');
  made['elsewhere'] = (await api.as('outsider').do('draftProposal', { title: 'Elsewhere' })).proposal['id'];
});
afterAll(() => api.close());

const involved: Partial<Record<PersonaKey, string[]>> = {
  auditor: ['drafted', 'elsewhere', 'submitted'],
  outsider: ['elsewhere'],
  administrator: [],
  partner_a: ['submitted'],
  partner_b: ['submitted'],
};
const involvedOf = (who: PersonaKey): string[] => involved[who] ?? ['drafted', 'submitted'];
const nameOf = (id: string): string => Object.keys(made).find(name => made[name] === id) ?? id;

const listed = async (who: PersonaKey): Promise<string[]> =>
  (await api.as(who).list({}, { first: 100 })).edges.map(({ node }) => nameOf(node['id'])).sort();

describe('With every filter of the application taken out', () => {
  it.each(personaKeys)('the list of %s has no proposal that they have no part in', async who => {
    expect(await listed(who)).toEqual(involvedOf(who));
  });

  it.each(personaKeys)('%s finds no such proposal, past or present, by its id', async who => {
    const text = 'query ($id: ID!) { proposal(id: $id) { id } node(id: $id) { id } proposalAsOf(id: $id) { id } }';
    for (const [name, id] of Object.entries(made)) {
      const found = Object.values(await api.as(who).query(text, { id }));
      const wanted = involvedOf(who).includes(name) ? { id } : null;
      expect([name, ...found]).toEqual([name, wanted, wanted, wanted]);
    }
  });

  it.each(personaKeys)('the history of %s has no entry of such a proposal', async who => {
    const { edges } = await api.as(who).history();
    const proposals = edges.map(({ node }) => node['proposalId'] as string | null).filter(id => id !== null);
    expect([...new Set(proposals.map(nameOf))].sort()).toEqual(involvedOf(who));
    const seesDirectory = edges.some(({ node }) => node['stream'] === 'directory');
    expect(seesDirectory).toBe(['auditor', 'administrator'].includes(who));
  });

  it('is a fair test: without row-level security everything appears', async () => {
    const switchTo = (what: 'disable' | 'enable') =>
      api.store.database.sql(`alter table proposal ${what} row level security`);
    await switchTo('disable');
    try {
      expect(await listed('outsider')).toEqual(['drafted', 'elsewhere', 'submitted']);
    } finally {
      await switchTo('enable');
    }
    expect(await listed('outsider')).toEqual(['elsewhere']);
  });
});

describe('A connection', () => {
  it.each(guarded)('without a scope sees no row of %s, before and after another asked on it', async table => {
    const pool = await api.store.connect('assent_application', 1);
    const count = async (): Promise<number> => {
      const [row] = await pool.query<Row[]>(`select count(*)::integer as rows from ${table}`);
      return row!['rows'] as number;
    };
    expect(await count()).toBe(0);
    const { personId } = api.store.cast.members.analyst;
    const runner = pool.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select enter_scope($1)', [personId]);
    const [within] = (await runner.query(`select count(*)::integer as rows from ${table}`)) as Row[];
    await runner.commitTransaction();
    await runner.release();
    expect(within!['rows']).toBeGreaterThan(0);
    expect(await count()).toBe(0);
  });

  it('writes in nobody else’s name, and nothing of an organisation it has no part in', async () => {
    const { analyst, outsider } = api.store.cast.members;
    const attempt = async (
      statement: string,
      values: unknown[] = [],
      who: string | null = outsider.personId,
    ): Promise<string> => {
      const runner = api.store.dataSource.createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query('select enter_scope($1)', [who]);
        await runner.query(statement, values);
        return 'done';
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };
    const receipt = `insert into command_receipt values ($1, gen_random_uuid(), decode(repeat('00', 32), 'hex'),
      decode(repeat('00', 32), 'hex'), $2, 1, 1, now())`;
    expect(await attempt(receipt, [outsider.personId, made['elsewhere']])).toBe('done');
    expect(await attempt(receipt, [analyst.personId, made['drafted']])).toBe(notPermitted);
    const act = `insert into sign_off_act (proposal_id, person_id, part) values ($1, $2, 'decider')`;
    expect(await attempt(act, [made['drafted'], outsider.personId])).toBe(notPermitted);
    const entry = `insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash)
      values ('nowhere', 1, gen_random_uuid(), 'Forged', $1, $2, 'analyst', now(), gen_random_uuid(), '', decode(repeat('00', 32), 'hex'))`;
    expect(await attempt(entry, [outsider.personId, outsider.organisationId])).toBe('done');
    expect(await attempt(entry, [analyst.personId, analyst.organisationId])).toBe(notPermitted);
    const title = `with changed as (update proposal set title = 'Mine' where id = $1 returning id)
      select 1 / count(*) from changed`;
    const divisionByZero = '22012';
    expect(await attempt(title, [made['drafted']])).toBe(divisionByZero);
    expect(await attempt(title, [made['elsewhere']])).toBe('done');
    const all = `do $$ declare changed integer; begin
      update proposal set title = 'Mine'; get diagnostics changed = row_count;
      if changed <> 1 then raise exception 'Changed %.', changed; end if; end $$`;
    expect(await attempt(all)).toBe('done');
    const begin = `insert into proposal (id, version, revision, state, tier, title, lead_organisation_id, author_id, partner_ids,
        workflow_key, workflow_version, workflow_digest, content, last_sequence, last_hash, created_at, updated_at)
      values (gen_random_uuid(), 1, 1, 'DRAFTING', 'T1', 'New', $1, $2, '{}', 'light', 1, '', '{}', 1, '', now(), now())`;
    expect(await attempt(begin, [outsider.organisationId, outsider.personId])).toBe('done');
    expect(await attempt(begin, [analyst.organisationId, outsider.personId])).toBe(notPermitted);
    const words = `insert into entry_words values ('proposal:${made['elsewhere']}', 1, '/added', decode(repeat('00', 32), 'hex'), '{}')`;
    expect(await attempt(words)).toBe('done');
    expect(await attempt(words, [], null)).toBe(notPermitted);
  });
});

describe('The tables', () => {
  it('are guarded against their owner too', async () => {
    const forced = await api.store.database.sql(
      `select relname as name from pg_class where relrowsecurity and relforcerowsecurity and relkind = 'r' order by relname`,
    );
    expect(forced.map(({ name }) => name as string)).toEqual([...guarded, ...guardedElsewhere].sort());
    const runner = (await api.store.connect('migrator', 1)).createQueryRunner();
    await runner.startTransaction();
    // Like whoever ran the migrations: the owner may become each of the groups, and is none of them yet.
    await runner.query(`create role owner_of_a_table nologin; grant create, usage on schema public to owner_of_a_table;
      grant assent_application, assent_worker, assent_auditor to owner_of_a_table`);
    for (const table of guarded) await runner.query(`alter table ${table} owner to owner_of_a_table`);
    await runner.query('set local role owner_of_a_table');
    const rows = guarded.map(table => `(select count(*) from ${table})`).join(' + ');
    const [row] = (await runner.query(`select (${rows})::integer as rows`)) as Row[];
    await runner.rollbackTransaction();
    await runner.release();
    expect(row!['rows']).toBe(0);
  });

  it('have no view that reads them with its owner’s eyes', async () => {
    const views = await api.store.database.sql(
      `select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce('security_invoker=true' = any (reloptions), false)`,
    );
    expect(views).toEqual([]);
  });
});
