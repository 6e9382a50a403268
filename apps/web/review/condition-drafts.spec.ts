import { describe, expect, it } from '@jest/globals';
import { conditionInput, emptyCondition, faultsOf, isComplete } from './condition-drafts.js';

const complete = { ...emptyCondition(['RK-10']), statement: ' Tested. ', owner: 'Head of data', dueOn: '2026-12-01' };

describe('A condition being written', () => {
  it('says what is missing', () => {
    expect(Object.keys(faultsOf(emptyCondition()))).toEqual(['statement', 'owner', 'dueOn']);
    expect(isComplete(complete)).toBe(true);
  });

  it('is sent with a moment within its day in New Zealand', () => {
    const { dueAt, statement } = conditionInput(complete);
    const day = (at: string) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date(at));
    expect([day(dueAt!), statement]).toEqual(['2026-12-01', 'Tested.']);
    expect(day(conditionInput({ ...complete, dueOn: '2026-07-01' }).dueAt!)).toBe('2026-07-01');
    expect(conditionInput(emptyCondition())).not.toHaveProperty('dueAt');
  });
});
