// The roles people hold, by key. A role counts in the organisation for which it was assigned; see policy.ts for what it permits.

/** In the order in which a person's roles are tried when more than one would permit an act: the most particular first. */
export const roles = {
  data_steward: 'Data steward',
  privacy_officer: 'Privacy officer',
  security_officer: 'Security officer',
  engagement_lead: 'Engagement lead',
  approver: 'Approver',
  analyst: 'Analyst',
  partner: 'Partner',
  auditor: 'Auditor',
  administrator: 'Administrator',
} as const;

export type Role = keyof typeof roles;
export const roleKeys = Object.keys(roles) as Role[];

/** Roles of the lead organisation that let a person read its proposals (`docs/rules.md` 12: administrators excepted). */
export const leadRoles = [
  'data_steward',
  'privacy_officer',
  'security_officer',
  'engagement_lead',
  'approver',
  'analyst',
] as const satisfies Role[];

/** Those who review and decide; concerns for REVIEWERS are theirs to see. */
export const reviewingRoles = leadRoles.filter(role => role !== 'analyst');

export interface RoleHolding {
  role: Role;
  organisationId: string;
}

/** A person who acts, with the roles in force at that moment. */
export interface Actor {
  personId: string;
  organisationId: string;
  organisationName: string;
  roles: RoleHolding[];
}
