// Hostile and mistaken input, field by field: each gets its Problem with the path, or a 4xx, and the database stays as it was.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  concern,
  openApi,
  submit,
  versioned,
  type OpenApi,
  type PersonaKey,
  type Problem,
  type Row,
} from '../harness/index.js';
import { dossierFields, fieldsOf, setAt, texts, type Field } from './bad-input.js';

let api: OpenApi;
/** In review, with a concern of partner A. */
let id: string;
let concernId: string;
beforeAll(async () => {
  api = await openApi();
  id = await submit(api, 'T3');
  concernId = await concern(api, id);
});
afterAll(() => api.close());

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = await api.digest();
  await work();
  expect(await api.digest()).toBe(before);
}

/** `who` sends an input that is valid but for one place. */
interface Asked {
  who: PersonaKey;
  mutation: string;
  input: Row;
}

const cases = (): Asked[] => [
  { who: 'analyst', mutation: 'draftProposal', input: { title: 'A title', dossier: wholeDossier() } },
  { who: 'analyst', mutation: 'reviseProposal', input: { proposalId: id, title: 'A title', dossier: wholeDossier() } },
  { who: 'analyst', mutation: 'submitProposal', input: { proposalId: id, message: 'Ready.' } },
  {
    who: 'partner_a',
    mutation: 'raiseConcern',
    input: { proposalId: id, statement: 'No.', severity: 'MINOR', about: ['CN-1'] },
  },
  {
    who: 'partner_a',
    mutation: 'proposeAlternative',
    input: { proposalId: id, description: 'Ask us.', rung: 1, note: 'Yes.' },
  },
  {
    who: 'engagement_lead',
    mutation: 'answerConcern',
    input: { proposalId: id, concernId, disposition: 'ACCEPTED', response: 'Yes.' },
  },
  {
    who: 'partner_a',
    mutation: 'settleConcern',
    input: { proposalId: id, concernId, outcome: 'WITHDRAWN', note: 'Fine.' },
  },
  {
    who: 'data_steward',
    mutation: 'giveSignOff',
    input: { proposalId: id, signOff: 'purpose', ...conditionalFinding() },
  },
  {
    who: 'data_steward',
    mutation: 'withdrawSignOff',
    input: { proposalId: id, signOff: 'purpose', reason: 'Told more.' },
  },
  { who: 'approver', mutation: 'recordDecision', input: { proposalId: id, ...declining() } },
  { who: 'privacy_officer', mutation: 'raiseTier', input: { proposalId: id, tier: 'T3', reason: 'Small suburb.' } },
  { who: 'approver', mutation: 'declareConflict', input: { proposalId: id, reason: 'My sister.' } },
  {
    who: 'analyst',
    mutation: 'meetCondition',
    input: { proposalId: id, conditionId: randomUUID(), evidence: 'Here.' },
  },
  {
    who: 'privacy_officer',
    mutation: 'markRelevance',
    input: { proposalId: id, questionId: 'CN-1', relevant: false, reason: 'No.' },
  },
  {
    who: 'analyst',
    mutation: 'handOverProposal',
    input: { proposalId: id, toPersonId: randomUUID(), reason: 'Moving.' },
  },
  { who: 'analyst', mutation: 'withdrawProposal', input: { proposalId: id, reason: 'No longer.' } },
  { who: 'approver', mutation: 'comment', input: { proposalId: id, body: 'Hello.', about: ['CN-1'] } },
  { who: 'approver', mutation: 'editComment', input: { proposalId: id, commentId: randomUUID(), body: 'Hello.' } },
  { who: 'analyst', mutation: 'invitePartners', input: { proposalId: id, organisationIds: [randomUUID()] } },
  { who: 'analyst', mutation: 'recordUrgentDisclosure', input: { title: 'Case 4417', record: { 'U-1': 'A child.' } } },
];

const conditionalFinding = () => ({
  ...{ finding: 'MET_WITH_CONDITIONS', rationale: 'With a promise.' },
  conditions: [{ statement: 'Do it.', precedent: false, owner: 'Lead', about: ['PM-1'] }],
});
const declining = () => ({
  ...{ outcome: 'DECLINED', reasons: 'No.', wouldChangeIt: 'Less of it.', overruled: [] },
  answers: [{ questionId: 'PR-10', value: 'Nothing.', evidence: ['A page.'] }],
});
const wholeDossier = () => structuredClone(dossierFields);

const refusal = (result: { __typename: string }): Problem => {
  expect(result).toMatchObject({ __typename: 'Problem' });
  return result as Problem;
};

describe.each(cases().map(({ mutation }, index) => [mutation, index] as const))('%s', (mutation, index) => {
  const asked = () => cases()[index]!;
  const tryWith = async (field: Field, value: string) => {
    const { who, input } = asked();
    return refusal(await api.as(who).tryTo(mutation, setAt(input, field.path, value)));
  };

  it('refuses control, bidi and NUL characters and lone surrogates in every text, naming the place', async () => {
    await changesNothing(async () => {
      for (const field of fieldsOf(asked().input))
        for (const poison of texts.poisons) {
          const { kind, path } = await tryWith(field, poison);
          expect([field.name, poison, kind, path?.some(each => field.says(each))]).toEqual([
            field.name,
            poison,
            'INVALID',
            true,
          ]);
        }
    });
  });

  it('refuses text that is too long or, where it is needed, blank', async () => {
    await changesNothing(async () => {
      for (const field of fieldsOf(asked().input)) {
        const { kind, path } = await tryWith(field, 'x'.repeat(field.longest + 1));
        expect([field.name, kind, path?.some(each => field.says(each))]).toEqual([field.name, 'INVALID', true]);
        if (!field.needed) continue;
        const blank = await tryWith(field, ' \n ');
        expect([field.name, blank.kind, blank.path?.some(each => field.says(each))]).toEqual([
          field.name,
          'INVALID',
          true,
        ]);
      }
    });
  });

  it('answers every version but today’s with a conflict, and an unknown proposal with NOT_FOUND', async () => {
    const { who, input } = asked();
    if (!('proposalId' in input)) return;
    await changesNothing(async () => {
      for (const unknown of [randomUUID(), 'no-uuid', 'xstate.done.actor.0', `proposal:${id}`, '']) {
        const told = refusal(await api.as(who).tryTo(mutation, { ...input, proposalId: unknown }));
        expect([unknown, told.kind]).toEqual([unknown, 'NOT_FOUND']);
      }
      if (!versioned.has(mutation)) return;
      for (const expectedVersion of [-1, 0, 3, 5, 2 ** 31 - 1]) {
        const told = refusal(await api.as(who).tryTo(mutation, { ...input, expectedVersion }));
        // Nobody withdraws what they did not give: that is said before the version is.
        const expected = mutation === 'withdrawSignOff' ? 'not-permitted' : 'stale-version';
        expect([expectedVersion, told.code]).toEqual([expectedVersion, expected]);
      }
    });
  });
});
