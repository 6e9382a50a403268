// The machine asked for single steps, the register of definitions, and the fold; the whole walk is in test/model.
import { describe, expect, it } from '@jest/globals';
import {
  awaitingDecision,
  concernRaised,
  drafted,
  hallAfter,
  inReview,
  proposalAfter,
  submitted,
} from '../../test/builders/index.js';
import { can, definitionOf, standingOfProposal, step } from './machine.js';
import { evolve } from './proposal/evolve.js';
import type { Proposal } from './proposal/proposal.js';
import { catalogue } from './catalogue/index.js';
import { signOffKeys } from './vocabulary/index.js';
import { definitions, definitionForTier, getDefinition, holderOf, holderOfQuestion, pinOf } from './workflows/index.js';

describe('the machine asked for one step (rules: commands 8)', () => {
  const draft = proposalAfter(drafted());

  it('knows what is possible now', () => {
    const definition = definitionOf(draft);
    expect(
      ['SubmitProposal', 'ReviseProposal', 'Comment', 'WithdrawProposal'].map(event => can(definition, draft, event)),
    ).toEqual([true, true, true, true]);
    expect(
      ['GiveSignOff', 'RecordDecision.APPROVED', 'RaiseConcern', 'MeetCondition', ''].map(event =>
        can(definition, draft, event),
      ),
    ).toEqual([false, false, false, false, false]);
  });

  it('opens approval in AWAITING_DECISION only', () => {
    const [review, ready] = [proposalAfter(submitted()), proposalAfter(awaitingDecision())];
    const asked = (proposal: Proposal) =>
      ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED'].map(outcome =>
        can(definitionOf(proposal), proposal, `RecordDecision.${outcome}`),
      );
    expect(asked(review)).toEqual([false, false, true]);
    expect(asked(ready)).toEqual([true, true, true]);
  });

  it('leaves all as it is by an event that is not possible', () => {
    const standing = standingOfProposal(draft);
    expect(step(definitionOf(draft), standing, 'RecordDecision.APPROVED').state).toBe('DRAFTING');
  });

  it('counts open concerns', () => {
    expect(standingOfProposal(proposalAfter(inReview(), concernRaised())).openConcerns).toBe(1);
  });
});

describe('the register of definitions (rules: facts and tier)', () => {
  it('has one for each tier, each with its own key and digest', () => {
    expect(definitions.map(({ tier }) => tier)).toEqual(['T1', 'T2', 'T3', 'U']);
    expect(new Set(definitions.map(definition => pinOf(definition).digest)).size).toBe(definitions.length);
  });

  it('finds a pinned definition, and throws when it was altered or is unknown', () => {
    const pin = pinOf(definitionForTier('T2'));
    expect(getDefinition(pin)).toBe(definitionForTier('T2'));
    expect(() => getDefinition({ ...pin, digest: '0'.repeat(64) })).toThrow('not in the register as it was pinned');
    expect(() => getDefinition({ ...pin, version: 9 })).toThrow('not in the register');
  });
});

describe('privacy_risk, where the tier lacks a sign-off (rules: facts and tier; commands 10)', () => {
  const held = (tier: 'T1' | 'T2') =>
    ['PM-1', 'PR-3', 'RK-2', 'CN-1', 'CN-5', 'CN-7', 'TC-1', 'TC-11'].map(id =>
      holderOfQuestion(definitionForTier(tier), catalogue.questions.get(id)!),
    );

  it('is read for consultation and transparency at T1, and for nothing else', () => {
    const holders = (tier: 'T1' | 'T3') => signOffKeys.map(key => holderOf(definitionForTier(tier), key));
    expect(holders('T1')).toEqual(['purpose', 'proportionality', 'privacy_risk', 'privacy_risk', 'privacy_risk']);
    expect(holders('T3')).toEqual(signOffKeys);
  });

  it('holds their questions at T1', () => {
    expect(held('T1')).toEqual(['purpose', 'proportionality', ...Array<string>(6).fill('privacy_risk')]);
    expect(held('T2').slice(3)).toEqual([
      'consultation',
      'consultation',
      'consultation',
      'transparency',
      'transparency',
    ]);
  });
});

describe('the fold of a history', () => {
  it('makes the same proposal again', () => {
    const { history, proposal } = hallAfter(awaitingDecision('T3'), concernRaised());
    expect(history.reduce<Proposal | undefined>(evolve, undefined)).toEqual(proposal);
  });

  it('survives the way through JSON', () => {
    const { history, proposal } = hallAfter(awaitingDecision('T2'));
    const stored = JSON.parse(JSON.stringify(history)) as typeof history;
    expect(stored.reduce<Proposal | undefined>(evolve, undefined)).toEqual(JSON.parse(JSON.stringify(proposal)));
  });

  it('changes no proposal that was there before', () => {
    const { history } = hallAfter(awaitingDecision(), concernRaised());
    let proposal: Proposal | undefined;
    for (const event of history) {
      const before = JSON.stringify(proposal);
      const next = evolve(proposal, event);
      expect(JSON.stringify(proposal)).toBe(before);
      proposal = next;
    }
  });

  it('cannot begin in the middle', () => {
    const { history } = hallAfter(submitted());
    expect(() => evolve(undefined, history[1]!)).toThrow('A history cannot begin with ProposalSubmitted.');
  });
});
