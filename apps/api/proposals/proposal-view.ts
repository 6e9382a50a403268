// A proposal as the public API shows it, made from what this person may read of it. What takes a look-up is resolved later.
import {
  conditionsInForce,
  getDefinition,
  requiredSignOff,
  type Alternative,
  type Comment,
  type Checklist,
  type Concern,
  type Condition,
  type Decision,
  type Dossier,
  type Proposal,
  type Reading,
  type SignOffKey,
  type WorkflowDefinition,
} from '#governance';
import type { Until } from '#store';
import { personRef, type PersonRef } from '../identity/person-ref.js';
import { readable } from './erased-words.js';

/** What the resolvers of Proposal's lazy fields work on. */
export interface SeenProposal {
  number: number;
  proposal: Proposal;
  reading: Reading;
  /** As it once stood, up to this entry or moment: nothing can be done with it. */
  until?: Until;
}

export const referenceOf = (number: number): string => `DSP-${String(number).padStart(4, '0')}`;

export type ProposalView = ReturnType<typeof proposalView>;

export function proposalView(given: SeenProposal) {
  const seen = readable(given);
  const { reading, number } = seen;
  const { proposal, extent, knows } = reading;
  const definition = getDefinition(proposal.workflow);
  const { id, state, version, revision, tier, workflow, createdAt, updatedAt } = proposal;
  return {
    __typename: 'Proposal' as const,
    seen,
    ...{ id, reference: referenceOf(number), title: proposal.title.text, state, version, revision, tier, workflow },
    ...{ createdAt, updatedAt },
    author: personRef(proposal.author, knows(proposal.author)),
    dossier: dossierView(proposal.dossier),
    signOffs: extent === 'whole' ? definition.signOffs.map(({ key }) => signOffView(key, definition, seen)) : [],
    conditions: extent === 'whole' ? conditionsInForce(definition, proposal).map(conditionView) : [],
    comments: proposal.comments.map(comment => commentView(comment, seen)),
    urgentRecord: proposal.urgentRecord?.record ?? null,
    decision: proposal.decision ? decisionView(proposal.decision, reading) : null,
  };
}

const dossierView = ({ summary, retention, transferRoute, alternatives, answers, ...dossier }: Dossier) => ({
  ...dossier,
  summary: summary?.text,
  retention: retention?.text,
  transferRoute: transferRoute?.text,
  alternatives: alternatives.map((alternative: Alternative) => ({ ...alternative })),
  answers: answers.map(answer => ({ ...answer })),
});

const commentView = ({ by, mentions = [], earlier = [], ...comment }: Comment, seen: SeenProposal) => {
  const { knows } = seen.reading;
  return {
    ...comment,
    by: personRef(by, knows(by)),
    mentions: mentions.map(mentioned => personRef(mentioned, knows(mentioned))),
    versions: earlier,
    seen,
  };
};

export type SignOffView = ReturnType<typeof signOffView>;

function signOffView(key: SignOffKey, definition: WorkflowDefinition, seen: SeenProposal) {
  const { proposal, knows } = seen.reading;
  const given = proposal.signOffs[key];
  const required = requiredSignOff(definition, key);
  return {
    seen,
    key,
    title: required?.title ?? key,
    requiredRoles: [...(required?.roles ?? [])],
    status: given?.status ?? 'PENDING',
    staleBecause: given?.staleBecause ?? [],
    finding: given?.finding,
    by: given?.by && personRef(given.by, knows(given.by)),
    at: given?.at,
    onRevision: given?.onRevision,
    rationale: given?.rationale,
    checklist: given?.checklist && checklistView(given.checklist),
  };
}

const checklistView = ({ catalogue, total, answers }: Checklist) => ({
  ...{ version: catalogue.version, total, answered: answers.length },
  answers: answers.map(({ questionId, answer, note }) => ({ questionId, answer, note })),
});

export const conditionView = ({ evidence, commitment: _, ...condition }: Condition) => ({
  __typename: 'Condition' as const,
  ...condition,
  evidence: evidence?.evidence,
});

/** A concern that this person may not see is not named among those overruled either. */
function decisionView(decision: Decision, { knows, proposal: { concerns } }: Reading) {
  const { outcome, by, at, onRevision, reasons, wouldChangeIt } = decision;
  const overruled = decision.overruled.filter(id => concerns.some(concern => concern.id === id));
  return { outcome, by: personRef(by, knows(by)), at, onRevision, reasons, wouldChangeIt, overruled };
}

export interface ConcernView extends Omit<Concern, 'raisedBy' | 'answer' | 'outcome'> {
  __typename: 'Concern';
  raisedBy: PersonRef;
  organisationId: string;
  disposition?: string | undefined;
  response?: string | undefined;
  seen: SeenProposal;
}

export const concernView = (
  { raisedBy, answer, outcome: _, ...concern }: Concern,
  seen: SeenProposal,
): ConcernView => ({
  __typename: 'Concern',
  ...concern,
  seen,
  raisedBy: personRef(raisedBy, seen.reading.knows(raisedBy)),
  organisationId: raisedBy.organisationId,
  disposition: answer?.disposition,
  response: answer?.response,
});
