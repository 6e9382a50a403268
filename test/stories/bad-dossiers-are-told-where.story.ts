// Dossiers and urgent records with a mistake in them: each is INVALID at the place that is wrong, and changes nothing.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, submit, type OpenApi, type PersonaKey, type Problem, type Row } from '../harness/index.js';

let api: OpenApi;
let id: string;
let before: string;
beforeAll(async () => {
  api = await openApi();
  id = await submit(api, 'T3');
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
const revise = (dossier: Row) => refused('analyst', 'reviseProposal', { dossier });

const item = { id: 'D-1', name: 'Visits', about: 'Families', identifiability: 'aggregate', purposeIds: ['P-1'] };
const purpose = { id: 'P-1', statement: 'Find out.' };
const risk = { id: 'K-1', title: 'Recognised', likelihood: 1, consequence: 1 };

describe('A dossier', () => {
  it.each<[string, Row, string[]]>([
    ['an unknown fact', { facts: { shoeSize: 4 } }, ['facts.shoeSize']],
    ['a fact of the wrong type', { facts: { bulk: 'yes' } }, ['facts.bulk']],
    ['a fact that is no option', { facts: { identifiability: 'xstate.init' } }, ['facts.identifiability']],
    ['a fractional population', { facts: { populationSize: 1.5 } }, ['facts.populationSize']],
    ['a negative population', { facts: { populationSize: -1 } }, ['facts.populationSize']],
    ['a fact called like an event', { facts: { 'xstate.done.actor.0': true } }, ['facts.xstate.done.actor.0']],
    ['a fact called constructor', { facts: { constructor: true } }, ['facts.constructor']],
    ['facts that are no object', { facts: ['bulk'] }, ['facts']],
    ['a missing purpose', { dataItems: [{ ...item, purposeIds: ['P-9'] }] }, ['dataItems.D-1.purposeIds']],
    [
      'a purpose that goes while an item needs it',
      { purposes: [{ ...purpose, id: 'P-2' }] },
      ['dataItems.D-1.purposeIds'],
    ],
    ['likelihood 6', { risks: [{ ...risk, likelihood: 6 }] }, ['risks.K-1.likelihood']],
    ['consequence 0', { risks: [{ ...risk, consequence: 0 }] }, ['risks.K-1.consequence']],
    ['a residual rating of 7', { risks: [{ ...risk, residualLikelihood: 7 }] }, ['risks.K-1.residualLikelihood']],
    ['rung 8', { alternatives: [{ id: 'A-1', description: 'Ask.', rung: 8 }] }, ['alternatives.A-1.rung']],
    ['rung -1', { alternatives: [{ id: 'A-1', description: 'Ask.', rung: -1 }] }, ['alternatives.A-1.rung']],
    ['an id twice', { purposes: [purpose, purpose] }, ['purposes.P-1']],
    [
      'an id that is a sentence',
      { purposes: [{ ...purpose, id: 'A whole sentence.' }] },
      ['purposes.A whole sentence..id'],
    ],
    [
      'an unknown identifiability',
      { dataItems: [{ ...item, identifiability: 'anonymous' }] },
      ['dataItems.D-1.identifiability'],
    ],
    ['an unknown question', { answers: [{ questionId: 'XX-1', value: 'Yes.' }] }, ['answers.XX-1']],
    [
      'a question like an event',
      { answers: [{ questionId: 'xstate.after.1', value: 'Yes.' }] },
      ['answers.xstate.after.1'],
    ],
    ['an answer of the wrong shape', { answers: [{ questionId: 'PM-12', value: 'perhaps' }] }, ['answers.PM-12']],
    ['a rung of 9', { answers: [{ questionId: 'PR-3', value: { 'P-1': 9 } }] }, ['answers.PR-3']],
    ['an answer to a computed question', { answers: [{ questionId: 'RK-4', value: 'yes' }] }, ['answers.RK-4']],
    ['an answer and a gap', { answers: [{ questionId: 'PM-1', value: 'Yes.', gap: 'No.' }] }, ['answers.PM-1']],
    ['neither answer nor gap', { answers: [{ questionId: 'PM-1' }] }, ['answers.PM-1']],
    ['a question answered twice', { answers: [answered('PM-1'), answered('PM-1')] }, ['answers.PM-1']],
    ['a purpose that is removed', { purposes: [] }, ['dataItems.D-1.purposeIds']],
  ])('with %s is INVALID there', async (_, dossier, path) => {
    expect(await revise(dossier)).toMatchObject({ kind: 'INVALID', path });
  });

  it('with a fact called __proto__ is refused, written as a variable and as a literal', async () => {
    const variables = `{ "id": "${id}", "facts": { "__proto__": true } }`;
    const text = (facts: string) => `query ($id: ID!${facts ? '' : ', $facts: JSON'}) { previewRevision(proposalId: $id,
      dossier: { facts: ${facts || '$facts'} }) { changedPaths } }`;
    const body = `{ "query": ${JSON.stringify(text(''))}, "variables": ${variables} }`;
    expect((await api.as('analyst').send(body)).status).toBe(400);
    expect(await sent('analyst', text('{ __proto__: true }'), { id })).toBe('400 GRAPHQL_VALIDATION_FAILED');
  });

  it('with several mistakes names each of them', async () => {
    const dossier = { facts: { shoeSize: 4, bulk: 'yes' }, answers: [answered('XX-1'), answered('XX-2')] };
    expect((await revise(dossier)).path).toEqual(['facts.shoeSize', 'facts.bulk', 'answers.XX-1', 'answers.XX-2']);
  });
});

function answered(questionId: string) {
  return { questionId, value: 'A full answer.' };
}

describe('An urgent record', () => {
  const record = (more: Row) =>
    refused('analyst', 'recordUrgentDisclosure', { title: 'Case 4417', record: more, proposalId: undefined });

  it('without U-1 to U-7 is INVALID at each of them', async () => {
    const all = Array.from({ length: 7 }, (_, index) => `U-${index + 1}`);
    expect((await record({})).path).toEqual(all);
    expect((await record({ 'U-1': 'A child.', 'U-2': ' ', 'U-3': 4, 'U-4': null })).path).toEqual(all.slice(1));
  });

  it('with a field that is none is INVALID there', async () => {
    expect((await record({ 'U-9': 'More.' })).path).toContain('U-9');
  });
});

it('facts of the urgent lane are no proposal', async () => {
  const dossier = { facts: { urgentSafety: true, identifiability: 'identified' } };
  const told = await api.as('analyst').refused('draftProposal', { title: 'A child in danger', dossier });
  expect(told).toMatchObject({ kind: 'BLOCKED', code: 'use-urgent-lane' });
  expect(await revise(dossier)).toMatchObject({ kind: 'BLOCKED', code: 'use-urgent-lane' });
});
