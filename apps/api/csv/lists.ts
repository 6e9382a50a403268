// Which lists there are as CSV: the query that answers each, and what of it is a column. Whoever may ask the query may have the file.
import type { Cell } from '#csv';

export interface CsvList {
  /** Its variables, beside `first` and `after`, are what can be asked for in the address. */
  query: string;
  /** Where the list stands in the answer: a connection, or a plain list. */
  at: readonly string[];
  columns: readonly Column[];
}

/** The heading, and where its value stands in an element; of a list, its elements are one cell. */
export type Column = readonly [heading: string, path: string];

const page = 'pageInfo { hasNextPage endCursor }';
const person = '{ displayName organisation { name } }';

const proposals: CsvList = {
  query: `query ($filter: ProposalFilter, $sort: ProposalSort, $first: Int, $after: String) {
    proposals(filter: $filter, sort: $sort, first: $first, after: $after) { ${page} edges { node {
      reference title state tier version revision leadOrganisation { name } author ${person} dueOn createdAt updatedAt id } } } }`,
  at: ['proposals'],
  columns: [
    ['Reference', 'reference'],
    ['Title', 'title'],
    ['State', 'state'],
    ['Tier', 'tier'],
    ['Lead organisation', 'leadOrganisation.name'],
    ['Author', 'author.displayName'],
    ['Due on', 'dueOn'],
    ['Version', 'version'],
    ['Revision', 'revision'],
    ['Created at', 'createdAt'],
    ['Updated at', 'updatedAt'],
    ['Id', 'id'],
  ],
};

const myWork: CsvList = {
  query: `query ($first: Int, $after: String) { myWork(first: $first, after: $after) { ${page} edges { node {
    group kind dueOn workingDaysLeft since why subject waitsFor { displayName } holder { person { displayName } since } proposal { reference title id } } } } }`,
  at: ['myWork'],
  columns: [
    ['Group', 'group'],
    ['Task', 'kind'],
    ['Reference', 'proposal.reference'],
    ['Title', 'proposal.title'],
    ['Due on', 'dueOn'],
    ['Working days left', 'workingDaysLeft'],
    ['Since', 'since'],
    ['Why', 'why'],
    ['Waits for', 'waitsFor.displayName'],
    ['Taken by', 'holder.person.displayName'],
    ['Taken at', 'holder.since'],
    ['About', 'subject'],
    ['Proposal id', 'proposal.id'],
  ],
};

const history: CsvList = {
  query: `query ($filter: HistoryFilter, $order: HistoryOrder, $first: Int, $after: String) {
    decisionHistory(filter: $filter, order: $order, first: $first, after: $after) { ${page} edges { node {
      at type actor ${person} role reference stream sequence index revision acknowledgement hash commandId proposalId id } } } }`,
  at: ['decisionHistory'],
  columns: [
    ['At', 'at'],
    ['Type', 'type'],
    ['By', 'actor.displayName'],
    ['Organisation', 'actor.organisation.name'],
    ['Role', 'role'],
    ['Reference', 'reference'],
    ['Revision', 'revision'],
    ['Acknowledgement', 'acknowledgement'],
    ['Place in the ledger', 'index'],
    ['Stream', 'stream'],
    ['Sequence', 'sequence'],
    ['Hash', 'hash'],
    ['Command id', 'commandId'],
    ['Proposal id', 'proposalId'],
    ['Id', 'id'],
  ],
};

const people: CsvList = {
  query: `query ($organisationId: ID, $first: Int, $after: String) {
    people(organisationId: $organisationId, first: $first, after: $after) { ${page} edges { node { displayName organisation { name } id } } } }`,
  at: ['people'],
  columns: [
    ['Name', 'displayName'],
    ['Organisation', 'organisation.name'],
    ['Id', 'id'],
  ],
};

const report = (part: string, fields: string, columns: readonly Column[]): CsvList => ({
  query: `query ($from: DateTime!, $to: DateTime!, $organisationId: ID) {
    reports(from: $from, to: $to, organisationId: $organisationId) { ${part} { ${fields} } } }`,
  at: ['reports', part],
  columns,
});

const reports: Record<string, CsvList> = {
  decisions: report('decisions', 'month outcome tier organisation { name } count', [
    ['Month', 'month'],
    ['Outcome', 'outcome'],
    ['Tier', 'tier'],
    ['Lead organisation', 'organisation.name'],
    ['Decisions', 'count'],
  ]),
  timeInState: report('timeInState', 'state tier p50Seconds p90Seconds count', [
    ['State', 'state'],
    ['Tier', 'tier'],
    ['Half took no longer than (seconds)', 'p50Seconds'],
    ['Nine in ten took no longer than (seconds)', 'p90Seconds'],
    ['Proposals', 'count'],
  ]),
  staleSignOffs: report('staleSignOffs', 'signOff cause count', [
    ['Sign-off', 'signOff'],
    ['Cause', 'cause'],
    ['Times', 'count'],
  ]),
  concerns: report('concerns', 'severity disposition count', [
    ['Weight', 'severity'],
    ['Disposition', 'disposition'],
    ['Concerns', 'count'],
  ]),
};

const lists: Record<string, CsvList> = { proposals, 'my-work': myWork, history, people };

/** The parts of a report, each a list of its own: `/csv/reports?part=decisions`. */
export const reportParts = Object.keys(reports);

export const findList = (name: string, part = reportParts[0]): CsvList | undefined => {
  if (name === 'reports') return part !== undefined && Object.hasOwn(reports, part) ? reports[part] : undefined;
  return Object.hasOwn(lists, name) ? lists[name] : undefined;
};

export function cellOf(element: unknown, path: string): Cell {
  const value = path.split('.').reduce<unknown>(step, element);
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

const step = (value: unknown, name: string): unknown =>
  Array.isArray(value) ? value.map(each => step(each, name)) : (value as Record<string, unknown> | null)?.[name];
