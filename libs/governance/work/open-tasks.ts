// What a proposal waits for, whoever looks: each piece of work with who may do it, who waits for it, since when, and its last day.
import type { Day } from '../calendar/index.js';
import { dayOf } from '../calendar/index.js';
import { breachOfDeciding } from '../duties.js';
import { isSaid } from '../erasure/erased-words.js';
import { roleFor } from '../policy.js';
import { conditionsInForce } from '../proposal/conditions.js';
import type { Concern, Condition, Proposal } from '../proposal/proposal.js';
import { maySign } from '../review/signing.js';
import { isApproval, type Actor, type SignOffKey, type TaskKind } from '../vocabulary/index.js';
import { getDefinition, type RequiredSignOff } from '../workflows/index.js';
import { isOffered } from '../workflows/lifecycle.js';
import { askedSince, lastDay, missingSince, readyAt, type Clock } from './clock.js';

export interface OpenTask {
  kind: TaskKind;
  /** The name of this piece of work (pieces.ts). */
  work: string;
  /** Where those who may do it hold their roles. */
  organisationId: string;
  /** Nobody but one person may ever do it, so nobody takes it. */
  isOnePersons?: boolean;
  /** `signOff:<key>`, `concern:<id>`, `condition:<id>`; absent where it is about the proposal itself. */
  subject?: string;
  since: string;
  dueOn?: Day | undefined;
  may(person: Actor): boolean;
  /** Is it this person's proposal or concern that it holds up? */
  holdsUp(person: Actor): boolean;
  /** Of a sign-off: those that have to be met before it can be. */
  after?: readonly SignOffKey[];
}

interface Asked {
  proposal: Proposal;
  clock: Clock;
}

/** In the order in which a proposal meets them. */
export function openTasks(proposal: Proposal, clock: Clock): OpenTask[] {
  const definition = getDefinition(proposal.workflow);
  const asked = { proposal, clock };
  const { concerns } = proposal;
  return [
    ...authorsWork(asked),
    ...definition.signOffs.flatMap(required => signOffWork(required, asked)),
    ...concerns.flatMap(concern => concernWork(concern, asked)),
    ...decisionWork(asked),
    ...conditionsInForce(definition, proposal).flatMap(condition => conditionWork(condition, asked)),
    ...proposal.partnerIds.flatMap(id => partnersWork(id, asked)),
  ];
}

const isAuthor =
  ({ author }: Proposal) =>
  ({ personId }: Actor): boolean =>
    personId === author.personId;
const nobody = (): boolean => false;
const ofAuthor = (work: string, { leadOrganisationId: organisationId }: Proposal) => ({
  ...{ work, organisationId, isOnePersons: true },
});

/** Whether it can be handed in yet is seen in the dossier, which is not read here (my-work.ts). */
function authorsWork({ proposal }: Asked): OpenTask[] {
  const { state, tier, decision, createdAt } = proposal;
  if (state !== 'DRAFTING' && state !== 'RETURNED') return [];
  const since = (state === 'RETURNED' && decision?.at) || createdAt;
  const last = state === 'RETURNED' ? lastDay('revise', tier, since) : undefined;
  const may = (person: Actor): boolean => roleFor(person, 'ReviseProposal', proposal) !== undefined;
  return [{ kind: 'REVISE', ...ofAuthor('dossier', proposal), since, dueOn: last, may, holdsUp: nobody }];
}

function signOffWork({ key, after }: RequiredSignOff, { proposal, clock }: Asked): OpenTask[] {
  const given = proposal.signOffs[key];
  if (given?.status === 'GIVEN' || !isOffered(proposal.state, 'GiveSignOff')) return [];
  const since = missingSince(proposal, clock, key, given);
  const isStale = given?.status === 'STALE';
  return [
    {
      ...{ kind: isStale ? 'GIVE_AGAIN' : 'GIVE_SIGN_OFF', since, after },
      ...{ work: `signOff:${key}`, subject: `signOff:${key}`, organisationId: proposal.leadOrganisationId },
      dueOn: lastDay(isStale ? 'again' : 'review', proposal.tier, since),
      may: person => maySign(person, proposal, key),
      holdsUp: isAuthor(proposal),
    },
  ];
}

function concernWork(concern: Concern, { proposal }: Asked): OpenTask[] {
  const may = (action: 'AnswerConcern' | 'SettleConcern' | 'readConcern') => (person: Actor) =>
    roleFor(person, action, proposal, { concern }) !== undefined;
  const subject = `concern:${concern.id}`;
  const organisationId = proposal.leadOrganisationId;
  const common = { work: subject, subject, organisationId, holdsUp: may('SettleConcern') };
  if (!isOffered(proposal.state, 'AnswerConcern')) return [];
  if (concern.status === 'OPEN') {
    const since = concern.raisedAt;
    const last = lastDay('answer', proposal.tier, since);
    return [{ ...common, kind: 'ANSWER_CONCERN', since, dueOn: last, may: may('AnswerConcern') }];
  }
  if (concern.status !== 'ANSWERED') return [];
  const since = concern.answer?.at ?? concern.raisedAt;
  const last = lastDay('settle', proposal.tier, since);
  const { role, organisationId: side } = concern.raisedBy;
  const raisers = { organisationId: side, isOnePersons: role !== 'partner', holdsUp: nobody };
  return [{ ...common, ...raisers, kind: 'SETTLE_CONCERN', since, dueOn: last, may: may('SettleConcern') }];
}

function decisionWork({ proposal, clock }: Asked): OpenTask[] {
  if (proposal.state !== 'AWAITING_DECISION') return [];
  const since = readyAt(proposal, clock);
  const may = (person: Actor): boolean =>
    roleFor(person, 'RecordDecision', proposal) !== undefined &&
    breachOfDeciding(proposal, person.personId) === undefined;
  const { tier, leadOrganisationId: organisationId } = proposal;
  const due = { since, dueOn: lastDay('decide', tier, since) };
  return [{ kind: 'DECIDE', work: 'decision', organisationId, ...due, may, holdsUp: isAuthor(proposal) }];
}

/** Its own date is the last day of a condition, for showing and for confirming it alike, unless confirming was given more time. */
function conditionWork({ id, metAt, dueAt, evidence }: Condition, { proposal }: Asked): OpenTask[] {
  if (metAt || !isOffered(proposal.state, 'MeetCondition')) return [];
  const may = (person: Actor): boolean => roleFor(person, 'MeetCondition', proposal) !== undefined;
  const subject = `condition:${id}`;
  const own = isAuthor(proposal);
  if (!evidence || !isSaid(evidence.evidence)) {
    const since = setAt(id, proposal);
    const isOwn = (person: Actor): boolean => may(person) && own(person);
    const whose = { ...ofAuthor(subject, proposal), may: isOwn, holdsUp: nobody };
    return [{ kind: 'MEET_CONDITION', subject, ...whose, since, dueOn: dueAt && dayOf(dueAt) }];
  }
  const isOthers = (person: Actor): boolean => may(person) && !own(person) && person.personId !== evidence.by.personId;
  const last = lastDay('confirm', proposal.tier, evidence.at);
  const whose = { work: subject, organisationId: proposal.leadOrganisationId, may: isOthers, holdsUp: own };
  return [{ kind: 'CONFIRM_CONDITION', subject, ...whose, since: evidence.at, dueOn: last }];
}

function setAt(id: string, { signOffs, decision, updatedAt }: Proposal): string {
  const holds = ({ conditions }: { conditions: Condition[] }): boolean => conditions.some(each => each.id === id);
  const signOff = Object.values(signOffs).find(holds);
  return signOff?.at ?? (decision && isApproval(decision.outcome) ? decision.at : updatedAt);
}

/** Time alone closes nothing: the work of partners is theirs to leave, and holds nobody up. */
function partnersWork(organisationId: string, { proposal, clock }: Asked): OpenTask[] {
  const since = askedSince(proposal, clock, organisationId);
  if (since === undefined || clock.heard.has(organisationId)) return [];
  const may = (person: Actor): boolean =>
    person.roles.some(held => held.role === 'partner' && held.organisationId === organisationId) &&
    roleFor(person, 'RaiseConcern', proposal) !== undefined;
  const whose = { work: `say:${organisationId}`, organisationId, may, holdsUp: nobody };
  return [{ kind: 'HAVE_YOUR_SAY', ...whose, since, dueOn: lastDay('say', proposal.tier, since) }];
}
