// A privacy officer erases what should never have been written, on whose authority and why: the entry stays, the words are gone for
// everybody, in the present and in the past, and what rested on them is open again.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { erasureList, handleErasure } from '#store';
import { purpose } from '../builders/index.js';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  draft,
  openApi,
  personaKeys,
  signOffsOf,
  submit,
  sign,
  type OpenApi,
  type PersonaKey,
  type Problem,
  type Row,
} from '../harness/index.js';
import { pastQuery } from '../harness/documents.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const canary = 'Mary Smith of 12 Kōwhai Street';
const why = { authority: 'Privacy Act 2020, IPP 7: request of 3 March.', reason: 'She is named by mistake.' };
const sentence = 'These words were erased.';
const po = () => api.as('privacy_officer');
const erase = (input: Row, who: PersonaKey = 'privacy_officer') =>
  api.as(who).tryTo('eraseWords', { ...why, ...input }) as Promise<Row>;
const entriesOf = (id: string, who: PersonaKey = 'privacy_officer') => api.as(who).historyOf(id);
const entryOf = async (id: string, type: string, who?: PersonaKey): Promise<Row> =>
  (await entriesOf(id, who)).findLast(entry => entry['type'] === type)!;

/** Where the canary is, in any table, its bytes read as text. */
async function tablesWith(text: string): Promise<string[]> {
  const { sql } = api.store.database;
  const tables = await sql<Row>(`select tablename as name from pg_tables where schemaname = 'public'`);
  const found = [];
  for (const { name } of tables) {
    const rows = await sql<Row>(`select r::text as text from ${name} r where position($1 in r::text) > 0`, [text]);
    if (rows.length > 0) found.push(name as string);
  }
  const bytes = await sql<Row>(`select id from ledger_entry where position($1 in convert_from(bytes, 'UTF8')) > 0`, [
    text,
  ]);
  return bytes.length > 0 ? [...found, 'bytes'] : found;
}

/** What anybody is told of the proposal, now and after each of its entries, over every way there is. */
async function allThatIsTold(id: string): Promise<string> {
  const told: string[] = [];
  const last = (await entriesOf(id)).length;
  for (const who of personaKeys) {
    const me = api.as(who);
    told.push(JSON.stringify(await me.read(id)), JSON.stringify(await me.history({ proposalId: id })));
    told.push(JSON.stringify(await me.list({ text: 'Kōwhai' })));
    for (let sequence = 1; sequence <= last; sequence += 1) {
      const { status, body } = await me.send({ query: pastQuery, variables: { id, sequence } });
      expect([who, sequence, status, body.errors]).toEqual([who, sequence, 200, undefined]);
      told.push(JSON.stringify(body.data));
    }
  }
  return told.join('\n');
}

describe('A name in a title and in a purpose', () => {
  let id: string;
  beforeAll(async () => {
    id = await submit(api, 'T2', canary);
    const revised = { purposes: [purpose('P-1', { statement: canary })], summary: canary };
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: revised });
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { summary: 'Shorter.' } });
  });

  it('is found by its entry: where it has words, and that none is gone', async () => {
    const { words } = await entryOf(id, 'ProposalDrafted');
    expect(words).toContainEqual({ path: '/title', isErased: false, erasedBy: null });
    expect((await entryOf(id, 'PartnersInvited'))['words']).toEqual([]);
  });

  it('goes, and everybody reads a sentence in its place', async () => {
    expect(await allThatIsTold(id)).toContain(canary);
    const [drafted, revised] = [await entryOf(id, 'ProposalDrafted'), (await entriesOf(id))[3]!];
    const first = await erase({ entryId: drafted['id'], paths: ['/title'] });
    expect(first).toMatchObject({ replayed: false, proposal: { title: sentence, version: 6 } });
    expect(first['entries']).toMatchObject([{ type: 'WordsErased', payload: { ...why } }]);
    const saved = { paths: ['/dossier/purposes/saved/0', '/dossier/summary'] };
    expect(await erase({ entryId: revised['id'], ...saved })).toMatchObject({ __typename: 'ErasureReceipt' });
    expect(await allThatIsTold(id)).not.toContain(canary);
    expect(await tablesWith(canary)).toEqual([]);
    const { dossier } = (await api.as('partner_a').read(id))!;
    expect(dossier).toMatchObject({ summary: 'Shorter.', purposes: [{ id: 'P-1', statement: sentence }] });
  });

  it('is said to be gone by the entry that took it', async () => {
    const { words } = await entryOf(id, 'ProposalDrafted', 'auditor');
    const erasures = (await entriesOf(id)).filter(({ type }) => type === 'WordsErased');
    expect(words).toContainEqual({ path: '/title', isErased: true, erasedBy: erasures[0]!['id'] });
    expect(erasures[0]!['payload'].erased).toEqual([{ stream: `proposal:${id}`, sequence: 1, paths: ['/title'] }]);
  });

  it('is told outside the database, in ids and paths', async () => {
    const lines = readFileSync(join(api.home, 'erasures.jsonl'), 'utf8').trim().split('\n');
    const erasures = (await entriesOf(id)).filter(({ type }) => type === 'WordsErased');
    expect(lines.map(line => JSON.parse(line).by)).toEqual(erasures.map(each => each['id']));
    const drafted = await entryOf(id, 'ProposalDrafted');
    const place = { stream: `proposal:${id}`, sequence: 1, entry: drafted['id'], paths: ['/title'] };
    expect(JSON.parse(lines[0]!).erased).toEqual([place]);
    expect(lines.join()).not.toContain('Mary');
  });

  it('leaves nothing to find the proposal by but its number', async () => {
    const { reference } = (await po().read(id))!;
    expect((await po().list({ text: 'Kōwhai' })).edges).toEqual([]);
    expect((await po().list({ text: reference })).edges.map(({ node }: Row) => node['title'])).toEqual([sentence]);
  });

  it('does not come back by whoever sends the sentence back', async () => {
    const { dossier } = (await api.as('analyst').read(id))!;
    const { entries } = await api.as('analyst').do('reviseProposal', {
      ...{ proposalId: id, title: sentence, dossier: { purposes: dossier.purposes, summary: 'Shorter still.' } },
    });
    expect(entries[0]!['payload'].changedPaths).toEqual(['summary']);
  });

  it('is left out of copies', async () => {
    const copy = await api.as('analyst').do('draftProposal', { title: 'A copy', copyOf: id });
    const { dossier } = (await api.as('analyst').read(copy.proposal['id']))!;
    expect([dossier.purposes, dossier.dataItems.length > 0]).toEqual([[], true]);
  });
});

describe('The same words in several entries', () => {
  it('go all at once where that is asked for, a comment among them', async () => {
    const id = await draft(api, 'T2', 'Visits');
    for (const who of ['analyst', 'analyst_2', 'data_steward'] as const)
      await api.as(who).do('comment', { proposalId: id, body: `${canary} called.`, audience: 'INTERNAL' });
    await api.as('analyst').do('comment', { proposalId: id, body: 'Nobody called.', audience: 'INTERNAL' });
    const [, first] = await entriesOf(id);
    const { entries } = await erase({ entryId: first!['id'], everywhere: true });
    expect(entries[0].payload.erased.map(({ sequence }: Row) => sequence)).toEqual([2, 3, 4]);
    expect(await tablesWith(`${canary} called.`)).toEqual([]);
    const bodies = (await po().read(id))!['comments'].map(({ body }: Row) => body);
    expect(bodies).toEqual([sentence, sentence, sentence, 'Nobody called.']);
  });
});

describe('Everything that people write', () => {
  it('can go from a proposal that was decided: it stays decided, and every reading of it is whole', async () => {
    const id = await submit(api, 'T2', 'Decided');
    const concernId = await concern(api, id, 'partner_a', { statement: canary, about: ['what we said in March'] });
    await answer(api, id, concernId);
    for (const key of signOffsOf('T2')) await sign(api, id, key);
    await decide(api, id);
    const before = (await po().read(id))!;
    for (const { id: entryId, words } of await entriesOf(id))
      if (words.length > 0) expect(await erase({ entryId })).toMatchObject({ entries: [{ type: 'WordsErased' }] });
    const after = (await po().read(id))!;
    expect(after).toMatchObject({
      title: sentence,
      state: 'APPROVED',
      decision: { outcome: 'APPROVED', reasons: sentence },
    });
    expect(after['signOffs'].map(({ status, rationale }: Row) => [status, rationale])).toEqual(
      before['signOffs'].map(() => ['GIVEN', sentence]),
    );
    expect(after['concerns'].edges[0].node).toMatchObject({ statement: sentence, response: sentence, about: [] });
    expect(await allThatIsTold(id)).not.toContain(canary);
  });

  it('can go from an urgent disclosure', async () => {
    const record = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(n => [`U-${n}`, canary]));
    const { proposal, entries } = await api.as('analyst').do('recordUrgentDisclosure', { title: canary, record });
    await erase({ entryId: entries[0]!['id'] });
    expect(await po().read(proposal['id'])).toMatchObject({ title: sentence, urgentRecord: { erased: sentence } });
    expect(await tablesWith(canary)).toEqual([]);
  });
});

describe('What an erasure leaves empty', () => {
  it('counts as unanswered as long as nothing is decided: what rested on it is stale, and cannot be met', async () => {
    const id = await awaitDecision(api, 'T1');
    const { words, payload, id: entryId } = await entryOf(id, 'ProposalDrafted');
    const at = (payload.dossier.answers as Row[]).findIndex(({ questionId }) => questionId === 'PM-1');
    const path = `/dossier/answers/${at}`;
    expect(words).toContainEqual({ path, isErased: false, erasedBy: null });
    const { entries, proposal } = await erase({ entryId, paths: [path] });
    expect(entries.map(({ type }: Row) => type)).toEqual(['WordsErased', 'SignOffMadeStale']);
    expect([entries[1].payload.staleBecause, proposal.state]).toEqual([['answers.PM-1'], 'IN_REVIEW']);
    const words2 = { proposalId: id, outcome: 'APPROVED', reasons: 'As weighed.' };
    expect(await api.as('approver').tryTo('recordDecision', words2)).toMatchObject({
      ...{ code: 'not-ready', blockers: [{ code: 'sign-off-stale' }] },
    });
    const again = { proposalId: id, signOff: 'purpose', finding: 'MET', rationale: 'Still.' };
    const refused = (await api.as('data_steward').tryTo('giveSignOff', again)) as Problem;
    expect(refused.blockers.map(({ subject }) => subject)).toEqual(['PM-1']);
    const said = { answers: [{ questionId: 'PM-1', value: 'Said anew, and with care.' }] };
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: said });
    await sign(api, id, 'purpose');
    expect((await decide(api, id)).proposal['state']).toBe('APPROVED');
  });
});

describe('An erasure', () => {
  it('sent again is the same erasure, and with another body a conflict', async () => {
    const id = await draft(api, 'T1', canary);
    const { id: entryId } = await entryOf(id, 'ProposalDrafted');
    const input = { commandId: randomUUID(), entryId, paths: ['/title'], ...why };
    const [first, second] = [
      await po().raw('eraseWords', input),
      await po().raw('eraseWords', input),
    ] as unknown as Row[];
    expect([first!['replayed'], second!['replayed']]).toEqual([false, true]);
    expect(second!['entries']).toEqual(first!['entries']);
    expect(await po().raw('eraseWords', { ...input, reason: 'Another.' })).toMatchObject({ code: 'command-id-used' });
    expect(readFileSync(join(api.home, 'erasures.jsonl'), 'utf8').split(first!['entries'][0].id)).toHaveLength(2);
  });

  it('is refused in the order of all refusals', async () => {
    const id = await draft(api, 'T1', 'Visits');
    const { id: entryId } = await entryOf(id, 'ProposalDrafted');
    const digest = await api.digest();
    const refused = async (who: PersonaKey, input: Row, kind: string, code: string): Promise<void> =>
      expect([who, await erase({ entryId, ...input }, who)]).toMatchObject([who, { kind, code }]);
    await refused('outsider', { authority: ' ' }, 'INVALID', 'malformed');
    await refused('outsider', { paths: ['/no'] }, 'NOT_FOUND', 'not-found');
    await refused('partner_a', {}, 'NOT_FOUND', 'not-found');
    await refused('privacy_officer', { entryId: randomUUID() }, 'NOT_FOUND', 'not-found');
    await refused('privacy_officer', { entryId: 'no uuid' }, 'NOT_FOUND', 'not-found');
    for (const who of ['analyst', 'analyst_2', 'approver'] as const)
      await refused(who, { paths: ['/no'] }, 'DENIED', 'not-permitted');
    await refused('auditor', {}, 'DENIED', 'not-permitted');
    await refused('privacy_officer', { paths: ['/title', '/no'] }, 'INVALID', 'malformed');
    expect(await api.digest()).toBe(digest);
    await erase({ entryId });
    await refused('privacy_officer', {}, 'BLOCKED', 'already-erased');
    await api.as('privacy_officer_2').do('declareConflict', { proposalId: id, reason: 'My sister.' });
    await refused('privacy_officer_2', {}, 'DENIED', 'conflict-of-interest');
  });

  it('of a concern among reviewers is told to the author in no way', async () => {
    const id = await submit(api, 'T1', 'Hidden');
    await concern(api, id, 'security_officer', { audience: 'REVIEWERS', statement: canary });
    const { id: entryId } = await entryOf(id, 'ConcernRaised');
    await erase({ entryId });
    const types = async (who: PersonaKey) => (await entriesOf(id, who)).map(({ type }) => type);
    expect(await types('privacy_officer')).toContain('WordsErased');
    expect(await types('analyst')).not.toContain('WordsErased');
  });

  it('can be erased in turn, where its reason repeats what it was to take', async () => {
    const id = await draft(api, 'T1', canary);
    const { id: entryId } = await entryOf(id, 'ProposalDrafted');
    const { entries } = await erase({ entryId, paths: ['/title'], reason: `It named ${canary}.` });
    expect(await tablesWith(canary)).toEqual(['entry_words']);
    await erase({ entryId: entries[0].id });
    expect(await tablesWith(canary)).toEqual([]);
  });
});

describe('In the directory', () => {
  const named = async (who: PersonaKey = 'administrator', type = 'PersonAdded'): Promise<Row[]> =>
    (await api.as(who).history({ stream: 'directory', types: [type] })).edges.map(({ node }) => node);

  it('a name is erased by an administrator, and everywhere a sentence stands for it', async () => {
    const { name, personId } = api.store.cast.members.analyst_2;
    const entry = (await named()).find(({ payload }) => payload.personId === personId)!;
    expect(await erase({ entryId: entry['id'] })).toMatchObject({ kind: 'NOT_FOUND' });
    expect(await erase({ entryId: entry['id'] }, 'auditor')).toMatchObject({ kind: 'DENIED' });
    const receipt = await erase({ entryId: entry['id'] }, 'administrator');
    expect(receipt).toMatchObject({ proposal: null, entries: [{ type: 'WordsErased', stream: 'directory' }] });
    expect(await tablesWith(name)).toEqual([]);
    const { edges } = await api.as('analyst').people();
    expect(edges.find(({ node }) => node['id'] === personId)!.node['displayName']).toBe(
      'Somebody whose name was erased',
    );
    expect(await erase({ entryId: entry['id'] }, 'administrator')).toMatchObject({ code: 'already-erased' });
  });

  it('so are an organisation’s name and a token’s label; the token opens what it opened', async () => {
    const added = await api.as('administrator').change('addOrganisation', { name: canary, kind: 'OTHER' });
    await erase({ entryId: added.entries[0]!['id'] }, 'administrator');
    const issued = await api.as('analyst').change('issueToken', { label: `For ${canary}` });
    await erase({ entryId: issued.entries[0]!['id'] }, 'administrator');
    expect(await tablesWith(canary)).toEqual([]);
    const { organisations } = await api.as('analyst').query('query { organisations { id name } }');
    const { name } = (organisations as Row[]).find(({ id }) => id === added.organisation!['id'])!;
    expect(name).toMatch(/^An organisation whose name was erased \(\w{12}\)$/);
    const { edges } = await api.withToken(issued.secret!).accessTokens();
    expect(edges.map(({ node }) => node['label'])).toContain('A token whose label was erased');
  });

  it('never one’s own', async () => {
    const { personId } = api.store.cast.members.administrator;
    const entry = (await named()).find(({ payload }) => payload.personId === personId)!;
    expect(await erase({ entryId: entry['id'] }, 'administrator')).toMatchObject({ code: 'separation-of-duties' });
  });

  it('what was added by a command that is sent again is answered as it stands', async () => {
    const input = { commandId: randomUUID(), name: `${canary} again`, kind: 'OTHER' };
    const send = () => api.as('administrator').raw('addOrganisation', input) as unknown as Promise<Row>;
    await erase({ entryId: (await send())['entries'][0].id }, 'administrator');
    expect(await send()).toMatchObject({ kind: 'CONFLICT', code: 'command-id-used' });
  });
});

describe('Where the list outside the database cannot be written', () => {
  it('nothing is erased', async () => {
    const id = await draft(api, 'T1', canary);
    const { id: entryId } = await entryOf(id, 'ProposalDrafted');
    const { dataSource, cast } = api.store;
    const circumstances = { commandId: randomUUID(), at: new Date().toISOString(), newId: () => randomUUID() };
    const actor = await api.store.actorOf(cast.members.privacy_officer);
    const list = erasureList(join(api.home, 'erasures.jsonl'));
    const request = { ...circumstances, actor, input: { entryId, ...why }, list };
    const digest = await api.digest();
    await expect(handleErasure(dataSource, request)).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await api.digest()).toBe(digest);
  });
});

describe('The application’s login', () => {
  const asApplication = (text: string, values: unknown[] = []): Promise<string> =>
    api.store.dataSource.query(text, values).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  const [notPermitted, restricted] = ['42501', '23001'];

  it('takes words in no other way than by an entry that names them, of its own stream and from before it', async () => {
    const id = await draft(api, 'T1', 'Kept');
    const { id: entryId } = await entryOf(id, 'ProposalDrafted');
    const stream = `proposal:${id}`;
    const digest = await api.digest();
    expect(await asApplication('delete from entry_words')).toBe(notPermitted);
    expect(await asApplication(`select erase_at($1, 1, array['/title'])`, [stream])).toBe(notPermitted);
    expect(await asApplication('select erase_words($1)', [entryId])).toBe(restricted);
    expect(await asApplication('select erase_words($1)', [randomUUID()])).toBe(restricted);
    expect(await api.digest()).toBe(digest);
  });

  it.each([
    ['of another stream', (own: Row) => ({ ...own, stream: 'directory', sequence: 1 })],
    ['of an entry after it', (own: Row) => ({ ...own, sequence: own['sequence'] + 5 })],
  ])('takes none %s', async (_, at) => {
    const id = await draft(api, 'T1', 'Kept');
    const forged = randomUUID();
    const [stream, sequence] = [`proposal:${id}`, 7];
    const erased = [{ ...at({ stream, sequence }), paths: ['', '/title'] }];
    const bytes = Buffer.from(JSON.stringify({ stream, sequence, type: 'WordsErased', payload: { erased } }));
    const { personId, organisationId } = api.store.cast.members.privacy_officer;
    await api.store.database.sql(
      `insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash, previous_hash)
        values ($1, $2, $3, 'WordsErased', $4, $5, 'privacy_officer', now(), $3, $6, sha256($6), sha256($6))`,
      [stream, sequence, forged, personId, organisationId, bytes],
    );
    expect(await asApplication('select erase_words($1)', [forged])).toBe(restricted);
  });
});
