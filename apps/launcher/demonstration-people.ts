// The demonstration's organisations and people: invented, one persona for each way of using the product.
import type { OrganisationKind, Role } from '#governance';

export const demonstrationOrganisations = {
  lead: { name: 'Ministry for Community Wellbeing', kind: 'AGENCY' },
  partnerA: { name: 'Kōwhai Family Support', kind: 'NGO' },
  partnerB: { name: 'Rātā Community Trust', kind: 'NGO' },
  oversight: { name: 'Office for Information Oversight', kind: 'OVERSIGHT' },
  unrelated: { name: 'Department of Harbours', kind: 'AGENCY' },
} as const satisfies Record<string, { name: string; kind: OrganisationKind }>;

export type DemonstrationOrganisation = keyof typeof demonstrationOrganisations;

export interface Persona {
  persona: string;
  name: string;
  organisation: DemonstrationOrganisation;
  role: Role;
}

const persona = (key: string, name: string, organisation: DemonstrationOrganisation, role: Role): Persona => ({
  persona: key,
  name,
  organisation,
  role,
});

/** The administrator comes first: the others are added by that person. */
export const personas: readonly Persona[] = [
  persona('administrator', 'Sefa Norwood', 'lead', 'administrator'),
  persona('analyst', 'Hana Moreland', 'lead', 'analyst'),
  persona('analyst_2', 'Tom Ellery', 'lead', 'analyst'),
  persona('data_steward', 'Ruth Calder', 'lead', 'data_steward'),
  persona('privacy_officer', 'Ines Harding', 'lead', 'privacy_officer'),
  persona('privacy_officer_2', 'Wiremu Sorrell', 'lead', 'privacy_officer'),
  persona('security_officer', 'Dev Marsh', 'lead', 'security_officer'),
  persona('engagement_lead', 'Mele Reed', 'lead', 'engagement_lead'),
  persona('approver', 'Grace Ashdown', 'lead', 'approver'),
  persona('partner_a', 'Anahera Quill', 'partnerA', 'partner'),
  persona('partner_b', 'Peter Lomax', 'partnerB', 'partner'),
  persona('auditor', 'Joan Birch', 'oversight', 'auditor'),
  persona('outsider', 'Lee Carrow', 'unrelated', 'analyst'),
];
