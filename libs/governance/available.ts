// What this person could do with this proposal now, and what stands in the way: the commands' own rules, asked beforehand.
import type { Catalogue } from './catalogue/index.js';
import { breachOfDeciding, breachOfSigning } from './duties.js';
import { isSaid } from './erasure/erased-words.js';
import { can } from './machine.js';
import { roleFor, type Circumstance } from './policy.js';
import type { Blocker } from './problems.js';
import { conditionsInForce } from './proposal/conditions.js';
import { blockersOfMeeting } from './proposal/decide/give-sign-off.js';
import { commandRules, type Continuing } from './proposal/decide/index.js';
import { blockersOfDeciding } from './proposal/decide/record-decision.js';
import { submissionBlockers } from './proposal/decide/submit-proposal.js';
import type { Proposal } from './proposal/proposal.js';
import { isHigher, type Actor, type SignOffKey } from './vocabulary/index.js';
import { getDefinition, type RequiredSignOff, type WorkflowDefinition } from './workflows/index.js';

export interface Availability {
  command: Continuing;
  allowed: boolean;
  /** What stands in the way of the command, or of its full effect: of MET for a sign-off, of approval for a decision. */
  blockers: Blocker[];
}

interface Asked {
  actor: Actor;
  catalogue: Catalogue;
  definition: WorkflowDefinition;
  proposal: Proposal;
}

type Probe = Omit<Availability, 'command'>;

const open: Probe = { allowed: true, blockers: [] };
const shut = (...blockers: Blocker[]): Probe => ({ allowed: false, blockers });
const unless = (blockers: Blocker[]): Probe => ({ allowed: blockers.length === 0, blockers });
const wrongState = shut({ code: 'wrong-state' });

/** Commands that this person's roles do not reach are left out altogether. */
export function availableCommands(actor: Actor, catalogue: Catalogue, proposal: Proposal): Availability[] {
  const asked = { actor, catalogue, definition: getDefinition(proposal.workflow), proposal };
  return (Object.keys(commandRules) as Continuing[]).flatMap(command => {
    if (!circumstancesOf(command, asked).some(circumstance => roleFor(actor, command, proposal, circumstance)))
      return [];
    return [{ command, ...probe(command, asked) }];
  });
}

function circumstancesOf(command: Continuing, { definition, proposal }: Asked): Circumstance[] {
  switch (command) {
    case 'AnswerConcern':
    case 'SettleConcern':
      return proposal.concerns.map(concern => ({ concern }));
    case 'GiveSignOff':
    case 'WithdrawSignOff':
      return definition.signOffs.map(({ key }) => ({ signOff: key }));
    case 'EditComment':
      return proposal.comments.map(comment => ({ comment }));
    default:
      return [{}];
  }
}

function probe(command: Continuing, asked: Asked): Probe {
  const { definition, proposal, catalogue } = asked;
  const events = commandRules[command].events({} as never);
  const possible = events.some(event => can(definition, proposal, event));
  if (!possible) return wrongState;
  switch (command) {
    case 'SubmitProposal':
      return unless(submissionBlockers(catalogue, proposal));
    case 'GiveSignOff':
      return probeSigning(asked);
    case 'WithdrawSignOff':
      return Object.values(proposal.signOffs).some(signOff => isOwn(asked, signOff.key)) ? open : wrongState;
    case 'RecordDecision':
      return probeDeciding(asked);
    case 'AnswerConcern':
    case 'SettleConcern':
      return probeConcerns(command, asked);
    case 'RaiseTier':
      return isHigher('T3', proposal.tier) ? open : shut({ code: 'not-higher', subject: 'tier' });
    case 'MeetCondition':
      return probeConditions(asked);
    default:
      return open;
  }
}

const isOwn = ({ actor, proposal }: Asked, key: SignOffKey): boolean => {
  const signOff = proposal.signOffs[key];
  return signOff?.by?.personId === actor.personId && (signOff.status === 'GIVEN' || signOff.status === 'STALE');
};

/** NOT_MET can always be said, so a sign-off of one's own is possible; the blockers are those of MET. */
function probeSigning(asked: Asked): Probe {
  const { actor, definition, proposal } = asked;
  const mine = definition.signOffs.filter(({ key }) => roleFor(actor, 'GiveSignOff', proposal, { signOff: key }));
  const breaches = mine.map(({ key }) => breachOfSigning(proposal, actor.personId, key));
  const free = mine.filter(({ key }, index) => !breaches[index] && !isTakenByOther(asked, key));
  if (free.length > 0) return { allowed: true, blockers: distinct(free.flatMap(each => meeting(each, asked))) };
  const breach = breaches.find(each => each !== undefined);
  return breach ? shut({ code: breach }) : wrongState;
}

const meeting = (required: RequiredSignOff, asked: Asked): Blocker[] => blockersOfMeeting(required, asked);

const isTakenByOther = ({ actor, proposal }: Asked, key: SignOffKey): boolean => {
  const signOff = proposal.signOffs[key];
  return signOff?.status === 'GIVEN' && signOff.by?.personId !== actor.personId;
};

const distinct = (blockers: Blocker[]): Blocker[] => [
  ...new Map(blockers.map(blocker => [`${blocker.code} ${blocker.subject}`, blocker])).values(),
];

/** Returning is possible whatever is missing; the blockers are those of approval. */
function probeDeciding(asked: Asked): Probe {
  const breach = breachOfDeciding(asked.proposal, asked.actor.personId);
  if (breach) return shut({ code: breach });
  const approval = {
    outcome: 'APPROVED' as const,
    wouldChangeIt: undefined,
    overruled: [],
    conditions: [],
    answers: [],
  };
  return { allowed: true, blockers: blockersOfDeciding(approval, asked) };
}

/** The author can show evidence; somebody else can confirm what another person has shown. */
function probeConditions({ actor, definition, proposal }: Asked): Probe {
  const unmet = conditionsInForce(definition, proposal).filter(({ metAt }) => !metAt);
  if (unmet.length === 0) return wrongState;
  const isAuthor = actor.personId === proposal.author.personId;
  const isShown = unmet.some(
    ({ evidence }) => evidence && isSaid(evidence.evidence) && evidence.by.personId !== actor.personId,
  );
  return isAuthor || isShown ? open : shut({ code: 'no-evidence' });
}

function probeConcerns(command: 'AnswerConcern' | 'SettleConcern', { actor, proposal }: Asked): Probe {
  const isWaiting = proposal.concerns.some(
    concern =>
      ['OPEN', 'ANSWERED', 'DISPUTED'].includes(concern.status) && roleFor(actor, command, proposal, { concern }),
  );
  return isWaiting ? open : wrongState;
}
