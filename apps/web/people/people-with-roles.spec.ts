import { describe, expect, it } from '@jest/globals';
import { isWanted, rolesOf, withRoles } from './people-with-roles.js';

const person = (id: string, displayName: string, organisation = 'o-1') => ({
  id,
  displayName,
  organisation: { id: organisation },
});
const held = (personId: string, role: string) => ({ role, person: { id: personId }, organisation: { id: 'o-1' } });

const [ines, moana] = withRoles(
  [person('1', 'Ines Harding'), person('2', 'Mōana Reed', 'o-2')],
  [held('1', 'privacy_officer'), held('1', 'approver'), held('9', 'auditor')],
) as [ReturnType<typeof withRoles>[number], ReturnType<typeof withRoles>[number]];

describe('People with roles', () => {
  it('have their own, and none where they hold none', () => {
    expect(rolesOf(ines, ['approver', 'privacy_officer'])).toEqual(['approver', 'privacy_officer']);
    expect(moana.held).toEqual([]);
  });

  it('are found by part of a name without macrons', () => {
    expect([isWanted(moana, { text: ' moana' }), isWanted(ines, { text: 'moana' })]).toEqual([true, false]);
  });

  it('are found by organisation and by role, both where both are asked', () => {
    expect(isWanted(ines, { organisation: 'o-1', role: 'approver' })).toBe(true);
    expect(isWanted(ines, { organisation: 'o-2', role: 'approver' })).toBe(false);
    expect(isWanted(ines, { role: 'auditor' })).toBe(false);
    expect(isWanted(moana, {})).toBe(true);
  });
});
