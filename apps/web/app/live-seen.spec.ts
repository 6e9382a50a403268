import { describe, expect, it } from '@jest/globals';
import { isTold, seenIn } from './live-seen.js';

const proposal = { __typename: 'Proposal', id: 'p-1', concerns: { __typename: 'ConcernConnection', edges: [] } };
const told = (data: unknown, variables: object = {}) => isTold({ variables, seen: seenIn(data) }, ['p-1']);

describe('A change of a proposal', () => {
  it('concerns what shows it, however deep', () => {
    expect(told({ proposal })).toBe(true);
    expect(told({ edges: [{ node: { task: { proposal } } }] })).toBe(true);
    expect(told({ proposal: { ...proposal, id: 'p-2' } })).toBe(false);
  });

  it('concerns what asks for it by its id', () => {
    expect(told({ decisionHistory: {} }, { filter: { proposalId: 'p-1' } })).toBe(true);
  });

  it('concerns every list of work, and no page of history', () => {
    expect(told({ myWork: { __typename: 'TaskConnection', edges: [] } })).toBe(true);
    expect(told({ decisionHistory: { __typename: 'LedgerEntryConnection', edges: [] } })).toBe(false);
    expect(told(undefined)).toBe(false);
  });
});
