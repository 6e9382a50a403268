// Drafting, from nothing or from a copy.
import { describe, expect, it } from '@jest/globals';
import {
  alternative,
  answer,
  draftProposal,
  event,
  givenNothing,
  dataItem,
  inReview,
  person,
  proposalAfter,
  proposeAlternative,
  purpose,
  raw,
  t1,
  t2,
  t3,
} from '../../../../test/builders/index.js';

const asCopy = (copyOf: string, changes: object) => draftProposal(undefined, { dossier: null, copyOf, ...changes });

describe('draftProposal (rules: commands 1; facts and tier)', () => {
  it('lets an analyst draft for their own organisation', () => {
    const { proposal } = givenNothing()
      .when(draftProposal())
      .then(
        event('ProposalDrafted', {
          tier: 'T1',
          leadOrganisationId: 'lead',
          title: { text: 'Where home visits are missing' },
        }),
      );
    expect(proposal).toMatchObject({
      state: 'DRAFTING',
      version: 1,
      revision: 1,
      author: { personId: 'analyst', role: 'analyst' },
    });
  });

  it('needs no dossier: a title is enough to begin with', () => {
    const { proposal } = givenNothing()
      .when(raw('DraftProposal', 'analyst', { title: 'Only a title' }))
      .accepted();
    expect(proposal).toMatchObject({ state: 'DRAFTING', tier: 'T1', dossier: { purposes: [], facts: {} } });
  });

  it('takes a dossier given as null for one that is left out', () => {
    givenNothing()
      .when(raw('DraftProposal', 'analyst', { title: 'Only a title', dossier: null }))
      .accepted();
  });

  it.each([
    'data_steward',
    'privacy_officer',
    'security_officer',
    'engagement_lead',
    'approver',
    'partner_a',
    'auditor',
    'administrator',
  ] as const)('denies %s, who is no analyst', by => {
    givenNothing().when(draftProposal(t1(), { by })).refuses('DENIED', { code: 'not-permitted' });
  });

  it('denies an analyst of another organisation only', () => {
    const by = person('visitor', 'elsewhere', ['analyst', 'lead']);
    givenNothing().when(draftProposal(t1(), { by })).refuses('DENIED', { code: 'not-permitted' });
  });

  it('lets an analyst of another agency draft for that agency', () => {
    const { proposal } = givenNothing()
      .when(draftProposal(t1(), { by: 'outsider' }))
      .accepted();
    expect(proposal.leadOrganisationId).toBe('elsewhere');
  });

  it.each([
    ['T1', t1(), 'light'],
    ['T2', t2(), 'standard'],
    ['T3', t3(), 'heightened'],
  ])('pins the definition of tier %s that the facts call for', (tier, dossier, key) => {
    const { proposal } = givenNothing().when(draftProposal(dossier)).accepted();
    expect(proposal).toMatchObject({
      tier,
      workflow: { key, version: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(proposal.catalogue.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends facts of the urgent lane there', () => {
    const urgent = { facts: { urgentSafety: true, identifiability: 'identified' } };
    givenNothing().when(draftProposal(urgent)).refuses('BLOCKED', { code: 'use-urgent-lane' });
  });

  it.each(['bulk', 'recurring', 'fundingConditional'])('keeps the urgent lane closed to what is %s', fact => {
    const facts = { urgentSafety: true, identifiability: 'identified', [fact]: true };
    givenNothing().when(draftProposal({ facts })).accepted();
  });

  it('saves incomplete content', () => {
    givenNothing()
      .when(draftProposal({ summary: 'Not much yet.' }))
      .accepted();
  });

  it.each<[string, object, string[]]>([
    ['an unknown fact', { facts: { weather: true } }, ['facts.weather']],
    [
      'a fact of the wrong type',
      { facts: { usesLinkage: 'yes', populationSize: -1 } },
      ['facts.usesLinkage', 'facts.populationSize'],
    ],
    [
      'a data item for a purpose there is not',
      { purposes: [purpose()], dataItems: [dataItem('D-1', { purposeIds: ['P-9'] })] },
      ['dataItems.D-1.purposeIds'],
    ],
    ['the same id twice', { purposes: [purpose(), purpose()] }, ['purposes.P-1']],
    ['an answer of the wrong shape', { answers: [answer('PM-12', 'perhaps')] }, ['answers.PM-12']],
    ['an unknown question', { answers: [answer('XX-1')] }, ['answers.XX-1']],
    ['a computed question', { answers: [answer('PM-7')] }, ['answers.PM-7']],
  ])('is INVALID for %s', (_, dossier, path) => {
    givenNothing().when(draftProposal(dossier)).refuses('INVALID', { path });
  });

  it('is denied before it is INVALID by its content', () => {
    givenNothing()
      .when(draftProposal({ facts: { weather: true } }, { by: 'approver' }))
      .refuses('DENIED');
  });
});

describe('draftProposal with copyOf (rules: commands 1)', () => {
  const original = proposalAfter(inReview('T2'), proposeAlternative());

  it('copies the dossier, and lays what is given over it', () => {
    const dossier = { summary: 'A new summary.' };
    const { proposal } = givenNothing()
      .when(draftProposal(dossier, { copyOf: original.id, facts: { copyOf: original } }))
      .then(event('ProposalDrafted', { copyOf: original.id }));
    expect(proposal.dossier).toMatchObject({
      ...original.dossier,
      summary: { text: 'A new summary.' },
      alternatives: expect.any(Array),
    });
    expect(proposal).toMatchObject({ state: 'DRAFTING', tier: 'T2', partnerIds: [], version: 1 });
  });

  it('marks nothing in the copy as proposed by a partner', () => {
    const { proposal } = givenNothing()
      .when(asCopy(original.id, { facts: { copyOf: original } }))
      .accepted();
    expect(original.dossier.alternatives.filter(each => each.proposedByPartner)).toHaveLength(1);
    expect(proposal.dossier.alternatives).toHaveLength(3);
    expect(proposal.dossier.alternatives.some(each => each.proposedByPartner)).toBe(false);
  });

  it('lets the author drop in the copy what a partner proposed in the original', () => {
    const dossier = { alternatives: [alternative()] };
    const { proposal } = givenNothing()
      .when(draftProposal(dossier, { copyOf: original.id, facts: { copyOf: original } }))
      .accepted();
    expect(proposal.dossier.alternatives.map(({ id }) => id)).toEqual(['A-1']);
  });

  it('finds no proposal that one may not read, or that does not exist', () => {
    givenNothing()
      .when(asCopy(original.id, { facts: { copyOf: original }, by: 'outsider' }))
      .refuses('NOT_FOUND');
    givenNothing().when(asCopy('nowhere', {})).refuses('NOT_FOUND', { code: 'not-found' });
  });

  it('is not for partners, who read it in part only', () => {
    const by = person('partner_analyst', 'partner-a', 'analyst', 'partner');
    givenNothing()
      .when(asCopy(original.id, { facts: { copyOf: original }, by }))
      .refuses('NOT_FOUND');
  });
});
