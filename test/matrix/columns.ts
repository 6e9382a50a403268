// The people of the matrix, by the two letters of their column. README.md says who they are in words.
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#governance';
import type { Cast, Member, NewMember, PersonaKey } from '../harness/index.js';

/** The thirteen personas. */
export const personaColumns = {
  an: 'analyst',
  a2: 'analyst_2',
  ds: 'data_steward',
  po: 'privacy_officer',
  p2: 'privacy_officer_2',
  so: 'security_officer',
  el: 'engagement_lead',
  ap: 'approver',
  pa: 'partner_a',
  pb: 'partner_b',
  au: 'auditor',
  ad: 'administrator',
  ou: 'outsider',
} as const satisfies Record<string, PersonaKey>;

export const columnGroups = [
  ['an', 'a2', 'ds', 'po', 'p2', 'so', 'el', 'ap'],
  ['pa', 'pc', 'pb'],
  ['au', 'ad', 'ou'],
  ['no', 'rv', 'ro', 'en', 'to'],
  ['fo', 'cf', 's1', 's2', 's3', 's4', 's5', 'wd', 'tw', 'de'],
  ['aa', 'sc'],
  ['ha', 'lv'],
] as const;
export type Column = (typeof columnGroups)[number][number];

/** Every role that reviews, decides or drafts: what is refused to these people is refused for what they did. */
export const everyRole: Role[] = [
  ...(['analyst', 'data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver'] as const),
];
const ofLead = (name: string, roles: Role[] = everyRole): NewMember => ({ name, organisation: 'lead', roles });
const day = 24 * 60 * 60 * 1000;

/** Everybody who comes to the door, and what ends or begins their right to. */
export async function makeColumns(cast: Cast): Promise<Record<Column, Member>> {
  const people = { ...personasOf(cast), ...(await addPeople(cast)) } as Record<Column, Member>;
  const { an, sc } = people;
  await cast.change([assignment(sc, cast.organisations.lead, 'privacy_officer')]);
  const [rv, ro] = [await cast.issueToken(an), await cast.issueToken(an, { scopes: ['read'] })];
  await cast.change([{ type: 'TokenRevoked', tokenId: rv.tokenId, personId: an.personId }]);
  const to = await cast.add(ofLead('Starts Tomorrow', []));
  const tomorrow = new Date(Date.now() + day).toISOString();
  await cast.change(everyRole.map(role => ({ ...assignment(to, to.organisationId, role), startsAt: tomorrow })));
  const en = await cast.add(ofLead('Role Ended'));
  await endRoles(cast, en);
  return { ...people, no: { ...an, token: '' }, rv, ro, to, en };
}

const personasOf = ({ members }: Cast) =>
  Object.fromEntries(Object.entries(personaColumns).map(([column, persona]) => [column, members[persona]]));

async function addPeople({ add }: Cast): Promise<Partial<Record<Column, Member>>> {
  const people: Partial<Record<Column, Member>> = {};
  for (const column of columnGroups[4]) people[column] = await add(ofLead(`Every Role ${column}`));
  people.ha = await add(ofLead('Author With Every Role'));
  people.lv = await add(ofLead('Author Who Left', []));
  people.aa = await add(ofLead('Administers And Approves', ['administrator', 'approver']));
  people.pc = await add({ name: 'Colleague of A', organisation: 'partnerA', roles: ['partner'] });
  people.sc = await add({ name: 'Seconded From A', organisation: 'partnerA', roles: ['partner'] });
  return people;
}

const assignment = ({ personId }: Member, organisationId: string, role: Role) => ({
  ...{ type: 'RoleAssigned' as const, assignmentId: uuidv7(), personId, organisationId, role },
  startsAt: new Date().toISOString(),
});

export const endRoles = (cast: Cast, { personId, assignmentIds }: Member): Promise<void> => {
  const endsAt = new Date().toISOString();
  return cast.change(assignmentIds.map(assignmentId => ({ type: 'RoleEnded', assignmentId, personId, endsAt })));
};

/** A member without a role becomes an analyst, or becomes one again. */
export async function takeBack(cast: Cast, member: Member): Promise<Member> {
  const again = assignment(member, member.organisationId, 'analyst');
  await cast.change([again]);
  return { ...member, assignmentIds: [again.assignmentId] };
}
