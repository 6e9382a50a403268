import { describe, expect, it } from '@jest/globals';
import { concernActs, weightOf, type Onlooker, type StandingConcern } from './concern-acts.js';

const concern = (more: Partial<StandingConcern> = {}): StandingConcern => ({
  ...{ status: 'OPEN', audience: 'PARTIES', severity: 'SUBSTANTIAL', disposition: null },
  ...{ raisedBy: { id: 'anahera' }, organisation: { id: 'trust' } },
  ...more,
});
const onlooker = (more: Partial<Onlooker> = {}): Onlooker => ({
  ...{ id: 'hana', organisationId: 'ministry', isPartner: false, mayAnswer: false },
  ...more,
});
const raiser = onlooker({ id: 'anahera', organisationId: 'trust', isPartner: true });
const colleague = onlooker({ id: 'tane', organisationId: 'trust', isPartner: true });

describe('A concern', () => {
  it('is answered by whoever may, until it is closed', () => {
    const author = onlooker({ mayAnswer: true });
    expect(concernActs(concern(), author)).toEqual({ answer: true, outcomes: [], waitsFor: 'answer' });
    expect(concernActs(concern({ status: 'DISPUTED' }), author).answer).toBe(true);
    expect(concernActs(concern({ status: 'SETTLED' }), author).answer).toBe(false);
  });

  it('gets its last word from its raiser, or from a colleague in the same partner', () => {
    const answered = concern({ status: 'ANSWERED' });
    expect(concernActs(answered, raiser).outcomes).toEqual(['SETTLED', 'DISPUTED', 'WITHDRAWN']);
    expect(concernActs(answered, colleague).outcomes).toHaveLength(3);
    expect(concernActs(answered, onlooker()).outcomes).toEqual([]);
    expect(concernActs(concern(), raiser).outcomes).toEqual(['WITHDRAWN']);
    expect(concernActs(concern({ status: 'WITHDRAWN' }), raiser).outcomes).toEqual([]);
  });

  it('says for whom it waits', () => {
    const waits = (more: Partial<StandingConcern>) => concernActs(concern(more), onlooker()).waitsFor;
    expect(waits({ audience: 'REVIEWERS' })).toBe('lead');
    expect([waits({ status: 'ANSWERED' }), waits({ status: 'DISPUTED' })]).toEqual(['raiser', 'nobody']);
  });
});

describe('What a concern does to the decision', () => {
  it.each([
    ['holds', {}],
    ['named', { status: 'DISPUTED', severity: 'MINOR' }],
    ['named', { status: 'ANSWERED', disposition: 'NOT_ACCEPTED' }],
    ['nothing', { status: 'ANSWERED', disposition: 'PARTLY_ACCEPTED' }],
    ['nothing', { status: 'ANSWERED', disposition: 'NOT_ACCEPTED', severity: 'MODERATE' }],
    ['nothing', { status: 'SETTLED' }],
  ] as const)('is: %s', (weight, more) => expect(weightOf(concern(more))).toBe(weight));
});
