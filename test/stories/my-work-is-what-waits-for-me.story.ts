// myWork: what each person can do now, by its last day, and what of theirs waits on others; no more than they may, and nothing left out.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, dayOf, targetCalendar } from '#governance';
import {
  answer,
  awaitDecision,
  concern,
  countStatements,
  decide,
  draft,
  openApi,
  personaKeys,
  sign,
  submit,
  travel,
  travellerIn,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { condition } from '../builders/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const taskFields = `{ id kind group subject why changedPaths since dueOn workingDaysLeft
  proposal { id reference title state availableCommands { command allowed } } waitsFor { id displayName } }`;
const workQuery = `query ($first: Int, $after: String) { myWork(first: $first, after: $after) {
  totalCount counts { overdue thisWeek later waitingOnOthers }
  edges { cursor node ${taskFields} } pageInfo { hasNextPage endCursor } } }`;

const workOf = async (who: PersonaKey, page: object = { first: 100 }): Promise<Row> =>
  (await api.as(who).query(workQuery, page))['myWork'];
const tasksOf = async (who: PersonaKey): Promise<Row[]> =>
  (await workOf(who))['edges'].map(({ node }: { node: Row }) => node);

/** `KIND subject`, in brackets where it waits on others. */
const told = ({ kind, subject, group }: Row): string => {
  const words = [kind, String(subject ?? '').replace(/:[0-9a-f-]{36}$/, '')].filter(Boolean).join(' ');
  return group === 'WAITING_ON_OTHERS' ? `(${words})` : words;
};
async function tasksOn(id: string): Promise<Partial<Record<PersonaKey, string[]>>> {
  const found: Partial<Record<PersonaKey, string[]>> = {};
  for (const who of personaKeys) {
    const mine = (await tasksOf(who)).filter(({ proposal }) => proposal.id === id).map(told);
    if (mine.length > 0) found[who] = mine.sort();
  }
  return found;
}

const inDays = (moment: string, days: number): string => addWorkingDays(targetCalendar, dayOf(moment), days)!;

describe('What waits for whom', () => {
  it('a draft is its author’s to finish, and to hand in once nothing is missing', async () => {
    const id = await draft(api);
    expect(await tasksOn(id)).toEqual({ analyst: ['SUBMIT'] });
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { recipients: [] } });
    expect(await tasksOn(id)).toEqual({ analyst: ['REVISE'] });
    const [task] = (await tasksOf('analyst')).filter(({ proposal }) => proposal.id === id);
    expect(task).toMatchObject({ dueOn: null, workingDaysLeft: null, group: 'LATER' });
  });

  it('a review is its signers’, in their order, and its author and partners know on whom it waits', async () => {
    const id = await submit(api, 'T1');
    const later = ['(GIVE_SIGN_OFF signOff:privacy_risk)', '(GIVE_SIGN_OFF signOff:proportionality)'];
    expect(await tasksOn(id)).toEqual({
      analyst: [
        '(GIVE_SIGN_OFF signOff:privacy_risk)',
        '(GIVE_SIGN_OFF signOff:proportionality)',
        '(GIVE_SIGN_OFF signOff:purpose)',
      ],
      data_steward: ['GIVE_SIGN_OFF signOff:purpose'],
      privacy_officer: later,
      privacy_officer_2: later,
      security_officer: ['(GIVE_SIGN_OFF signOff:privacy_risk)'],
      partner_a: ['HAVE_YOUR_SAY'],
      partner_b: ['HAVE_YOUR_SAY'],
    });
    const [held] = (await tasksOf('security_officer')).filter(({ proposal }) => proposal.id === id);
    expect(held!['waitsFor'].map(({ displayName }: Row) => displayName)).toEqual(['Ruth Calder']);
    expect(held!['why']).toBe('The sign-off “Privacy risk” can be met only after “Purpose”.');
    await sign(api, id, 'purpose');
    expect((await tasksOn(id)).security_officer).toEqual(['GIVE_SIGN_OFF signOff:privacy_risk']);
    await sign(api, id, 'proportionality');
    await sign(api, id, 'privacy_risk');
    expect(await tasksOn(id)).toMatchObject({ approver: ['DECIDE'], analyst: ['(DECIDE)'] });
    await decide(api, id);
    expect(await tasksOn(id)).toEqual({});
  });

  it('has its last day by tier, counted in working days from when it began to wait', async () => {
    const id = await submit(api, 'T2');
    const [task] = (await tasksOf('data_steward')).filter(({ proposal }) => proposal.id === id);
    const read = (await api.as('auditor').read(id))!;
    expect(task).toMatchObject({ since: read['updatedAt'], dueOn: inDays(read['updatedAt'], 10), workingDaysLeft: 10 });
    const [say] = (await tasksOf('partner_a')).filter(({ proposal }) => proposal.id === id);
    expect(say).toMatchObject({ kind: 'HAVE_YOUR_SAY', dueOn: inDays(read['updatedAt'], 15) });
    const days = `query ($id: ID!) { proposal(id: $id) { dueOn sayBy } }`;
    expect((await api.as('partner_a').query(days, { id }))['proposal']).toEqual({
      dueOn: task!['dueOn'],
      sayBy: say!['dueOn'],
    });
  });

  it('what went stale is to be given again, with the places that changed', async () => {
    const id = await awaitDecision(api, 'T1');
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { retention: 'Seven years.' } });
    expect(await tasksOn(id)).toMatchObject({
      privacy_officer: ['GIVE_AGAIN signOff:privacy_risk', 'GIVE_AGAIN signOff:proportionality'],
      privacy_officer_2: ['GIVE_AGAIN signOff:privacy_risk', 'GIVE_AGAIN signOff:proportionality'],
      security_officer: ['GIVE_AGAIN signOff:privacy_risk'],
    });
    const [task] = (await tasksOf('security_officer')).filter(({ proposal }) => proposal.id === id);
    expect(task).toMatchObject({ changedPaths: ['retention'] });
    expect(task!['why']).toBe(
      'How long the data are kept changed since the sign-off “Privacy risk” was given on revision 1.',
    );
  });

  it('a concern is answered, settled, and waits for the other side meanwhile', async () => {
    const id = await awaitDecision(api, 'T1');
    const concernId = await concern(api, id);
    expect(await tasksOn(id)).toEqual({
      analyst: ['ANSWER_CONCERN concern'],
      engagement_lead: ['ANSWER_CONCERN concern'],
      partner_a: ['(ANSWER_CONCERN concern)'],
      partner_b: ['HAVE_YOUR_SAY'],
    });
    const [waiting] = (await tasksOf('partner_a')).filter(({ proposal }) => proposal.id === id);
    expect(waiting!['waitsFor'].map(({ displayName }: Row) => displayName).sort()).toEqual([
      'Analyst, Ministry for Community Wellbeing',
      'Engagement lead, Ministry for Community Wellbeing',
    ]);
    await answer(api, id, concernId);
    expect((await tasksOn(id)).partner_a).toEqual(['SETTLE_CONCERN concern']);
  });

  it('a concern among reviewers is no task of the author’s, and holds up nobody who may not see it', async () => {
    const id = await awaitDecision(api, 'T1');
    await concern(api, id, 'data_steward', { audience: 'REVIEWERS' });
    expect(await tasksOn(id)).toEqual({
      data_steward: ['(ANSWER_CONCERN concern)'],
      engagement_lead: ['ANSWER_CONCERN concern'],
      ...{ partner_a: ['HAVE_YOUR_SAY'], partner_b: ['HAVE_YOUR_SAY'] },
    });
  });

  it('a condition is met by its author and confirmed by somebody else, by its own date', async () => {
    const id = await awaitDecision(api, 'T1');
    await decide(api, id, 'APPROVED_WITH_CONDITIONS', { conditions: [condition(['RK-2'])] });
    expect(await tasksOn(id)).toEqual({ analyst: ['MEET_CONDITION condition'] });
    const [task] = (await tasksOf('analyst')).filter(({ proposal }) => proposal.id === id);
    expect(task).toMatchObject({ dueOn: '2026-06-30', group: 'OVERDUE' });
    const conditionId = (task!['subject'] as string).slice('condition:'.length);
    await api.as('analyst').do('meetCondition', { proposalId: id, conditionId, evidence: 'See the page.' });
    const confirm = ['CONFIRM_CONDITION condition'];
    expect(await tasksOn(id)).toEqual({
      analyst: ['(CONFIRM_CONDITION condition)'],
      ...{ privacy_officer: confirm, privacy_officer_2: confirm },
    });
  });

  it('a partner who has said anything is not asked again', async () => {
    const id = await submit(api, 'T1');
    await api.as('partner_a').do('comment', { proposalId: id, body: 'We read it.', audience: 'PARTNERS' });
    expect((await tasksOn(id)).partner_a).toBeUndefined();
    expect((await tasksOn(id)).partner_b).toEqual(['HAVE_YOUR_SAY']);
  });
});

const commands: Record<string, string[]> = {
  ...{
    REVISE: ['reviseProposal'],
    SUBMIT: ['submitProposal'],
    GIVE_SIGN_OFF: ['giveSignOff'],
    GIVE_AGAIN: ['giveSignOff'],
  },
  ...{ ANSWER_CONCERN: ['answerConcern'], SETTLE_CONCERN: ['settleConcern'], DECIDE: ['recordDecision'] },
  ...{ MEET_CONDITION: ['meetCondition'], CONFIRM_CONDITION: ['meetCondition'], HAVE_YOUR_SAY: ['raiseConcern'] },
};

describe('All that there is', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    const traveller = await travellerIn(api.store);
    for (const seed of [11, 12, 13, 14]) ids.push(...(await travel(api.store, traveller, seed, 60)));
  });

  it('is a command that is allowed, for every task that waits on nobody else', async () => {
    for (const who of personaKeys)
      for (const { kind, group, proposal } of await tasksOf(who)) {
        if (group === 'WAITING_ON_OTHERS') continue;
        const allowed = proposal.availableCommands
          .filter((each: Row) => each['allowed'])
          .map((each: Row) => each['command']);
        expect([who, kind, proposal.reference, allowed.includes(commands[kind]![0])]).toEqual([
          who,
          kind,
          proposal.reference,
          true,
        ]);
      }
  });

  it('is the same on each proposal and over all of them, so the narrow question asked of the database leaves nothing out', async () => {
    const all = await api.store.database.sql('select id from proposal');
    const query = 'query ($id: ID!) { proposal(id: $id) { myTasks { id group kind } } }';
    const groups = new Set<string>();
    let count = 0;
    for (const who of personaKeys) {
      const single: Row[] = [];
      for (const { id } of all) single.push(...((await api.as(who).query(query, { id }))['proposal']?.myTasks ?? []));
      const listed = (await tasksOf(who)).map(({ id, group, kind }) => ({ id, group, kind }));
      const sorted = (tasks: Row[]): Row[] => tasks.sort((a, b) => (a['id'] < b['id'] ? -1 : 1));
      expect([who, sorted(listed)]).toEqual([who, sorted(single)]);
      count += single.length;
      for (const { group } of single) groups.add(group as string);
    }
    expect(count).toBeGreaterThan(40);
    expect(groups.size).toBeGreaterThanOrEqual(3);
  });

  it.each([1, 3, 7])('comes in pages of %d, each task once, in one order, and is counted', async first => {
    for (const who of ['analyst', 'privacy_officer', 'partner_a'] as const) {
      const whole = await workOf(who);
      const ids: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page = await workOf(who, { first, after });
        ids.push(...page['edges'].map(({ node }: { node: Row }) => node.id));
        if (!page['pageInfo'].hasNextPage) break;
        after = page['pageInfo'].endCursor;
      }
      expect(ids).toEqual(whole['edges'].map(({ node }: { node: Row }) => node.id));
      expect(Object.values(whole['counts'] as Record<string, number>).reduce((a, b) => a + b)).toBe(
        whole['totalCount'],
      );
      expect(new Set(ids).size).toBe(whole['totalCount']);
    }
  });

  it('takes the same few statements, however many tasks there are', async () => {
    const { statements } = await countStatements(api.store.dataSource, () => workOf('privacy_officer'));
    // Who holds which role is asked once, both for who has taken anything and for who could do what.
    const found = ['work-candidates', 'happenings-of-clock', 'holders-of-roles'];
    expect(statements).toEqual(['authenticate', ...found, 'proposals-by-id', 'people-by-id']);
  });

  it('refuses a cursor of another list, and a page that is none', async () => {
    const bad = await api.as('analyst').send({ query: workQuery, variables: { first: 1, after: 'WyJ4Il0' } });
    expect([bad.status, bad.body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    const none = await api.as('analyst').send({ query: workQuery, variables: { first: 0 } });
    expect(none.status).toBe(400);
  });
});
