// What one person does many times in a row is one line, and nothing else is.
import { describe, expect, it } from '@jest/globals';
import { foldAlike } from './fold-alike.js';

const entry = (type: string, id: string, { actor = 'ines', reference = null as string | null, payload = {} } = {}) => ({
  ...{ id, type, reference, payload, role: 'administrator' },
  actor: { id: actor },
});
const linked = (id: string, actor?: string) =>
  entry('IdentityLinked', id, { ...(actor && { actor }), payload: { personId: `person-${id}` } });

const shape = (entries: readonly ReturnType<typeof entry>[]) =>
  foldAlike(entries).map(({ entries: alike }) => alike.map(({ id }) => id).join());

describe('Acts of one kind in a row', () => {
  it('are one line from three on', () => {
    expect(shape([linked('1'), linked('2')])).toEqual(['1', '2']);
    expect(shape([linked('1'), linked('2'), linked('3')])).toEqual(['1,2,3']);
  });

  it('stay apart where something else comes between, or somebody else did them', () => {
    const between = entry('PersonAdded', 'x');
    expect(shape([linked('1'), linked('2'), between, linked('3')])).toEqual(['1', '2', 'x', '3']);
    expect(shape([linked('1'), linked('2', 'tama'), linked('3')])).toEqual(['1', '2', '3']);
  });

  it('stay apart where they are of different proposals', () => {
    const saved = (id: string, reference: string) => entry('ProposalRevised', id, { reference });
    expect(shape([saved('1', 'DSP-1'), saved('2', 'DSP-1'), saved('3', 'DSP-2')])).toEqual(['1', '2', '3']);
  });

  it('that each say something of their own are never folded', () => {
    const raised = ['1', '2', '3'].map(id => entry('ConcernRaised', id));
    expect(shape(raised)).toEqual(['1', '2', '3']);
  });

  it('say in one sentence of how many it is true, each person once', () => {
    const again = { ...linked('4'), payload: { personId: 'person-1' } };
    expect(foldAlike([linked('1'), linked('2'), linked('3'), again])[0]!.did).toBe('gave 3 people a way to sign in');
  });

  it('lose nothing and keep their order', () => {
    const entries = [entry('PersonAdded', 'a'), linked('1'), linked('2'), linked('3'), entry('RoleEnded', 'b')];
    expect(foldAlike(entries).flatMap(({ entries: alike }) => alike)).toEqual(entries);
    expect(foldAlike([])).toEqual([]);
  });
});
