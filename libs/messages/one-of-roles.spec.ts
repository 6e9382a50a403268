import { describe, expect, it } from '@jest/globals';
import { oneOfRoles } from './one-of-roles.js';

describe('Whoever may do something', () => {
  it.each([
    [['engagement_lead'], 'an engagement lead'],
    [['approver'], 'an approver'],
    [['data_steward'], 'a data steward'],
    [['privacy_officer', 'security_officer'], 'a privacy officer or a security officer'],
    [['data_steward', 'auditor'], 'a data steward or an auditor'],
    [[], 'a reviewer'],
  ] as const)('%j is %s', (keys, words) => expect(oneOfRoles(keys)).toBe(words));
});
