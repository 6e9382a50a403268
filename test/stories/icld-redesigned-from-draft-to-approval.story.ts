// The public case of individual client-level data, redesigned as a study in a controlled setting, from draft to approval;
// and what the auditor reads of it at the end. The dossier is that of the case file.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  answer,
  concern,
  decide,
  openApi,
  sign,
  signOffWords,
  subjectsOf,
  type OpenApi,
  type Row,
} from '../harness/index.js';

const caseFile = JSON.parse(readFileSync('test/cases/icld-cf2.json', 'utf8')) as { dossier: Row };

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const inThirtyDays = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString();
const promise = { precedent: true, owner: 'Head of evaluation', dueAt: inThirtyDays };

describe('The ICLD redesign', () => {
  let id: string;
  let thin: string;
  let children: string;
  const read = async () => (await api.as('analyst').read(id))!;
  const statusOf = async () =>
    Object.fromEntries((await read())['signOffs'].map(({ key, status }: Row) => [key, status]));
  const conditionIds = async () => (await read())['conditions'].map((each: Row) => each['id'] as string);

  it('the analyst drafts it with names, and the facts make it tier T3', async () => {
    const dossier = { ...caseFile.dossier, facts: { ...caseFile.dossier['facts'], identifiability: 'identified' } };
    const { proposal } = await api.as('analyst').do('draftProposal', { title: 'Which programmes help', dossier });
    expect(proposal).toMatchObject({ state: 'DRAFTING', tier: 'T3', version: 1, revision: 1 });
    id = proposal['id'];
  });

  it('names are dropped in the draft, and the tier falls to T2', async () => {
    const { facts } = caseFile.dossier;
    const { proposal, entries } = await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { facts } });
    expect(proposal).toMatchObject({ state: 'DRAFTING', tier: 'T2', version: 2, revision: 2 });
    expect(entries.map(({ type }) => type)).toEqual(['ProposalRevised', 'TierChanged', 'WorkflowPinned']);
  });

  it('both partners are invited, and see it only once it is submitted', async () => {
    const { partnerA, partnerB } = api.store.cast.organisations;
    await api.as('analyst').do('invitePartners', { proposalId: id, organisationIds: [partnerA, partnerB] });
    expect(await api.as('partner_a').read(id)).toBeNull();
    const { proposal } = await api
      .as('analyst')
      .do('submitProposal', { proposalId: id, message: 'Designed together.' });
    expect(proposal['state']).toBe('IN_REVIEW');
    expect(await api.as('partner_a').read(id)).toMatchObject({ state: 'IN_REVIEW' });
  });

  it('the partners raise what worries them', async () => {
    thin = await concern(api, id, 'partner_a', { statement: 'Small towns can be recognised.', severity: 'MODERATE' });
    children = await concern(api, id, 'partner_b', { statement: 'Children cannot choose.', about: ['PR-13'] });
    expect((await read())['concerns'].totalCount).toBe(2);
  });

  it('nobody judges risk before the purpose', async () => {
    const early = { proposalId: id, ...signOffWords('proportionality') };
    expect(subjectsOf(await api.as('privacy_officer').refused('giveSignOff', early))).toContain('signOff:purpose');
  });

  it('purpose and proportionality are met, by two people', async () => {
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality');
    expect(await statusOf()).toMatchObject({ purpose: 'GIVEN', proportionality: 'GIVEN', consultation: 'PENDING' });
  });

  it('risk is met only with a promise that is kept before any supply', async () => {
    const asked = { proposalId: id, ...signOffWords('privacy_risk', 'MET_WITH_CONDITIONS') };
    const security = api.as('security_officer');
    expect(subjectsOf(await security.refused('giveSignOff', { ...asked, finding: 'MET' }))).toEqual(['RK-10']);
    const conditions = [{ ...promise, statement: 'The second test is passed.', about: ['RK-10'] }];
    const late = [{ ...conditions[0], precedent: false }];
    expect(subjectsOf(await security.refused('giveSignOff', { ...asked, conditions: late }))).toEqual(['RK-10']);
    await security.do('giveSignOff', { ...asked, conditions });
  });

  it('consultation waits for every answer, also one that does not agree', async () => {
    const met = { proposalId: id, ...signOffWords('consultation') };
    expect(subjectsOf(await api.as('engagement_lead').refused('giveSignOff', met))).toEqual(['CN-5']);
    await answer(api, id, thin, 'ACCEPTED');
    await answer(api, id, children, 'NOT_ACCEPTED');
    await sign(api, id, 'consultation');
    await sign(api, id, 'transparency');
    expect(await read()).toMatchObject({ state: 'AWAITING_DECISION' });
  });

  it('a partner proposes a gentler way, and proportionality has to be judged again', async () => {
    const words = { description: 'Ask a sample of families, with their consent.', rung: 2 };
    const { proposal } = await api.as('partner_a').do('proposeAlternative', { proposalId: id, ...words });
    expect(proposal).toMatchObject({ state: 'IN_REVIEW', revision: 3 });
    expect(await statusOf()).toMatchObject({ proportionality: 'STALE', purpose: 'GIVEN', privacy_risk: 'GIVEN' });
  });

  it('the author says why not, and proportionality is given again', async () => {
    const alternatives = (await read())['dossier'].alternatives.map(({ proposedByPartner, ...each }: Row) =>
      proposedByPartner ? { ...each, whyNot: 'Those who left would be missing.' } : each,
    );
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { alternatives } });
    await sign(api, id, 'proportionality');
    expect(await read()).toMatchObject({ state: 'AWAITING_DECISION', revision: 4 });
  });

  it('a plain approval is refused with exactly what stands against it', async () => {
    const plain = { proposalId: id, outcome: 'APPROVED', reasons: 'As weighed.' };
    const told = await api.as('approver').refused('recordDecision', plain);
    expect(subjectsOf(told)).toEqual([`concern:${children}`, 'signOff:privacy_risk']);
  });

  it('it is approved with conditions, with the dissent overruled by name', async () => {
    const conditions = [
      { ...promise, statement: 'Results go back to the providers.', precedent: false, about: ['CN-12'] },
    ];
    const { proposal } = await decide(api, id, 'APPROVED_WITH_CONDITIONS', { overruled: [children], conditions });
    expect(proposal).toMatchObject({ state: 'APPROVED_WITH_CONDITIONS' });
    expect(await read()).toMatchObject({
      decision: { overruled: [children] },
      conditions: [{ metAt: null }, { metAt: null }],
    });
  });

  it('a condition is met only when somebody else confirms the evidence', async () => {
    const [first] = await conditionIds();
    const input = { proposalId: id, conditionId: first, evidence: 'The report of the second test.' };
    const early = await api.as('privacy_officer').refused('meetCondition', input);
    expect(early).toMatchObject({ kind: 'BLOCKED', code: 'no-evidence' });
    await api.as('analyst').do('meetCondition', input);
    expect((await read())['conditions'][0]).toMatchObject({ metAt: null, evidence: input.evidence });
    await api.as('privacy_officer').do('meetCondition', input);
    expect((await read())['conditions'][0].metAt).toEqual(expect.any(String));
  });

  it('the auditor reads the whole history: gapless, chained, who in which role, and what happened', async () => {
    const entries = await api.as('auditor').historyOf(id);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      null,
      ...entries.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(entries.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash as string))).toBe(true);
    expect(entries.map(({ type, role }) => `${type} ${role}`)).toEqual([
      'ProposalDrafted analyst',
      ...['ProposalRevised analyst', 'TierChanged analyst', 'WorkflowPinned analyst'],
      ...['PartnersInvited analyst', 'ProposalSubmitted analyst', 'ConcernRaised partner', 'ConcernRaised partner'],
      ...['SignOffGiven data_steward', 'SignOffGiven privacy_officer', 'SignOffGiven security_officer'],
      ...['ConcernAnswered engagement_lead', 'ConcernAnswered engagement_lead', 'SignOffGiven engagement_lead'],
      ...['SignOffGiven privacy_officer', 'AlternativeProposed partner', 'SignOffMadeStale partner'],
      ...['ProposalRevised analyst', 'SignOffGiven privacy_officer', 'DecisionRecorded approver'],
      ...['ConditionEvidenced analyst', 'ConditionMet privacy_officer'],
    ]);
  });

  it('words, reasons and commitments are in the payloads', async () => {
    const entries = await api.as('auditor').historyOf(id);
    const decision = entries.find(({ type }) => type === 'DecisionRecorded')!['payload'];
    expect(decision).toMatchObject({
      outcome: 'APPROVED_WITH_CONDITIONS',
      reasons: 'As weighed.',
      overruled: [children],
    });
    expect(decision).toMatchObject({
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      content: expect.any(String),
    });
    const raised = entries.find(({ type }) => type === 'ConcernRaised')!;
    expect(raised).toMatchObject({
      actor: { displayName: 'Anahera Quill' },
      payload: { statement: 'Small towns can be recognised.' },
    });
  });
});
