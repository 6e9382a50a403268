// The cast of the tests: people by persona, each in one organisation with the roles that the persona is named after.
import type { Actor, Role } from '#governance';

/** `lead` leads the proposals; `partner-a` and `partner-b` may be invited; `elsewhere` has nothing to do with them. */
export const organisations = ['lead', 'partner-a', 'partner-b', 'elsewhere', 'oversight'] as const;
export type OrganisationId = (typeof organisations)[number];

/** A person of an organisation; a role counts there unless another organisation is named with it. */
export const person = (personId: string, organisationId: string, ...roles: (Role | [Role, string])[]): Actor => ({
  personId,
  organisationId,
  organisationName: `The ${organisationId} organisation`,
  roles: roles.map(role =>
    Array.isArray(role) ? { role: role[0], organisationId: role[1] } : { role, organisationId },
  ),
});

export const people = {
  analyst: person('analyst', 'lead', 'analyst'),
  analyst_2: person('analyst_2', 'lead', 'analyst'),
  data_steward: person('data_steward', 'lead', 'data_steward'),
  privacy_officer: person('privacy_officer', 'lead', 'privacy_officer'),
  privacy_officer_2: person('privacy_officer_2', 'lead', 'privacy_officer'),
  security_officer: person('security_officer', 'lead', 'security_officer'),
  engagement_lead: person('engagement_lead', 'lead', 'engagement_lead'),
  approver: person('approver', 'lead', 'approver'),
  partner_a: person('partner_a', 'partner-a', 'partner'),
  partner_a_2: person('partner_a_2', 'partner-a', 'partner'),
  partner_b: person('partner_b', 'partner-b', 'partner'),
  auditor: person('auditor', 'oversight', 'auditor'),
  administrator: person('administrator', 'lead', 'administrator'),
  outsider: person('outsider', 'elsewhere', 'analyst'),
} as const satisfies Record<string, Actor>;

export type Persona = keyof typeof people;

/** A persona of the cast, or somebody made for one test. */
export type Who = Persona | Actor;

export const actorOf = (who: Who): Actor => (typeof who === 'string' ? people[who] : who);
