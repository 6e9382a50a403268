// Somebody takes a piece of work, another is told so, it is passed on and given back; it is in the proof, and the verifier knows who might.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { publishDefinitions } from '#store';
import {
  answer,
  awaitDecision,
  concern,
  countStatements,
  openApi,
  sign,
  signOffWords,
  submit,
  type Member,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { exportFiles, seal } from './evidence.js';
import { judged } from './judged.js';
import { keyPair, origin } from './log.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const risk = 'signOff:privacy_risk';
const personId = (who: PersonaKey): string => api.store.cast.members[who].personId;
const name = (who: PersonaKey): string => api.store.cast.members[who].name;
type Who = PersonaKey | Member;

const assign = (by: Who, proposalId: string, work: string, more: Row = {}) =>
  api.as(by).do('assignTask', { proposalId, work, ...more });
const take = (by: PersonaKey, proposalId: string, work: string) => assign(by, proposalId, work, { to: personId(by) });

const workQuery = `query { myWork(first: 100) { edges { node {
  work group isAssignable holder { person { displayName } by { displayName } note } candidates { displayName }
  proposal { id } } } } }`;
async function taskOf(who: Who, id: string, work: string): Promise<Row | undefined> {
  const { edges } = (await api.as(who).query(workQuery))['myWork'];
  return edges.map(({ node }: Row) => node).find((task: Row) => task['work'] === work && task['proposal'].id === id);
}
const heldBy = async (who: Who, id: string, work: string): Promise<string | null> => {
  const task = await taskOf(who, id, work);
  return task
    ? `${task['group'] === 'WAITING_ON_OTHERS' ? 'waits' : 'mine'}: ${task['holder']?.person.displayName}`
    : null;
};

describe('Taking a piece of work', () => {
  let id: string;
  beforeAll(async () => void (id = await submit(api)));

  it('is recorded with its reason, raises the version, and moves it to the others’ waiting', async () => {
    await sign(api, id, 'purpose');
    const before = (await api.as('auditor').read(id))!['version'] as number;
    const { proposal, entries } = await assign('privacy_officer', id, risk, {
      ...{ to: personId('privacy_officer'), note: 'I know the route.' },
    });
    expect(proposal['version']).toBe(before + 1);
    expect(entries.map(({ type, role }) => [type, role])).toEqual([['TaskAssigned', 'privacy_officer']]);
    expect(entries[0]!['payload']).toMatchObject({ work: risk, note: 'I know the route.' });
    expect(await heldBy('privacy_officer', id, risk)).toBe(`mine: ${name('privacy_officer')}`);
    for (const who of ['security_officer', 'privacy_officer_2', 'analyst'] as const)
      expect(await heldBy(who, id, risk)).toBe(`waits: ${name('privacy_officer')}`);
  });

  it('is a CONFLICT for the next one, who is told by name who has it', async () => {
    const input = { proposalId: id, work: risk, to: personId('security_officer') };
    const digest = await api.digest();
    const problem = await api.as('security_officer').refused('assignTask', input);
    expect(problem).toMatchObject({ kind: 'CONFLICT', code: 'already-taken' });
    expect(problem.message).toContain(`${name('privacy_officer')} has taken this.`);
    expect(problem.blockers.map(({ subject }) => subject)).toEqual([`person:${personId('privacy_officer')}`]);
    expect(await api.digest()).toEqual(digest);
  });

  it('is offered to those who may, and BLOCKED with the reason to others', async () => {
    const task = await taskOf('privacy_officer', id, risk);
    const may = [name('privacy_officer'), name('privacy_officer_2'), name('security_officer')].sort();
    expect(task!['candidates'].map(({ displayName }: Row) => displayName).sort()).toEqual(may);
    const blocked = await api
      .as('privacy_officer')
      .refused('assignTask', { proposalId: id, work: risk, to: personId('approver') });
    expect(blocked).toMatchObject({ kind: 'BLOCKED', code: 'not-theirs' });
    expect(blocked.message).toBe(
      'This person cannot be given it: the sign-off “Privacy risk” is given by a privacy officer or a security officer of the lead organisation.',
    );
    const unknown = { proposalId: id, work: risk, to: uuidv7() };
    expect(await api.as('privacy_officer').refused('assignTask', unknown)).toMatchObject({
      kind: 'INVALID',
      path: ['to'],
    });
  });

  it('is passed on, by whoever has it or names who has, and given back', async () => {
    await assign('privacy_officer', id, risk, { to: personId('security_officer'), note: 'Yours, please.' });
    expect(await heldBy('privacy_officer', id, risk)).toBe(`waits: ${name('security_officer')}`);
    expect((await taskOf('security_officer', id, risk))!['holder']).toEqual({
      person: { displayName: name('security_officer') },
      ...{ by: { displayName: name('privacy_officer') }, note: 'Yours, please.' },
    });
    await assign('privacy_officer', id, risk, { to: personId('privacy_officer'), from: personId('security_officer') });
    await assign('privacy_officer', id, risk);
    expect(await heldBy('security_officer', id, risk)).toBe('mine: undefined');
  });

  it('keeps nobody from doing it, and ends when it is done', async () => {
    await take('privacy_officer', id, risk);
    await api.as('security_officer').do('giveSignOff', { proposalId: id, ...signOffWords('privacy_risk') });
    expect(await taskOf('privacy_officer', id, risk)).toBeUndefined();
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { transferRoute: 'By hand.' } });
    expect(await heldBy('privacy_officer', id, risk)).toBe('mine: undefined');
  });
});

describe('Whoever has taken it', () => {
  it('has it no more when their role ends, and others are told so by nobody having it', async () => {
    const id = await submit(api);
    const { cast } = api.store;
    const officer = await cast.add({ name: 'Pania Officer', organisation: 'lead', roles: ['security_officer'] });
    await assign(officer, id, risk, { to: officer.personId });
    expect(await heldBy('security_officer', id, risk)).toBe('waits: Pania Officer');
    const [endsAt, { personId: of }] = [new Date().toISOString(), officer];
    await cast.change(
      officer.assignmentIds.map(assignmentId => ({ type: 'RoleEnded', assignmentId, personId: of, endsAt })),
    );
    expect(await heldBy('analyst', id, risk)).toBe('waits: undefined');
    await take('security_officer', id, risk);
  });

  it('is a role and an organisation to partners, who see no note; among themselves they take and pass on', async () => {
    const id = await awaitDecision(api);
    const concernId = await concern(api, id);
    const work = `concern:${concernId}`;
    await assign('engagement_lead', id, work, { to: personId('engagement_lead'), note: 'Between us.' });
    const holder = (await taskOf('partner_a', id, work))!['holder'];
    const hidden = { displayName: 'Engagement lead, Ministry for Community Wellbeing' };
    expect(holder).toEqual({ person: hidden, by: hidden, note: null });
    await answer(api, id, concernId);
    const colleague = await api.store.cast.add({ name: 'Tama Partner', organisation: 'partnerA', roles: ['partner'] });
    const own = await taskOf('partner_a', id, work);
    expect(own!['candidates'].map(({ displayName }: Row) => displayName).sort()).toEqual(
      [name('partner_a'), 'Tama Partner'].sort(),
    );
    await assign('partner_a', id, work, { to: colleague.personId, note: 'Please read it.' });
    expect((await taskOf('partner_a', id, work))!['holder']).toMatchObject({ note: 'Please read it.' });
    const outside = await api.as('partner_a').refused('assignTask', {
      ...{ proposalId: id, work, to: personId('data_steward'), from: colleague.personId },
    });
    expect(outside).toMatchObject({ kind: 'BLOCKED', code: 'not-theirs' });
    const say = `say:${api.store.cast.organisations.partnerB}`;
    await take('partner_b', id, say);
    expect(await heldBy('partner_b', id, say)).toBe(`mine: ${name('partner_b')}`);
    expect(await api.as('partner_a').refused('assignTask', { proposalId: id, work: say })).toMatchObject({
      kind: 'NOT_FOUND',
    });
  });
});

describe('All of it together', () => {
  it('is read in as many statements however much is taken', async () => {
    const counted = async (): Promise<string[]> =>
      (await countStatements(api.store.dataSource, () => api.as('privacy_officer').query(workQuery))).statements;
    const before = await counted();
    for (const title of ['One', 'Two', 'Three']) await take('privacy_officer', await submit(api, 'T1', title), risk);
    expect(await counted()).toEqual(before);
  });

  it('is shown with the proposal to whoever reads it, as far as it is theirs to see', async () => {
    const id = await submit(api, 'T2');
    await take('data_steward', id, 'signOff:purpose');
    await take('partner_a', id, `say:${api.store.cast.organisations.partnerA}`);
    const query = 'query ($id: ID!) { proposal(id: $id) { holdings { work kind person { displayName } } } }';
    const seen = async (who: PersonaKey): Promise<string[]> =>
      (await api.as(who).query(query, { id }))['proposal'].holdings.map(
        ({ kind, person }: Row) => `${kind} ${person.displayName}`,
      );
    const both = [`GIVE_SIGN_OFF ${name('data_steward')}`, `HAVE_YOUR_SAY ${name('partner_a')}`];
    expect(await seen('auditor')).toEqual(both);
    expect(await seen('analyst_2')).toEqual(both);
    expect(await seen('partner_a')).toEqual([both[1]]);
    expect(await seen('partner_b')).toEqual([]);
  });

  it('is said for the side that does it, by whoever belongs to several', async () => {
    const { organisations, add, change } = api.store.cast;
    const { partnerB, lead } = organisations;
    const kura = await add({ name: 'Kura Both', organisation: 'partnerA', roles: ['partner'] });
    const id = await submit(api, 'T2');
    const raised = { statement: 'Families will stop coming.', severity: 'SUBSTANTIAL', about: [] };
    const { entries } = await api.as(kura).do('raiseConcern', { proposalId: id, ...raised });
    const concernId = entries[0]!['payload'].concernId as string;
    await answer(api, id, concernId);
    const given = { type: 'RoleAssigned', personId: kura.personId, startsAt: new Date().toISOString() } as const;
    await change([
      { ...given, assignmentId: uuidv7(), organisationId: partnerB, role: 'partner' },
      { ...given, assignmentId: uuidv7(), organisationId: lead, role: 'approver' },
    ]);
    for (const work of [`say:${partnerB}`, `concern:${concernId}`]) {
      await assign(kura, id, work, { to: kura.personId });
      expect(await heldBy(kura, id, work)).toBe('mine: Kura Both');
    }
    const { candidates } = (await taskOf('partner_b', id, `say:${partnerB}`))!;
    expect(candidates.map(({ displayName }: Row) => displayName).sort()).toEqual(['Kura Both', name('partner_b')]);
  });

  it('is exported and verified clean', async () => {
    const [worker, log] = [await api.store.connect('assent_worker', 1), keyPair(origin)];
    await publishDefinitions(worker, { at: new Date().toISOString(), newId: () => uuidv7() });
    await worker.destroy();
    await seal(api, log, []);
    expect(await judged(await exportFiles(api), { log })).toMatchObject({
      verdict: 'clean',
      replayed: { withWords: true },
    });
  });
});
