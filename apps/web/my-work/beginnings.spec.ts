import { describe, expect, it } from '@jest/globals';
import { roleWords, type Role } from '../words/roles.js';
import { beginningsOf, whatComes } from './beginnings.js';

const places = (...roles: Role[]) => beginningsOf(roles).map(({ to }) => to);

describe('Where somebody begins', () => {
  it('is the history for an auditor, a draft for an analyst, people for an administrator', () => {
    expect([places('auditor')[0], places('analyst')[0], places('administrator')[0]]).toEqual([
      ...['/history', '/proposals/new', '/people'],
    ]);
  });

  it('is each place once for somebody with several roles', () => {
    const labels = beginningsOf(['data_steward', 'approver', 'analyst']).map(({ label }) => label);
    expect(labels).toEqual([...new Set(labels)]);
  });

  it('is learning and help without any role', () => expect(places()).toEqual(['/learning', '/help']));

  it('is told with what comes, for every role', () => {
    for (const role of Object.keys(roleWords) as Role[]) expect(whatComes([role])[0]).toMatch(/\.$/);
    expect(whatComes([])[0]).toContain('no role');
  });
});
