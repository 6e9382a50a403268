// Who may: roles, organisation and relation to the proposal, as CASL rules. The only file that imports @casl.
// Rules are additive and about instances only; hard denials (duties.ts) are ANDed after and are never rules here.
import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Comment, Concern, Proposal } from './proposal/proposal.js';
import type { CommandType } from './proposal/commands.js';
import {
  leadRoles,
  reviewingRoles,
  roleKeys,
  signOffKeys,
  signOffKinds,
  type Actor,
  type Role,
  type RoleHolding,
  type SignOffKey,
} from './vocabulary/index.js';
import { getDefinition, requiredSignOff } from './workflows/index.js';

export type Action = CommandType | 'EraseWords' | 'read' | 'readInPart' | 'readConcern';

/** What the rules see of a proposal. `authorHasLeft` is a fact that the hallway loads for hand-overs. */
interface ProposalSubject {
  leadOrganisationId: string;
  partnerIds: string[];
  authorId: string;
  isSubmitted: boolean;
  authorHasLeft: boolean;
  /** Who made the comment that a command names. */
  commenterId: string;
  givers: Record<string, string>;
  signOffRoles: Record<string, readonly Role[]>;
}

interface ConcernSubject extends ProposalSubject {
  audience: string;
  raisedById: string;
  raisedByOrganisationId: string;
}

type Rule = RawRuleOf<MongoAbility>;
type Conditions = Record<string, unknown>;

const allow = (actions: Action[], type: 'Proposal' | 'Concern', conditions: Conditions, fields?: string[]): Rule => ({
  action: actions,
  subject: type,
  conditions,
  ...(fields ? { fields } : {}),
});

const forLead = (lead: Conditions, me: string): Rule[] => [
  allow(['read', 'DeclareConflict', 'Comment'], 'Proposal', lead),
  allow(['EditComment'], 'Proposal', { ...lead, commenterId: me }),
  allow(['RaiseConcern'], 'Proposal', { ...lead, authorId: { $ne: me } }),
  allow(['readConcern'], 'Concern', { ...lead, audience: 'PARTIES' }),
  allow(['readConcern'], 'Concern', { ...lead, raisedById: me }),
  allow(['SettleConcern'], 'Concern', { ...lead, raisedById: me, authorId: { $ne: me } }),
  ...signOffKeys.map(key => allow(['WithdrawSignOff'], 'Proposal', { ...lead, [`givers.${key}`]: me }, [key])),
];

/** Who may give a sign-off is the pinned definition's to say; the role is looked up in it, key by key. */
const forSigner = (role: Role, lead: Conditions): Rule[] =>
  signOffKeys.map(key => allow(['GiveSignOff'], 'Proposal', { ...lead, [`signOffRoles.${key}`]: role }, [key]));

const forAnalyst = (lead: Conditions, me: string): Rule[] => {
  const own = { ...lead, authorId: me };
  return [
    allow(['DraftProposal', 'RecordUrgentDisclosure'], 'Proposal', lead),
    allow(['ReviseProposal', 'SubmitProposal', 'InvitePartners', 'WithdrawProposal'], 'Proposal', own),
    allow(['HandOverProposal', 'MeetCondition'], 'Proposal', own),
    allow(['AnswerConcern'], 'Concern', { ...own, audience: 'PARTIES' }),
  ];
};

const forPartner = (organisationId: string, me: string): Rule[] => {
  const invited = { partnerIds: organisationId, isSubmitted: true };
  const theirs = { ...invited, raisedByOrganisationId: organisationId };
  return [
    allow(['readInPart', 'ProposeAlternative', 'DeclareConflict', 'Comment'], 'Proposal', invited),
    allow(['EditComment'], 'Proposal', { ...invited, commenterId: me }),
    allow(['RaiseConcern'], 'Proposal', { ...invited, authorId: { $ne: me } }),
    allow(['readConcern'], 'Concern', theirs),
    allow(['SettleConcern'], 'Concern', { ...theirs, authorId: { $ne: me } }),
  ];
};

function rulesOf(holding: RoleHolding, me: string): Rule[] {
  const { role, organisationId } = holding;
  const lead = { leadOrganisationId: organisationId };
  const isReviewing = (reviewingRoles as Role[]).includes(role);
  const rules = (leadRoles as readonly Role[]).includes(role) ? [...forLead(lead, me), ...forSigner(role, lead)] : [];
  if (isReviewing) rules.push(allow(['readConcern'], 'Concern', { ...lead, authorId: { $ne: me } }));
  switch (role) {
    case 'analyst':
      return [...rules, ...forAnalyst(lead, me)];
    case 'engagement_lead':
      return [...rules, allow(['InvitePartners'], 'Proposal', lead), allow(['AnswerConcern'], 'Concern', lead)];
    case 'privacy_officer':
      return [...rules, allow(['RaiseTier', 'MarkRelevance', 'MeetCondition', 'EraseWords'], 'Proposal', lead)];
    case 'approver':
      return [...rules, allow(['RecordDecision'], 'Proposal', lead)];
    case 'partner':
      return forPartner(organisationId, me);
    case 'auditor':
      return [allow(['read'], 'Proposal', {}), allow(['readConcern'], 'Concern', {})];
    case 'administrator':
      return [allow(['HandOverProposal'], 'Proposal', { ...lead, authorHasLeft: true })];
    default:
      return rules;
  }
}

/** One ability for each role held, so that an act is always an act in a role. */
interface Seat {
  holding: RoleHolding;
  ability: MongoAbility;
}

const seats = new WeakMap<Actor, Seat[]>();

function seatsOf(actor: Actor): Seat[] {
  const known = seats.get(actor);
  if (known) return known;
  const ordered = [...actor.roles].sort((a, b) => roleKeys.indexOf(a.role) - roleKeys.indexOf(b.role));
  const made = ordered.map(holding => ({ holding, ability: createMongoAbility(rulesOf(holding, actor.personId)) }));
  seats.set(actor, made);
  return made;
}

export interface Circumstance {
  authorHasLeft?: boolean;
  concern?: Concern | undefined;
  comment?: Comment | undefined;
  /** The sign-off that a command names. */
  signOff?: string;
  /** The organisation for which it is done, where somebody may belong to several. */
  side?: string;
}

/** Of a sign-off that the tier does without, the field's usual roles: they are told `not-required`, others DENIED. */
function signOffRoles({ workflow }: Proposal): Record<string, readonly Role[]> {
  const definition = getDefinition(workflow);
  const rolesOf = (key: SignOffKey): readonly Role[] =>
    requiredSignOff(definition, key)?.roles ?? signOffKinds[key].roles;
  return Object.fromEntries(signOffKeys.map(key => [key, rolesOf(key)]));
}

const proposalSubject = (proposal: Proposal, { authorHasLeft = false, comment }: Circumstance): ProposalSubject => ({
  leadOrganisationId: proposal.leadOrganisationId,
  partnerIds: proposal.partnerIds,
  authorId: proposal.author.personId,
  isSubmitted: proposal.submittedAt !== undefined,
  authorHasLeft,
  commenterId: comment?.by.personId ?? '',
  givers: Object.fromEntries(Object.entries(proposal.signOffs).map(([key, { by }]) => [key, by?.personId ?? ''])),
  signOffRoles: signOffRoles(proposal),
});

const concernSubject = (base: ProposalSubject, { audience, raisedBy }: Concern): ConcernSubject => ({
  ...base,
  audience,
  raisedById: raisedBy.personId,
  raisedByOrganisationId: raisedBy.organisationId,
});

/** The role, and the organisation it is held in, in which this person may act on this very proposal; undefined: not at all. */
export function holdingFor(
  actor: Actor,
  action: Action,
  proposal: Proposal,
  circumstance: Circumstance = {},
): RoleHolding | undefined {
  const { concern, signOff, side } = circumstance;
  const base = proposalSubject(proposal, circumstance);
  const target = concern ? subject('Concern', concernSubject(base, concern)) : subject('Proposal', base);
  const isOfSide = ({ organisationId }: RoleHolding): boolean => side === undefined || organisationId === side;
  return seatsOf(actor).find(({ holding, ability }) => isOfSide(holding) && ability.can(action, target, signOff))
    ?.holding;
}

export const roleFor = (...asked: Parameters<typeof holdingFor>): Role | undefined => holdingFor(...asked)?.role;

/** The role in which this person may begin a proposal for their own organisation. */
export const roleToStart = (actor: Actor, action: 'DraftProposal' | 'RecordUrgentDisclosure'): Role | undefined =>
  seatsOf(actor).find(({ ability }) =>
    ability.can(action, subject('Proposal', { leadOrganisationId: actor.organisationId })),
  )?.holding.role;
