// The ways to the same fields: by id, as a node, in lists, in the past, in the history, in receipts and in previews.
import { v7 as uuidv7 } from 'uuid';
import type { Row } from '../../harness/index.js';
import { knock } from '../door.js';
import type { Garden } from './plant.js';
import { selectAll } from './select-all.js';
import type { Reader } from './notation.js';

/** What one request showed: its operation type, the data, and the whole answer as text. */
export interface Shown {
  operation: 'Query' | 'Mutation' | 'Subscription';
  data: Row | null;
  text: string;
}

const proposal = selectAll('Proposal');
const entry = selectAll('LedgerEntry');
const nodeQuery = (type: string): string =>
  `query ($id: ID!) { node(id: $id) { __typename ... on ${type} ${selectAll(type)} } }`;

export const routesOf = (garden: Garden, reader: Reader) => {
  const ask = async (text: string, variables: object = {}): Promise<Shown> => {
    const answer = await knock(garden.api.url, garden.members[reader].token, text, variables);
    const operation = text.startsWith('mutation') ? ('Mutation' as const) : ('Query' as const);
    const problems = (answer.body.errors ?? []).map(({ extensions }) => extensions.code);
    const unexpected = problems.filter(code => !['UNAUTHENTICATED', 'BAD_USER_INPUT'].includes(code));
    if (unexpected.length > 0) throw new Error(`${reader}: ${JSON.stringify(answer.body.errors)}: ${text}`);
    return { operation, data: answer.body.data ?? null, text: JSON.stringify(answer.body) };
  };
  const tell = (mutation: string, input: object): Promise<Shown> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${selectAll(resultOf(mutation))} }`;
    return ask(text, { input: { commandId: uuidv7(), ...input } });
  };
  const forEach = (ids: string[], text: string, more: object = {}): Promise<Shown[]> =>
    Promise.all(ids.map(id => ask(text, { id, ...more })));
  return { ask, tell, ...routesToProposals(garden, ask, forEach), nodes: nodesOf(garden, forEach) };
};

const ofDirectory = new Set([
  ...['addOrganisation', 'addPerson', 'assignRole', 'endRole', 'issueToken', 'revokeToken'],
  ...['linkIdentity', 'unlinkIdentity'],
]);
const ofSessions = new Set(['endSession', 'endSessions']);

const resultOf = (mutation: string): string => {
  if (ofSessions.has(mutation)) return 'SessionsResult';
  if (ofDirectory.has(mutation)) return 'DirectoryResult';
  return mutation === 'eraseWords' ? 'ErasureResult' : 'CommandResult';
};

type Ask = (text: string, variables?: object) => Promise<Shown>;
type ForEach = (ids: string[], text: string, more?: object) => Promise<Shown[]>;

/** Each of these shows the whole of what its reader may see of all proposals. */
const routesToProposals = ({ proposalIds }: Garden, ask: Ask, forEach: ForEach) => ({
  byId: () => forEach(proposalIds, `query ($id: ID!) { proposal(id: $id) ${proposal} }`),
  asNode: () => forEach(proposalIds, nodeQuery('Proposal')),
  inTheList: async () => [await ask(`query { proposals(first: 100) ${selectAll('ProposalConnection')} }`)],
  inThePast: () =>
    forEach(proposalIds, `query ($id: ID!) { proposalAsOf(id: $id, at: "2099-01-01T00:00:00Z") ${proposal} }`),
  inThePortfolio: async () => [
    await ask(`query { portfolioAsOf(at: "2099-01-01T00:00:00Z", first: 100) ${selectAll('PortfolioConnection')} }`),
  ],
  inTheHistory: () =>
    forEach(
      proposalIds,
      `query ($id: ID!) { decisionHistory(filter: { proposalId: $id }, first: 100) { edges { node ${entry} } } }`,
    ),
});

/** Everything by its own id, whoever asks. */
const nodesOf =
  ({ partIds }: Garden, forEach: ForEach) =>
  async (entryIds: string[]): Promise<Shown[]> => [
    ...(await forEach(partIds, nodeQuery('Concern'))),
    ...(await forEach(partIds, nodeQuery('Condition'))),
    ...(await forEach(entryIds, nodeQuery('LedgerEntry'))),
  ];
