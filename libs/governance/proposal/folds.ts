// The larger folds of evolve.ts: concerns, sign-offs, conditions, decisions and comments laid in place.
import type { EventOf } from './events.js';
import type { Comment, Concern, Condition, Proposal, SignOff } from './proposal.js';

export const including = <T>(list: T[], item: T): T[] => (list.includes(item) ? list : [...list, item]);

const withConcern = (proposal: Proposal, id: string, change: Partial<Concern>): Partial<Proposal> => ({
  concerns: proposal.concerns.map(concern => (concern.id === id ? { ...concern, ...change } : concern)),
});

export const concernRaised = ({ concerns }: Proposal, event: EventOf<'ConcernRaised'>): Partial<Proposal> => ({
  concerns: [
    ...concerns,
    {
      id: event.concernId,
      audience: event.audience,
      raisedBy: event.by,
      raisedAt: event.at,
      statement: event.statement,
      severity: event.severity,
      about: event.about,
      status: 'OPEN',
    },
  ],
});

export const concernAnswered = (proposal: Proposal, event: EventOf<'ConcernAnswered'>): Partial<Proposal> => {
  const { by, at, disposition, response } = event;
  const { acts } = proposal;
  const answerers = [...acts.answerers, { personId: by.personId, role: by.role }];
  return {
    ...withConcern(proposal, event.concernId, { status: 'ANSWERED', answer: { by, at, disposition, response } }),
    acts: { ...acts, answerers },
  };
};

export const concernSettled = (proposal: Proposal, event: EventOf<'ConcernSettled'>): Partial<Proposal> => {
  const { by, at, note, status } = event;
  return withConcern(proposal, event.concernId, { status, outcome: { by, at, ...(note ? { note } : {}) } });
};

/** A sign-off replaces its predecessor whole; its conditions go with it. The statechart sets the status. */
export const signOffGiven = ({ signOffs, acts }: Proposal, event: EventOf<'SignOffGiven'>): Partial<Proposal> => {
  const { signOff: key, finding, onRevision, rationale, conditions, checklist, content, by, at } = event;
  const status = signOffs[key]?.status ?? 'PENDING';
  const given: SignOff = { key, status, finding, by, at, onRevision, rationale, conditions, staleBecause: [] };
  return {
    signOffs: {
      ...signOffs,
      [key]: { ...given, ...(checklist ? { checklist } : {}), ...(content ? { content } : {}) },
    },
    acts: { ...acts, signers: [...acts.signers, { personId: by.personId, key }] },
  };
};

export const signOffMadeStale = ({ signOffs }: Proposal, event: EventOf<'SignOffMadeStale'>): Partial<Proposal> => {
  const { signOff: key, staleBecause } = event;
  const given = signOffs[key];
  return given ? { signOffs: { ...signOffs, [key]: { ...given, staleBecause } } } : {};
};

const changeCondition = (
  { signOffs, decision }: Proposal,
  id: string,
  change: Partial<Condition>,
): Partial<Proposal> => {
  const changed = (conditions: Condition[]): Condition[] =>
    conditions.map(condition => (condition.id === id ? { ...condition, ...change } : condition));
  const entries = Object.entries(signOffs).map(([key, signOff]) => [
    key,
    { ...signOff, conditions: changed(signOff.conditions) },
  ]);
  return {
    signOffs: Object.fromEntries(entries) as Proposal['signOffs'],
    ...(decision ? { decision: { ...decision, conditions: changed(decision.conditions) } } : {}),
  };
};

export const conditionEvidenced = (proposal: Proposal, event: EventOf<'ConditionEvidenced'>): Partial<Proposal> => {
  const { by, at, evidence } = event;
  return changeCondition(proposal, event.conditionId, { evidence: { by, at, evidence } });
};

export const conditionMet = (proposal: Proposal, event: EventOf<'ConditionMet'>): Partial<Proposal> =>
  changeCondition(proposal, event.conditionId, { metAt: event.at });

export const decisionRecorded = ({ acts }: Proposal, event: EventOf<'DecisionRecorded'>): Partial<Proposal> => {
  const { outcome, by, at, onRevision, reasons, wouldChangeIt, overruled, conditions, answers, content } = event;
  return {
    decision: {
      outcome,
      by,
      at,
      onRevision,
      reasons,
      ...(wouldChangeIt ? { wouldChangeIt } : {}),
      overruled,
      conditions,
      answers,
      ...(content ? { content } : {}),
    },
    acts: { ...acts, deciders: including(acts.deciders, by.personId) },
  };
};

export function commentMade({ comments }: Proposal, event: EventOf<'CommentMade'>): Partial<Proposal> {
  const { commentId: id, by, at, body, about, audience, mentions } = event;
  return { comments: [...comments, { id, by, at, body, about, audience, ...(mentions ? { mentions } : {}) }] };
}

export const commentEdited = ({ comments }: Proposal, event: EventOf<'CommentEdited'>): Partial<Proposal> => ({
  comments: comments.map(comment => (comment.id === event.commentId ? edited(comment, event) : comment)),
});

const edited = (comment: Comment, { at: editedAt, body }: EventOf<'CommentEdited'>): Comment => ({
  ...comment,
  body,
  editedAt,
  earlier: [...(comment.earlier ?? []), { body: comment.body, at: comment.editedAt ?? comment.at }],
});

/** What was said of the same piece of work before is replaced, or taken back. */
export const taskAssigned = ({ assignments = [] }: Proposal, event: EventOf<'TaskAssigned'>): Partial<Proposal> => {
  const { work, to, by, at, note } = event;
  const others = assignments.filter(each => each.work !== work);
  return { assignments: to ? [...others, { work, to, by, at, ...(note ? { note } : {}) }] : others };
};
