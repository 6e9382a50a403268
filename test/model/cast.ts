// People for the random sequences: most hold more than one role, so that the duties have something to forbid.
import { person } from '../builders/index.js';
import type { Actor } from '#governance';

export const cast: Record<string, Actor> = {
  author: person('author', 'lead', 'analyst', 'data_steward', 'approver'),
  analyst: person('analyst_2', 'lead', 'analyst'),
  steward: person('steward', 'lead', 'data_steward', 'privacy_officer'),
  steward_2: person('steward_2', 'lead', 'data_steward', 'engagement_lead'),
  officer: person('officer', 'lead', 'privacy_officer', 'approver'),
  officer_2: person('officer_2', 'lead', 'privacy_officer'),
  officer_3: person('officer_3', 'lead', 'privacy_officer', 'security_officer'),
  security: person('security', 'lead', 'security_officer', 'administrator'),
  engagement: person('engagement', 'lead', 'engagement_lead'),
  approver: person('approver', 'lead', 'approver'),
  approver_2: person('approver_2', 'lead', 'approver', 'security_officer'),
  partner: person('partner', 'partner-a', 'partner'),
  partner_2: person('partner_2', 'partner-a', 'partner'),
  other_partner: person('other_partner', 'partner-b', 'partner'),
  auditor: person('auditor', 'oversight', 'auditor'),
  administrator: person('administrator', 'lead', 'administrator'),
  outsider: person('outsider', 'elsewhere', 'analyst', 'approver', 'data_steward'),
};

export type Name = string;
export const names = Object.keys(cast);
