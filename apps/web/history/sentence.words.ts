// What an entry says that somebody did: the rest of the sentence that begins “Ines Harding, privacy officer, …”.
import { count, defineWords, listed, listedBriefly } from '../words/define-words.js';

export const didWords = defineWords({
  began: 'began the proposal',
  copied: 'began the proposal as a copy of another one',
  recordedUrgent: 'recorded an urgent disclosure',
  revised: (revision: string, sections: readonly string[]) =>
    sections.length > 0 ? `saved ${revision}: ${listedBriefly(sections)} changed` : `saved ${revision}`,
  submitted: (revision: string) => `submitted ${revision} for review`,
  handedOver: 'handed the proposal over to another author',
  withdrewProposal: 'withdrew the proposal',
  invited: (many: number) =>
    many === 0 ? 'invited no partner any more' : `invited ${count(many, 'partner organisation')}`,
  proposedWay: 'proposed a less intrusive way',
  raised: (severity: string, about: readonly string[], isAmongReviewers: boolean) =>
    `raised a ${severity} concern${about.length > 0 ? ` about ${listed(about)}` : ''}${isAmongReviewers ? ', among reviewers' : ''}`,
  answered: (disposition: string) => `answered a concern: ${disposition}`,
  settled: 'accepted the answer to a concern',
  disputed: 'did not accept the answer to a concern',
  tookBack: 'took a concern back',
  marked: (question: string, isRelevant: boolean) =>
    `marked ${question} as ${isRelevant ? 'relevant' : 'not relevant'}`,
  changedTier: (from: string, to: string) => `changed the tier from ${from} to ${to}`,
  pinned: 'put the proposal under the workflow in force',
  signed: (title: string, revision: string, finding: string) => `gave the sign-off ${title} on ${revision}: ${finding}`,
  withdrewSignOff: (title: string) => `withdrew the sign-off ${title}`,
  madeStale: (title: string, causes: readonly string[]) =>
    `made the sign-off ${title} stale${causes.length > 0 ? `: ${listed(causes)}` : ''}`,
  declaredConflict: 'declared a conflict of interest',
  evidenced: 'showed evidence for a condition',
  confirmed: 'confirmed that a condition is met',
  decided: (revision: string, outcome: string) => `decided on ${revision}: ${outcome}`,
  commented: 'left a comment',
  commentedInside: 'left a comment for the inside only',
  editedComment: 'wrote a comment anew',
  took: (work: string) => `took on ${work}`,
  handed: (work: string, person = 'a colleague') => `handed ${work} to ${person}`,
  handedBack: (work: string) => `handed ${work} back to all who may do it`,
  erased: (entries: number) => `erased words of ${count(entries, 'entry', 'entries')} for good`,
  erasedAgain: (entries: number) => `erased words of ${count(entries, 'entry', 'entries')} again, after a restore`,
  addedOrganisation: 'added the organisation',
  addedPerson: 'added the person',
  gaveRole: (role: string, person = 'somebody') => `gave ${person} the role of ${role}`,
  endedRole: (person = 'somebody') => `ended a role of ${person}`,
  issuedToken: 'issued an access token for',
  revokedToken: 'revoked an access token',
  linked: (person = 'somebody') => `linked a way to sign in for ${person}`,
  unlinked: (person = 'somebody') => `took a way to sign in from ${person}`,
  read: (operations: readonly string[], proposals: number) =>
    `read ${listed(operations)}${proposals > 0 ? ` of ${count(proposals, 'proposal')}` : ''}`,
  publishedDefinition: 'published a workflow',
  publishedCatalogue: 'published the questions that are asked',
  broughtKey: 'brought in the key that signs the ledger',
  changedKey: 'went over to a new signing key, with the signatures of both',
  lost: 'declared that history was lost',
  other: (type: string) => `did what this page has no words for: ${type}`,
  revision: (revision: number | null) => (revision === null ? 'a revision' : `revision ${revision}`),
});

/** Pieces of work, by their kind. */
export const workNames = defineWords({
  signOff: (title: string) => `the sign-off ${title}`,
  concern: 'a concern',
  condition: 'the confirmation of a condition',
  decision: 'the decision',
  say: 'the say of the organisation',
});

/** Many acts of one kind in a row, by what they were done to. What is not here is never folded. */
export const manyDid: Readonly<Record<string, (many: number) => string>> = {
  IdentityLinked: many => `gave ${count(many, 'person', 'people')} a way to sign in`,
  IdentityUnlinked: many => `took ways to sign in from ${count(many, 'person', 'people')}`,
  OrganisationAdded: many => `added ${count(many, 'organisation')}`,
  PersonAdded: many => `added ${count(many, 'person', 'people')}`,
  RoleAssigned: many => `gave roles to ${count(many, 'person', 'people')}`,
  RoleEnded: many => `ended roles of ${count(many, 'person', 'people')}`,
  TokenIssued: many => `issued access tokens for ${count(many, 'person', 'people')}`,
  TokenRevoked: many => `revoked access tokens of ${count(many, 'person', 'people')}`,
  DefinitionPublished: many => `published ${count(many, 'workflow')}`,
  CataloguePublished: many => `published ${count(many, 'catalogue')} of questions`,
  AuditorRead: many => `read ${count(many, 'time')}`,
  ProposalRevised: many => `saved the draft ${count(many, 'time')}`,
  RelevanceMarked: many => `said of ${count(many, 'question')} whether they are relevant`,
};
