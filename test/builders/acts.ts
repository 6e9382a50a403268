// Commands as people send them, with sensible people and words filled in; `by` and any field of the input can be changed.
import type { CommandType, LoadedFacts, Proposal, SignOffKey } from '#governance';
import type { Asked } from './hallway.js';
import { actorOf, type Persona, type Who } from './people.js';
import { t1 } from './dossiers.js';

/** An act looks at the proposal as it stands, so that versions and ids are never made up. */
export type Act = (proposal?: Proposal) => Asked;

export interface Changes {
  by?: Who;
  facts?: Partial<LoadedFacts>;
  [field: string]: unknown;
}

type Fields = Record<string, unknown>;

const act =
  (type: CommandType, who: Who, fields: Fields | ((proposal: Proposal) => Fields), changes: Changes = {}): Act =>
  proposal => {
    const { by = who, facts, ...changed } = changes;
    const own = typeof fields === 'function' ? fields(proposal!) : fields;
    return { type, by: actorOf(by), input: { ...own, ...changed }, ...(facts ? { facts } : {}) };
  };

const on = ({ id }: Proposal): Fields => ({ proposalId: id });
const versioned = ({ id, version }: Proposal): Fields => ({ proposalId: id, expectedVersion: version });

/** Any command with an input of one's own, as a client might send it. */
export const raw = (type: CommandType, by: Who, input: unknown): Act => act(type, by, input as Fields);

export const draftProposal = (dossier: unknown = t1(), changes?: Changes): Act =>
  act('DraftProposal', 'analyst', { title: 'Where home visits are missing', dossier }, changes);

export const reviseProposal = (dossier: object, changes?: Changes): Act =>
  act('ReviseProposal', 'analyst', proposal => ({ ...versioned(proposal), dossier }), changes);

export const submitProposal = (changes?: Changes): Act => act('SubmitProposal', 'analyst', versioned, changes);

export const invitePartners = (organisationIds: string[] = ['partner-a', 'partner-b'], changes?: Changes): Act =>
  act('InvitePartners', 'engagement_lead', proposal => ({ ...versioned(proposal), organisationIds }), changes);

const signers: Record<string, Persona> = {
  purpose: 'data_steward',
  proportionality: 'privacy_officer',
  privacy_risk: 'security_officer',
  consultation: 'engagement_lead',
  transparency: 'privacy_officer_2',
};
export const signerOf = (key: string): Persona => signers[key] ?? 'data_steward';

export const giveSignOff = (signOff: SignOffKey | (string & {}), changes?: Changes): Act => {
  const words = { signOff, finding: 'MET', rationale: 'It holds as it stands.' };
  return act('GiveSignOff', signerOf(signOff), proposal => ({ ...versioned(proposal), ...words }), changes);
};

export const withdrawSignOff = (signOff: SignOffKey | (string & {}), changes?: Changes): Act => {
  const words = { signOff, reason: 'I was told something new.' };
  return act('WithdrawSignOff', signerOf(signOff), proposal => ({ ...versioned(proposal), ...words }), changes);
};

export const condition = (about: string[], more: object = {}) => ({
  statement: 'The rule for small counts is written down.',
  precedent: false,
  owner: 'Head of planning',
  dueAt: '2026-06-30T00:00:00.000Z',
  about,
  ...more,
});

export const raiseConcern = (changes?: Changes): Act => {
  const words = { statement: 'Families will stop coming.', severity: 'SUBSTANTIAL', about: ['CN-1'] };
  return act('RaiseConcern', 'partner_a', proposal => ({ ...on(proposal), ...words }), changes);
};

/** The id of the latest concern, which is the one that acts on concerns mean unless another is named. */
const latest = ({ concerns }: Proposal): string => concerns.at(-1)?.id ?? 'no-concern';

export const answerConcern = (changes?: Changes): Act =>
  act(
    'AnswerConcern',
    'engagement_lead',
    proposal => ({
      ...on(proposal),
      concernId: latest(proposal),
      disposition: 'ACCEPTED',
      response: 'Names are dropped.',
    }),
    changes,
  );

export const settleConcern = (outcome: string = 'SETTLED', changes?: Changes): Act =>
  act(
    'SettleConcern',
    'partner_a',
    proposal => ({ ...on(proposal), concernId: latest(proposal), outcome, note: 'We read the answer.' }),
    changes,
  );

export const proposeAlternative = (changes?: Changes): Act => {
  const words = { description: 'Send us the questions, we send the counts.', rung: 1, note: 'It worked last year.' };
  return act('ProposeAlternative', 'partner_a', proposal => ({ ...on(proposal), ...words }), changes);
};

export const recordDecision = (outcome: string = 'APPROVED', changes?: Changes): Act =>
  act('RecordDecision', 'approver', proposal => ({ ...versioned(proposal), outcome, reasons: 'As weighed.' }), changes);

export const raiseTier = (tier: string, changes?: Changes): Act => {
  const words = { tier, reason: 'The suburb is small.' };
  return act('RaiseTier', 'privacy_officer', proposal => ({ ...versioned(proposal), ...words }), changes);
};

export const markRelevance = (questionId: string, relevant: boolean, changes?: Changes): Act => {
  const words = { questionId, relevant, reason: 'Nothing of the kind happens here.' };
  return act('MarkRelevance', 'privacy_officer', proposal => ({ ...versioned(proposal), ...words }), changes);
};

export const declareConflict = (by: Who, changes?: Changes): Act =>
  act('DeclareConflict', by, proposal => ({ ...on(proposal), reason: 'My sister works there.' }), changes);

export const meetCondition = (conditionId: string, changes?: Changes): Act => {
  const words = { conditionId, evidence: 'The rule is signed; see the attached page.' };
  return act('MeetCondition', 'analyst', proposal => ({ ...on(proposal), ...words }), changes);
};

export const handOverProposal = (toPersonId: string = 'analyst_2', changes?: Changes): Act => {
  const words = { toPersonId, reason: 'I change teams.' };
  return act('HandOverProposal', 'analyst', proposal => ({ ...versioned(proposal), ...words }), changes);
};

export const withdrawProposal = (changes?: Changes): Act =>
  act('WithdrawProposal', 'analyst', proposal => ({ ...versioned(proposal), reason: 'No longer needed.' }), changes);

export const comment = (changes?: Changes): Act =>
  act('Comment', 'analyst_2', proposal => ({ ...on(proposal), body: 'See page two.' }), changes);

/** Of the last comment, by whoever made it. */
export const editComment = (changes?: Changes): Act => {
  const words = ({ comments }: Proposal): Fields => ({ commentId: comments.at(-1)?.id, body: 'See page three.' });
  return act('EditComment', 'analyst_2', proposal => ({ ...on(proposal), ...words(proposal) }), changes);
};

/** Taken for oneself, unless it says to whom it goes. */
export const assignTask = (work: string, by: Who, changes?: Changes): Act =>
  act('AssignTask', by, proposal => ({ ...on(proposal), work, to: actorOf(by).personId }), changes);

export const urgentRecord = (more: object = {}): Fields => ({
  'U-1': 'Case 4417, a tamaiti of six.',
  'U-2': 'Family Violence Act 2018: to protect a victim.',
  'U-3': 'A request.',
  'U-4': 'Concerns seen, with dates.',
  'U-5': 'J. S., advocate, at the refuge.',
  'U-6': 'Not asked: it could have raised the danger.',
  'U-7': 'The school counsellor, on 12 March at 14:10.',
  ...more,
});

export const recordUrgentDisclosure = (record: unknown = urgentRecord(), changes?: Changes): Act =>
  act('RecordUrgentDisclosure', 'analyst', { title: 'Case 4417', record }, changes);
