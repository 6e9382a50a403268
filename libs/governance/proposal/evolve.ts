// The fold: what a proposal is after an event. The same code makes the stored row, rebuilds it, and replays it in a verifier.
// State and sign-off status are the statechart's to say (machine.ts); everything else is data laid in place.
import { step } from '../machine.js';
import type { SignOffKey } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';
import type { EventOf, EventType, RecordedEvent } from './events.js';
import { applyDelta } from './changes.js';
import { emptyDossier } from './dossier.js';
import * as fold from './folds.js';
import type { Proposal } from './proposal.js';

type Fold<T extends EventType> = (proposal: Proposal, event: EventOf<T>) => Partial<Proposal>;

const folds: { [T in Exclude<EventType, 'ProposalDrafted' | 'UrgentDisclosureRecorded'>]: Fold<T> } = {
  ProposalRevised: ({ dossier }, event) => ({
    revision: event.revision,
    dossier: applyDelta(dossier, event.dossier),
    ...(event.title ? { title: event.title } : {}),
  }),
  ProposalSubmitted: ({ submittedAt }, { at, catalogue }) => ({ submittedAt: submittedAt ?? at, catalogue }),
  ProposalHandedOver: ({ acts }, { to }) => ({
    author: to,
    acts: { ...acts, authors: fold.including(acts.authors, to.personId) },
  }),
  PartnersInvited: ({ partnerIds }, { organisationIds }) => ({ partnerIds: [...partnerIds, ...organisationIds] }),
  AlternativeProposed: ({ dossier }, { alternative, revision }) => ({
    revision,
    dossier: { ...dossier, alternatives: [...dossier.alternatives, alternative] },
  }),
  ConcernRaised: fold.concernRaised,
  ConcernAnswered: fold.concernAnswered,
  ConcernSettled: fold.concernSettled,
  RelevanceMarked: ({ irrelevant }, { questionId, relevant }) => ({
    irrelevant: relevant ? irrelevant.filter(id => id !== questionId) : fold.including(irrelevant, questionId),
  }),
  TierChanged: (_, { to, raised }) => ({ tier: to, ...(raised ? { raisedTo: to } : {}) }),
  WorkflowPinned: (_, { workflow }) => ({ workflow }),
  SignOffGiven: fold.signOffGiven,
  SignOffWithdrawn: () => ({}),
  SignOffMadeStale: fold.signOffMadeStale,
  ConflictDeclared: ({ acts }, { by }) => ({
    acts: { ...acts, inConflict: fold.including(acts.inConflict, by.personId) },
  }),
  ConditionEvidenced: fold.conditionEvidenced,
  ConditionMet: fold.conditionMet,
  DecisionRecorded: fold.decisionRecorded,
  ProposalWithdrawn: () => ({}),
  CommentMade: fold.commentMade,
  CommentEdited: fold.commentEdited,
  TaskAssigned: fold.taskAssigned,
  WordsErased: () => ({}),
};

/** What the statechart is told of an event; what is not named here only makes it reconsider where it stands. */
function machineEventOf(event: RecordedEvent): string | undefined {
  switch (event.type) {
    case 'ProposalSubmitted':
      return 'SubmitProposal';
    case 'ProposalWithdrawn':
      return 'WithdrawProposal';
    case 'SignOffGiven':
      return `GiveSignOff.${event.signOff}`;
    case 'SignOffWithdrawn':
      return `WithdrawSignOff.${event.signOff}`;
    case 'SignOffMadeStale':
      return `MakeStale.${event.signOff}`;
    case 'DecisionRecorded':
      return `RecordDecision.${event.outcome}`;
    default:
      return undefined;
  }
}

/** Throws when the first event of a stream does not begin a proposal, or another one stands where none is. */
export function evolve(proposal: Proposal | undefined, event: RecordedEvent): Proposal {
  if (event.type === 'ProposalDrafted' || event.type === 'UrgentDisclosureRecorded') return begin(event);
  if (!proposal) throw new Error(`A history cannot begin with ${event.type}.`);
  const change = (folds[event.type] as Fold<EventType>)(proposal, event);
  const next = { ...proposal, ...change, version: event.version, updatedAt: event.at };
  return settle(next, machineEventOf(event));
}

/** Lets the statechart say which state and which statuses the proposal now has. */
function settle(proposal: Proposal, machineEvent: string | undefined): Proposal {
  const openConcerns = proposal.concerns.filter(({ status }) => status === 'OPEN').length;
  const { state, signOffs } = step(getDefinition(proposal.workflow), { ...proposal, openConcerns }, machineEvent);
  const statuses = Object.entries(signOffs) as [SignOffKey, (typeof signOffs)[SignOffKey]][];
  const moved = { ...proposal.signOffs };
  for (const [key, status] of statuses) {
    const signOff = moved[key];
    if (signOff && status && status !== signOff.status) moved[key] = { ...signOff, status };
  }
  return { ...proposal, state, signOffs: moved };
}

function begin(event: EventOf<'ProposalDrafted'> | EventOf<'UrgentDisclosureRecorded'>): Proposal {
  const urgent = event.type === 'UrgentDisclosureRecorded';
  return {
    id: event.proposalId,
    title: event.title,
    state: urgent ? 'URGENT_RECORDED' : 'DRAFTING',
    version: event.version,
    revision: 1,
    tier: event.tier,
    workflow: event.workflow,
    catalogue: event.catalogue,
    author: event.by,
    leadOrganisationId: event.leadOrganisationId,
    partnerIds: [],
    dossier: urgent ? emptyDossier() : event.dossier,
    signOffs: {},
    concerns: [],
    comments: [],
    irrelevant: [],
    ...(urgent ? { urgentRecord: event.urgentRecord } : {}),
    acts: { authors: [event.by.personId], signers: [], deciders: [], answerers: [], inConflict: [] },
    createdAt: event.at,
    updatedAt: event.at,
  };
}
