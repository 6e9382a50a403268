// progress: the chart of the pinned workflow with what is behind, where it stands, what is next and what holds it; and the workflows.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definitions } from '#governance';
import {
  awaitDecision,
  concern,
  decide,
  draft,
  openApi,
  personaKeys,
  sign,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { urgentRecord } from '../builders/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const fields = `progress { elapsedWorkingDays pausedWorkingDays targetWorkingDays
  nodes { state title status since elapsedWorkingDays column row }
  edges { from to event title possible blockers { code subject message } } }`;
const progressOf = async (id: string, who: PersonaKey = 'approver'): Promise<Row> =>
  (await api.as(who).query(`query ($id: ID!) { proposal(id: $id) { ${fields} } }`, { id }))['proposal'].progress;
const statusesOf = ({ nodes }: Row): Record<string, string> =>
  Object.fromEntries(nodes.map(({ state, status }: Row) => [state, status]));
const ways = ({ edges }: Row, from: string): Record<string, string[] | true> =>
  Object.fromEntries(
    edges
      .filter((edge: Row) => edge['from'] === from)
      .map(({ to, possible, blockers }: Row) => [to, possible || blockers.map(({ subject }: Row) => subject)]),
  );

describe('Where a proposal is', () => {
  it('a draft: review is next, and what is missing holds it', async () => {
    const id = await draft(api);
    const ready = await progressOf(id);
    expect(statusesOf(ready)).toEqual({
      ...{
        DRAFTING: 'HERE',
        IN_REVIEW: 'NEXT',
        AWAITING_DECISION: 'POSSIBLE',
        RETURNED: 'POSSIBLE',
        APPROVED: 'POSSIBLE',
      },
      ...{ APPROVED_WITH_CONDITIONS: 'POSSIBLE', DECLINED: 'POSSIBLE', REDIRECTED: 'POSSIBLE', WITHDRAWN: 'POSSIBLE' },
    });
    expect(ways(ready, 'DRAFTING')).toEqual({ IN_REVIEW: true, WITHDRAWN: true });
    expect(ready).toMatchObject({ elapsedWorkingDays: null, pausedWorkingDays: null, targetWorkingDays: 8 });
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { recipients: [] } });
    expect(ways(await progressOf(id), 'DRAFTING')).toEqual({ IN_REVIEW: ['recipients'], WITHDRAWN: true });
  });

  it('a review: its missing sign-offs and open concerns hold it, in words', async () => {
    const id = await submit(api, 'T2');
    await sign(api, id, 'purpose');
    const concernId = await concern(api, id);
    const here = await progressOf(id);
    const missing = ['proportionality', 'privacy_risk', 'consultation', 'transparency'].map(key => `signOff:${key}`);
    expect(ways(here, 'IN_REVIEW')).toEqual({
      ...{ AWAITING_DECISION: [...missing, `concern:${concernId}`], RETURNED: true, WITHDRAWN: true },
      ...{ DECLINED: true, REDIRECTED: true },
    });
    expect(statusesOf(here)).toMatchObject({ DRAFTING: 'DONE', IN_REVIEW: 'HERE', AWAITING_DECISION: 'NEXT' });
    expect(here).toMatchObject({ elapsedWorkingDays: 0, pausedWorkingDays: 0, targetWorkingDays: 15 });
  });

  it('what a sign-off found holds an approval; what can be said with it does not', async () => {
    const id = await submit(api, 'T1');
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality', 'NOT_MET');
    await sign(api, id, 'privacy_risk');
    const here = await progressOf(id);
    expect(statusesOf(here)).toMatchObject({
      APPROVED: 'NEXT',
      APPROVED_WITH_CONDITIONS: 'NEXT',
      DECLINED: 'POSSIBLE',
    });
    expect(ways(here, 'AWAITING_DECISION')).toMatchObject({
      ...{
        APPROVED: ['signOff:proportionality'],
        APPROVED_WITH_CONDITIONS: ['signOff:proportionality'],
        DECLINED: true,
      },
      IN_REVIEW: [],
    });
  });

  it('after a decision the rest is over, and a return is no end', async () => {
    const id = await awaitDecision(api, 'T1');
    await decide(api, id, 'RETURNED');
    const back = await progressOf(id);
    expect(statusesOf(back)).toMatchObject({
      RETURNED: 'HERE',
      IN_REVIEW: 'NEXT',
      AWAITING_DECISION: 'DONE',
      DRAFTING: 'DONE',
    });
    await api.as('analyst').do('submitProposal', { proposalId: id });
    await decide(api, id);
    const ended = await progressOf(id);
    expect(statusesOf(ended)).toEqual({
      ...{ DRAFTING: 'DONE', IN_REVIEW: 'DONE', AWAITING_DECISION: 'DONE', RETURNED: 'DONE', APPROVED: 'HERE' },
      ...{ APPROVED_WITH_CONDITIONS: 'OVER', DECLINED: 'OVER', REDIRECTED: 'OVER', WITHDRAWN: 'OVER' },
    });
    expect(ended['edges'].some(({ possible }: Row) => possible)).toBe(false);
  });

  it('an urgent disclosure has one state and no way', async () => {
    const { proposal } = await api
      .as('analyst')
      .do('recordUrgentDisclosure', { title: 'Case', record: urgentRecord() });
    const { nodes, edges } = await progressOf(proposal['id']);
    expect([nodes.length, nodes[0].status, edges]).toEqual([1, 'HERE', []]);
  });

  it('tells partners where it is, and nothing of what reviewers found', async () => {
    const id = await submit(api, 'T1');
    for (const key of ['purpose', 'privacy_risk', 'proportionality'])
      await sign(api, id, key, key === 'purpose' ? 'MET' : 'NOT_MET');
    const seen = await progressOf(id, 'partner_a');
    expect(statusesOf(seen)).toEqual(statusesOf(await progressOf(id)));
    expect(seen['edges'].flatMap(({ blockers }: Row) => blockers)).toEqual([]);
    expect(ways(seen, 'AWAITING_DECISION')).toMatchObject({ APPROVED: true, DECLINED: true });
  });

  it('tells the author of no concern among reviewers that holds it', async () => {
    const id = await submit(api, 'T1');
    const concernId = await concern(api, id, 'data_steward', { audience: 'REVIEWERS' });
    expect(JSON.stringify(await progressOf(id, 'analyst'))).not.toContain(concernId);
    expect(JSON.stringify(await progressOf(id, 'approver'))).toContain(concernId);
  });

  it('in the past stood as it stood, and nothing is possible there', async () => {
    const id = await awaitDecision(api, 'T1');
    const text = `query ($id: ID!) { proposalAsOf(id: $id, sequence: 1) { ${fields} } }`;
    const { progress } = (await api.as('auditor').query(text, { id }))['proposalAsOf'];
    expect(statusesOf(progress)).toMatchObject({ DRAFTING: 'HERE', IN_REVIEW: 'NEXT' });
    expect(progress.edges.some(({ possible, blockers }: Row) => possible || blockers.length > 0)).toBe(false);
  });

  it('is drawn without two states in one place, the same for everybody', async () => {
    const id = await submit(api, 'T2');
    const { nodes } = await progressOf(id);
    const places = nodes.map(({ column, row }: Row) => `${column} ${row}`);
    expect(new Set(places).size).toBe(nodes.length);
    const placed = Object.fromEntries(nodes.map(({ state, column, row }: Row) => [state, [column, row]]));
    expect(placed).toMatchObject({
      DRAFTING: [0, 0],
      IN_REVIEW: [1, 0],
      AWAITING_DECISION: [2, 0],
      RETURNED: [2, 1],
      APPROVED: [3, 0],
    });
  });
});

describe('The workflows', () => {
  const text = `query { workflows { key version digest tier isCurrent
    signOffs { key requiredRoles after questions restsOn } } }`;

  it('are the published definitions, for everybody', async () => {
    for (const who of personaKeys) {
      const { workflows } = await api.as(who).query(text);
      expect(workflows.map(({ key }: Row) => key)).toEqual(definitions.map(({ key }) => key));
    }
  });

  it('hold each question of a tier once, and rest on what the change table says', async () => {
    const { workflows } = await api.as('outsider').query(text);
    const [light, standard] = workflows;
    for (const { signOffs } of workflows) {
      const held = signOffs.flatMap(({ questions }: Row) => questions);
      expect(new Set(held).size).toBe(held.length);
    }
    const restsOn = (workflow: Row, key: string): string[] =>
      workflow['signOffs'].find((each: Row) => each['key'] === key).restsOn.toSorted();
    expect(restsOn(standard, 'purpose')).toEqual([
      ...['dataItems', 'facts.automatedDecision', 'facts.identifiability', 'facts.usesLinkage', 'purposes'],
    ]);
    expect(restsOn(standard, 'consultation')).toEqual([
      ...['facts.aboutChildren', 'facts.automatedDecision', 'facts.populationSize', 'facts.sensitiveService'],
      ...['purposes', 'recipients'],
    ]);
    expect(restsOn(light, 'privacy_risk')).toEqual(
      expect.arrayContaining(['recipients', 'risks', 'retention', 'transferRoute']),
    );
    expect(restsOn(standard, 'proportionality')).toContain('alternatives');
  });
});
