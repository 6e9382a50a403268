import { describe, expect, it } from '@jest/globals';
import { currentOf, hasConflict, mineOf, signOffActs, type BoxedSignOff } from './sign-off-box.js';

const signOff = (more: Partial<BoxedSignOff> = {}): BoxedSignOff => ({
  ...{ key: 'purpose', status: 'PENDING', finding: null, onRevision: null, by: null },
  ...{ whoMay: [{ id: 'ines' }], whyNot: [] },
  ...more,
});
const given = signOff({ status: 'GIVEN', finding: 'MET', onRevision: 2, by: { id: 'ines' } });
const denied = [{ code: 'separation-of-duties' }];

describe('A sign-off', () => {
  it('can be given by whoever has nothing in the way', () => {
    expect(signOffActs(signOff(), 'ines', true)).toEqual({ give: 'give', withdraw: false, isStuck: false });
    expect(signOffActs(signOff({ whyNot: denied }), 'hana', true).give).toBeUndefined();
  });

  it('is replaced, or given anew once stale, by its giver', () => {
    expect(signOffActs(given, 'ines', true).give).toBe('replace');
    expect(signOffActs({ ...given, status: 'STALE' }, 'ines', true).give).toBe('again');
    expect(signOffActs({ ...given, status: 'STALE' }, 'wiremu', true).give).toBe('give');
  });

  it('is withdrawn by its giver only, while that is possible', () => {
    expect(signOffActs(given, 'ines', true).withdraw).toBe(true);
    expect(signOffActs(given, 'hana', true).withdraw).toBe(false);
    expect(signOffActs(given, 'ines', false).withdraw).toBe(false);
    expect(signOffActs({ ...given, status: 'WITHDRAWN' }, 'ines', true).withdraw).toBe(false);
  });

  it('is stuck when nobody may give it', () => {
    expect(signOffActs(signOff({ whoMay: [], whyNot: denied }), 'hana', true).isStuck).toBe(true);
    expect(signOffActs({ ...given, whoMay: [] }, 'hana', true).isStuck).toBe(false);
  });
});

describe('Of several sign-offs', () => {
  const others = signOff({ key: 'consultation', whyNot: denied });
  it('those that concern me are the ones that I may give or gave', () => {
    expect(mineOf([given, others], 'ines').map(({ key }) => key)).toEqual(['purpose']);
  });
  it('the current ones are counted', () => expect(currentOf([given, others])).toBe(1));
});

describe('A conflict of interest', () => {
  const whyNot = (...codes: string[]) => ({ whyNot: codes.map(code => ({ code })) });

  it('was declared where it keeps from a sign-off', () => {
    expect(hasConflict([whyNot('wrong-role'), whyNot('wrong-role', 'conflict-of-interest')])).toBe(true);
    expect(hasConflict([whyNot('wrong-role'), whyNot()])).toBe(false);
  });
});
