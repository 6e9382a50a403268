// The cast: the thirteen personas of the demonstration, made through the directory like anybody, each with a token.
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import type { DirectoryEvent, Role, TokenScope } from '#governance';
import { changeDirectory, newToken, type DirectoryAct } from '#store';
import {
  demonstrationOrganisations,
  personas,
  type DemonstrationOrganisation,
} from '../../apps/launcher/demonstration-people.js';

export type PersonaKey =
  | 'administrator'
  | 'analyst'
  | 'analyst_2'
  | 'data_steward'
  | 'privacy_officer'
  | 'privacy_officer_2'
  | 'security_officer'
  | 'engagement_lead'
  | 'approver'
  | 'partner_a'
  | 'partner_b'
  | 'auditor'
  | 'outsider';
export const personaKeys = personas.map(({ persona }) => persona as PersonaKey);

export interface Member {
  personId: string;
  name: string;
  organisationId: string;
  roles: Role[];
  assignmentIds: string[];
  tokenId: string;
  token: string;
}

export interface NewMember {
  name: string;
  organisation: DemonstrationOrganisation;
  roles: Role[];
}

export interface Cast {
  organisations: Record<DemonstrationOrganisation, string>;
  members: Record<PersonaKey, Member>;
  /** Somebody else, with the roles given in their own organisation. */
  add(member: NewMember): Promise<Member>;
  /** Another token of the same person. */
  issueToken(member: Member, token?: { scopes?: TokenScope[]; expiresAt?: string }): Promise<Member>;
  /** Any change of the directory, by the administrator. */
  change(events: DirectoryEvent[], tokens?: ReadonlyMap<string, string>): Promise<void>;
}

const all: TokenScope[] = ['read', 'write'];
const year = 365 * 24 * 60 * 60 * 1000;

export async function makeCast(dataSource: DataSource): Promise<Cast> {
  const keys = Object.keys(demonstrationOrganisations) as DemonstrationOrganisation[];
  const organisations = Object.fromEntries(keys.map(key => [key, uuidv7()])) as Cast['organisations'];
  const tokens = new Map<string, string>();
  const members = {} as Cast['members'];
  const events = keys.map((key): DirectoryEvent => {
    const { name, kind: organisationKind } = demonstrationOrganisations[key];
    return { type: 'OrganisationAdded', organisationId: organisations[key], name, organisationKind };
  });
  for (const { persona, name, organisation, role } of personas) {
    const made = draw({ name, organisation, roles: [role] }, organisations, tokens);
    members[persona as PersonaKey] = made.member;
    events.push(...made.events);
  }
  const change: Cast['change'] = (changes, secrets = new Map()) =>
    changeDirectory(dataSource, actOf(members.administrator), changes, secrets);
  await change(events, tokens);
  const add = async (someone: NewMember): Promise<Member> => {
    const secrets = new Map<string, string>();
    const made = draw(someone, organisations, secrets);
    await change(made.events, secrets);
    return made.member;
  };
  const issueToken: Cast['issueToken'] = async (member, { scopes = all, expiresAt = later() } = {}) => {
    const [tokenId, token] = [uuidv7(), newToken()];
    const { personId } = member;
    await change(
      [{ type: 'TokenIssued', tokenId, personId, label: 'Another', scopes, expiresAt }],
      new Map([[tokenId, token]]),
    );
    return { ...member, tokenId, token };
  };
  return { organisations, members, add, issueToken, change };
}

const later = (): string => new Date(Date.now() + year).toISOString();

const actOf = ({ personId, organisationId }: Member): DirectoryAct => ({
  by: { personId, organisationId, role: 'administrator' },
  at: new Date().toISOString(),
  commandId: uuidv7(),
  newId: () => uuidv7(),
});

/** The events that make a person, and the person as the tests know them. */
function draw(
  { name, organisation, roles }: NewMember,
  organisations: Cast['organisations'],
  tokens: Map<string, string>,
): { member: Member; events: DirectoryEvent[] } {
  const [personId, tokenId, token] = [uuidv7(), uuidv7(), newToken()];
  const organisationId = organisations[organisation];
  const startsAt = new Date().toISOString();
  const assigned = roles.map((role): Extract<DirectoryEvent, { type: 'RoleAssigned' }> => ({
    ...{ type: 'RoleAssigned', assignmentId: uuidv7(), personId, organisationId, role, startsAt },
  }));
  tokens.set(tokenId, token);
  const assignmentIds = assigned.map(({ assignmentId }) => assignmentId);
  return {
    member: { personId, name, organisationId, roles, assignmentIds, tokenId, token },
    events: [
      { type: 'PersonAdded', personId, organisationId, displayName: name },
      ...assigned,
      { type: 'TokenIssued', tokenId, personId, label: 'Test', scopes: ['read', 'write'], expiresAt: later() },
    ],
  };
}
