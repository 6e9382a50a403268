// What each role does here, in sentences: for whoever holds it, and for whoever gives it to somebody.
import type { Role } from './roles.js';

export const roleDeeds: Record<Role, readonly string[]> = {
  analyst: [
    'Begins proposals of their own organisation, revises them and hands them in.',
    'Neither signs nor decides what they ever wrote.',
  ],
  data_steward: [
    'Gives the sign-off on purpose.',
    'Whoever signs the purpose of a proposal does not sign its proportionality.',
  ],
  privacy_officer: [
    'Gives the sign-offs on necessity and proportionality, privacy risk, and transparency, choice and access: at most two on one proposal.',
    'Confirms that conditions are met, and erases words where the law asks for it.',
  ],
  security_officer: ['Gives the sign-off on privacy risk.'],
  engagement_lead: [
    'Invites partners, and answers their concerns.',
    'Gives the sign-off that concerns were heard and answered, unless they answered a concern in another role.',
  ],
  approver: ['Decides, with reasons, once nothing stands in the way.', 'Does not decide what they signed.'],
  partner: [
    'Reads what is shared with their organisation from the first submission on.',
    'Raises concerns, says whether the answer settles them, proposes other ways, and comments.',
  ],
  auditor: ['Reads everything and changes nothing. What they read is itself recorded.'],
  administrator: [
    'Looks after people, roles, tokens and identities.',
    'Reads no proposal, and holds no other role at any moment.',
  ],
};
