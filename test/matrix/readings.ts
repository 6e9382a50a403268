// What each query of the tables asks for, and how its answer is read: all of it, the part that partners see, or nothing.
import type { Row } from '../harness/index.js';
import type { Column } from './columns.js';
import type { Hall } from './requests.js';
import { otherDossier } from './requests.js';

export interface Read {
  query: string;
  variables: (hall: Hall) => object;
  /** w, p or -. */
  seen: (data: Row, hall: Hall) => string;
}

const proposalFields = 'id dossier { facts } urgentRecord';
/** The facts of a draft and the record of an urgent disclosure are hidden from partners. */
const extentOf = (proposal: Row | null | undefined): string => {
  if (!proposal) return '-';
  const isWhole = Object.keys(proposal['dossier'].facts as object).length > 0 || proposal['urgentRecord'] !== null;
  return isWhole ? 'w' : 'p';
};
const all = (found: unknown): string => (found ? 'w' : '-');

const reading = (query: string, variables: Read['variables'], seen: Read['seen']): Read => ({ query, variables, seen });
const ofId = ({ subject }: Hall) => ({ id: subject.proposalId });

const nodeQuery = `query ($id: ID!) { node(id: $id) { __typename id ... on Person { displayName }
  ... on Proposal { dossier { facts } urgentRecord } ... on Concern { statement } ... on Condition { statement } } }`;
const nodeOf = (idOf: (hall: Hall) => string): Read =>
  reading(
    nodeQuery,
    hall => ({ id: idOf(hall) }),
    ({ node }) => all(node),
  );

const receiptFor = (idOf: (hall: Hall) => string): Read =>
  reading(
    'query ($id: ID!) { receipt(entryId: $id) { acknowledgement } }',
    hall => ({ id: idOf(hall) }),
    ({ receipt }) => all(receipt),
  );
const proofOf = (idOf: (hall: Hall) => string): Read =>
  reading(
    'query ($id: ID!) { entryProof(entryId: $id) { index } }',
    hall => ({ id: idOf(hall) }),
    ({ entryProof }) => all(entryProof),
  );

const pastQuery = `query ($id: ID!, $sequence: Int, $at: DateTime) {
  proposalAsOf(id: $id, sequence: $sequence, at: $at) { ${proposalFields} } }`;
const pastAt = (moment: (hall: Hall) => object): Read =>
  reading(
    pastQuery,
    hall => ({ ...ofId(hall), ...moment(hall) }),
    data => extentOf(data['proposalAsOf']),
  );

const listed = ({ edges }: { edges: { node: Row }[] }, { subject }: Hall): Row | undefined =>
  edges.map(({ node }) => node).find(({ id }) => id === subject.proposalId);

const beginnings = ['ProposalDrafted', 'UrgentDisclosureRecorded'];
const historySeen = (types: string[]): string => {
  if (types.length === 0) return '-';
  return types.some(type => beginnings.includes(type)) ? 'w' : 'p';
};

const mentionsReading = reading(
  'query { myMentions { proposal { id } } }',
  () => ({}),
  (data, { subject }) => all((data['myMentions'] as Row[]).some(({ proposal }) => proposal.id === subject.proposalId)),
);

/** `people with pa`, `roleHistory of a2`: is that person's in what is listed? */
function directoryReadings(): Record<string, Read> {
  const hasPerson =
    (field: string, personOf: (node: Row) => Row, who: Column): Read['seen'] =>
    (data, { members }) => {
      const nodes = (data[field].edges as { node: Row }[]).map(({ node }) => personOf(node));
      return all(nodes.some(({ id }) => id === members[who].personId));
    };
  const itself = (node: Row): Row => node;
  const holder = ({ person }: Row): Row => person as Row;
  const ofId =
    (who: Column) =>
    ({ members }: Hall) => ({ id: members[who].personId });
  const people = 'query { people(first: 100) { edges { node { id } } } }';
  const roles = `query ($id: ID!) { roleHistory(filter: { personId: $id }) { edges { node { person { id } } } } }`;
  const tokens = `query ($id: ID!) { accessTokens(personId: $id) { edges { node { person { id } } } } }`;
  const identities = `query ($id: ID!) { identities(personId: $id) { edges { node { person { id } } } } }`;
  const sessions = `query ($id: ID!) { sessions(personId: $id) { person { id } } }`;
  return {
    'identities of a2': reading(identities, ofId('a2'), hasPerson('identities', holder, 'a2')),
    'sessions of a2': reading(sessions, ofId('a2'), (data, { members }) =>
      all((data['sessions'] as Row[]).some(({ person }) => person.id === members.a2.personId)),
    ),
    'people with a2': reading(people, () => ({}), hasPerson('people', itself, 'a2')),
    'people with pa': reading(people, () => ({}), hasPerson('people', itself, 'pa')),
    'roleHistory of a2': reading(roles, ofId('a2'), hasPerson('roleHistory', holder, 'a2')),
    'accessTokens of a2': reading(tokens, ofId('a2'), hasPerson('accessTokens', holder, 'a2')),
  };
}

export const readings: Record<string, Read> = {
  proposal: reading(`query ($id: ID!) { proposal(id: $id) { ${proposalFields} } }`, ofId, data =>
    extentOf(data['proposal']),
  ),
  proposalByReference: reading(
    `query ($reference: String!) { proposalByReference(reference: $reference) { ${proposalFields} } }`,
    ({ subject: { reference } }) => ({ reference }),
    data => extentOf(data['proposalByReference']),
  ),
  'node of the proposal': reading(nodeQuery, ofId, ({ node }) => extentOf(node)),
  proposals: reading(
    `query ($text: String) { proposals(filter: { text: $text }, first: 100) {
      edges { node { ${proposalFields} } } } }`,
    ({ subject }) => ({ text: subject.title }),
    (data, hall) => extentOf(listed(data['proposals'], hall)),
  ),
  portfolioAsOf: reading(
    `query { portfolioAsOf(at: "2099-01-01T00:00:00Z", first: 100) { edges { node { ${proposalFields} } } } }`,
    () => ({}),
    (data, hall) => extentOf(listed(data['portfolioAsOf'], hall)),
  ),
  'proposalAsOf the draft': pastAt(() => ({ sequence: 1 })),
  'proposalAsOf at': pastAt(() => ({ at: '2099-01-01T00:00:00Z' })),
  proposalAsOf: pastAt(({ subject }) => ({ sequence: subject.sequence })),
  previewRevision: reading(
    `query ($id: ID!, $dossier: DossierInput!) { previewRevision(proposalId: $id, dossier: $dossier) { changedPaths } }`,
    hall => ({ ...ofId(hall), dossier: otherDossier() }),
    data => all(data['previewRevision']),
  ),
  decisionHistory: reading(
    `query ($id: ID!) { decisionHistory(filter: { proposalId: $id }, first: 100) { edges { node { type } } } }`,
    ofId,
    data => historySeen((data['decisionHistory'].edges as { node: Row }[]).map(({ node }) => node['type'] as string)),
  ),
  'node of the first entry': nodeOf(({ subject }) => subject.firstEntryId),
  'node of the concern': nodeOf(({ subject }) => subject.concernId),
  'node of the entry of the concern': nodeOf(({ subject }) => subject.concernEntryId),
  'receipt for the first entry': receiptFor(({ subject }) => subject.firstEntryId),
  'receipt for the entry of the concern': receiptFor(({ subject }) => subject.concernEntryId),
  'entryProof of the first entry': proofOf(({ subject }) => subject.firstEntryId),
  'entryProof of the entry of the concern': proofOf(({ subject }) => subject.concernEntryId),
  'node of the condition': nodeOf(({ subject }) => subject.conditionId),
  'node of the author': reading(
    nodeQuery,
    ({ members }) => ({ id: members.an.personId }),
    ({ node }, { members }) => all(node?.displayName === members.an.name),
  ),
  'node of the lead organisation': nodeOf(({ members }) => members.an.organisationId),
  ...directoryReadings(),
  viewer: reading(
    'query { viewer { person { id } } }',
    () => ({}),
    data => all(data['viewer'].person.id),
  ),
  organisations: reading(
    'query { organisations { id } }',
    () => ({}),
    data => all((data['organisations'] as Row[]).length >= 5),
  ),
  catalogue: reading(
    'query { catalogue { questions { id } } }',
    () => ({}),
    data => all(data['catalogue'].questions.length > 0),
  ),
  workflows: reading(
    'query { workflows { key } }',
    () => ({}),
    data => all((data['workflows'] as Row[]).length > 0),
  ),
  mentionable: reading('query ($id: ID!) { mentionable(proposalId: $id) { id } }', ofId, data =>
    all((data['mentionable'] as Row[]).length > 0),
  ),
  'myMentions by an for INTERNAL naming ap': mentionsReading,
  'myMentions by pa for PARTNERS naming pc': mentionsReading,
  myWork: reading(
    'query { myWork(first: 100) { edges { node { proposal { id } } } } }',
    () => ({}),
    (data, { subject }) =>
      all((data['myWork'].edges as { node: Row }[]).some(({ node }) => node['proposal'].id === subject.proposalId)),
  ),
  reports: reading(
    `query { reports(from: "2020-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z") {
      decisions { count } timeInState { count } staleSignOffs { count } concerns { count } } }`,
    () => ({}),
    ({ reports }) => all(Object.values(reports as Row).some(counts => (counts as Row[]).length > 0)),
  ),
  ledger: reading(
    'query { ledger { size sealing } }',
    () => ({}),
    data => all(data['ledger'].sealing !== undefined),
  ),
  checkpoint: reading(
    'query { checkpoint { size } }',
    () => ({}),
    data => all(data['checkpoint']),
  ),
  consistencyProof: reading(
    'query { consistencyProof(from: 1, to: 2) { proof } }',
    () => ({}),
    data => all(data['consistencyProof'].proof.length > 0),
  ),
};

/** By the title of a grid, without whose concern or which condition it is about. Throws where none is known. */
export function readingFor(operation: string, particulars: string): Read {
  const plain = particulars.replace(/ by \w\w( among reviewers)?$/, '').replace(/ with(out)? evidence$/, '');
  const title = `${operation} ${plain}`.trim();
  const read = readings[title];
  if (!read) throw new Error(`No reading is known for ${title}.`);
  return read;
}
