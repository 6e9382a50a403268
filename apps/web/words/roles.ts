// The roles and what they are called.
import { defineWords } from './define-words.js';

export const roleWords = defineWords({
  analyst: 'Analyst',
  data_steward: 'Data steward',
  privacy_officer: 'Privacy officer',
  security_officer: 'Security officer',
  engagement_lead: 'Engagement lead',
  approver: 'Approver',
  partner: 'Partner',
  auditor: 'Auditor',
  administrator: 'Administrator',
});

export type Role = keyof typeof roleWords;

/** In a sentence: “the privacy officer”. A role that is not known is said as it is. */
export const theRole = (role: string): string => `the ${(roleWords[role as Role] ?? role).toLowerCase()}`;
