// What the header leads to, by role. It hides what would be empty for somebody; the api decides what they may read.
import type { Role } from '../words/roles.js';
import { appWords } from './words.js';

export interface Destination {
  to: '/' | '/proposals' | '/history' | '/reports' | '/learning' | '/people';
  label: string;
}

const inside: Role[] = [
  ...(['analyst', 'data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver'] as const),
  ...(['auditor', 'administrator'] as const),
];

/** Partners see what was shared with them and what came of it; the figures and the people of an agency are its own. */
export function destinationsOf(roles: readonly Role[]): Destination[] {
  const isInside = roles.some(role => inside.includes(role));
  const all: (Destination | false)[] = [
    { to: '/', label: appWords.myWork },
    { to: '/proposals', label: appWords.proposals },
    { to: '/history', label: appWords.history },
    isInside && { to: '/reports', label: appWords.reports },
    { to: '/learning', label: appWords.learning },
    isInside && { to: '/people', label: appWords.people },
  ];
  return all.filter(destination => destination !== false);
}
