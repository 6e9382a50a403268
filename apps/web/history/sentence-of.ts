// One entry as the rest of a plain sentence: what was done, on which revision. Reads payloads with care, for entries of a type or a
// shape to come are shown as well as they can be.
import { summaryOf } from '../review/checklist-summary.js';
import { sectionNames } from '../words/places.js';
import { theRole } from '../words/roles.js';
import { dispositions, findings, outcomes, severities, signOffNames, tiers } from '../words/states.js';
import { didWords as did, workNames } from './sentence.words.js';

export interface Told {
  type: string;
  revision: number | null;
  payload: unknown;
  actor?: { id: string };
}

export interface Sentence {
  did: string;
  /** What it was done to, in people’s own words: for `Plain`. */
  what?: string;
}

/** Names for ids, as far as they are known. */
export interface Named {
  person?: (id: string) => string | undefined;
  question?: (id: string) => string | undefined;
  /** Whose act it is. */
  actor?: string | undefined;
}

type Payload = Readonly<Record<string, unknown>>;
type Tell = (payload: Payload, revision: string, named: Named) => string | Sentence;

export function sentenceOf({ type, revision, payload, actor }: Told, named: Named = {}): Sentence {
  const given = typeof payload === 'object' && payload !== null ? (payload as Payload) : {};
  const said = (Object.hasOwn(tellings, type) ? tellings[type]! : () => did.other(type))(
    given,
    did.revision(revision),
    { ...named, actor: actor?.id },
  );
  return typeof said === 'string' ? { did: said } : said;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
const many = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const lower = (said: string): string => said.charAt(0).toLowerCase() + said.slice(1);

/** The word for a key, or the key where there is none. */
const said = (words: Readonly<Record<string, string | { word: string }>>, key: unknown): string => {
  const found = Object.hasOwn(words, text(key)) ? words[text(key)]! : text(key);
  return lower(typeof found === 'string' ? found : found.word);
};

const signOffName = (key: unknown): string => signOffNames[text(key)] ?? text(key);

/** A question by its id and its title, where that is known. */
const questionName = (id: string, { question }: Named): string => {
  const title = question?.(id);
  return title === undefined ? id : `${id} (${title})`;
};

const sectionsOf = (paths: unknown, named: Named): string[] =>
  sectionNames(texts(paths)).map(name => questionName(name, named));

const personOf = ({ personId }: Payload, { person }: Named): string | undefined => person?.(text(personId));

/** Is there somebody whom the entry is about, beside who acted? */
export const concernsSomebody = ({ type }: Pick<Told, 'type'>): boolean =>
  ['IdentityLinked', 'IdentityUnlinked', 'RoleAssigned', 'RoleEnded', 'TaskAssigned'].includes(type);

const onRevision = ({ onRevision }: Payload, otherwise: string): string =>
  typeof onRevision === 'number' ? did.revision(onRevision) : otherwise;

/** What was gone through question by question, in half a line; nothing where there is none. */
const checklistIn = ({ checklist }: Payload): string[] => {
  const { total, answers } = (checklist ?? {}) as Payload;
  if (typeof total !== 'number' || !Array.isArray(answers)) return [];
  return [lower(summaryOf({ answered: answers.length, total, answers }))];
};

const settlements: Readonly<Record<string, string>> = {
  SETTLED: did.settled,
  DISPUTED: did.disputed,
  WITHDRAWN: did.tookBack,
};

const workName = (work: unknown): string => {
  const [kind = '', key = ''] = text(work).split(':');
  const name = Object.hasOwn(workNames, kind) ? workNames[kind as keyof typeof workNames] : text(work);
  return typeof name === 'string' ? name : name(signOffName(key));
};

const assigned: Tell = ({ work, to }, _, { person, actor }) => {
  if (!to) return did.handedBack(workName(work));
  const id = text((to as Payload)['personId']);
  return id === actor ? did.took(workName(work)) : did.handed(workName(work), person?.(id));
};

const ofProposals: Record<string, Tell> = {
  ProposalDrafted: ({ copyOf }) => (copyOf ? did.copied : did.began),
  UrgentDisclosureRecorded: () => did.recordedUrgent,
  ProposalRevised: ({ changedPaths }, revision, named) => did.revised(revision, sectionsOf(changedPaths, named)),
  ProposalSubmitted: (_, revision) => did.submitted(revision),
  ProposalHandedOver: () => did.handedOver,
  ProposalWithdrawn: () => did.withdrewProposal,
  PartnersInvited: ({ organisationIds }) => did.invited(many(organisationIds)),
  AlternativeProposed: () => did.proposedWay,
  ConcernRaised: ({ severity, about, audience }, _, named) =>
    did.raised(said(severities, severity), sectionsOf(about, named), audience === 'REVIEWERS'),
  ConcernAnswered: ({ disposition }) => did.answered(said(dispositions, disposition)),
  ConcernSettled: ({ status }) => settlements[text(status)] ?? did.other('ConcernSettled'),
  RelevanceMarked: ({ questionId, relevant }, _, named) =>
    did.marked(questionName(text(questionId), named), relevant === true),
  TierChanged: ({ from, to }) => did.changedTier(said(tiers, from), said(tiers, to)),
  WorkflowPinned: () => did.pinned,
  SignOffGiven: (payload, revision) =>
    did.signed(
      ...([signOffName(payload['signOff']), onRevision(payload, revision)] as const),
      [said(findings, payload['finding']), ...checklistIn(payload)].join(', '),
    ),
  SignOffWithdrawn: ({ signOff }) => did.withdrewSignOff(signOffName(signOff)),
  SignOffMadeStale: ({ signOff, staleBecause }, _, named) =>
    did.madeStale(signOffName(signOff), sectionsOf(staleBecause, named)),
  ConflictDeclared: () => did.declaredConflict,
  ConditionEvidenced: () => did.evidenced,
  ConditionMet: () => did.confirmed,
  DecisionRecorded: (payload, revision) =>
    did.decided(onRevision(payload, revision), said(outcomes, payload['outcome'])),
  CommentMade: ({ audience }) => (audience === 'INTERNAL' ? did.commentedInside : did.commented),
  CommentEdited: () => did.editedComment,
  TaskAssigned: assigned,
};

const ofTheRest: Record<string, Tell> = {
  WordsErased: ({ erased, lost }) => (lost ? did.erasedAgain(many(erased)) : did.erased(many(erased))),
  OrganisationAdded: ({ name }) => ({ did: did.addedOrganisation, what: text(name) }),
  PersonAdded: ({ displayName }) => ({ did: did.addedPerson, what: text(displayName) }),
  RoleAssigned: (payload, _, named) =>
    did.gaveRole(theRole(text(payload['role'])).replace(/^the /, ''), personOf(payload, named)),
  RoleEnded: (payload, _, named) => did.endedRole(personOf(payload, named)),
  TokenIssued: ({ label }) => ({ did: did.issuedToken, what: text(label) }),
  TokenRevoked: () => did.revokedToken,
  IdentityLinked: (payload, _, named) => did.linked(personOf(payload, named)),
  IdentityUnlinked: (payload, _, named) => did.unlinked(personOf(payload, named)),
  AuditorRead: ({ operations, proposalIds }) => did.read(texts(operations), many(proposalIds)),
  DefinitionPublished: () => did.publishedDefinition,
  CataloguePublished: () => did.publishedCatalogue,
  SigningKeyIntroduced: () => did.broughtKey,
  SigningKeyRotated: () => did.changedKey,
  HistoryLost: () => did.lost,
};

const tellings: Record<string, Tell> = { ...ofProposals, ...ofTheRest };
