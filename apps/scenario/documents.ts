// The GraphQL documents that the player sends: one mutation for every command, and small reads of one proposal.
// Each stays far below the limits of the API: depth 12, 15 aliases, 2,000 tokens, pages of 100.
import type { Check } from './case-file.js';
import { type CommandName, inputTypeOf } from './commands.js';

export const mutation = (command: CommandName): string => `
mutation Play($input: ${inputTypeOf(command)}!) {
  ${command}(input: $input) {
    __typename
    ... on Receipt { commandId replayed proposal { id version } entries { type payload } }
    ... on Problem { kind code message path blockers { code message subject } }
  }
}`;

export const viewerQuery = `
query Viewer { viewer { person { id organisation { id name } } } }`;

export const versionQuery = `
query Version($id: ID!) { proposal(id: $id) { id version } }`;

export const conditionsQuery = `
query Conditions($id: ID!) { proposal(id: $id) { id conditions { id metAt } } }`;

export const alternativesQuery = `
query Alternatives($id: ID!) { proposal(id: $id) { id dossier { alternatives { id description proposedByPartner } } } }`;

export const concernsQuery = `
query Concerns($id: ID!, $after: String) {
  proposal(id: $id) {
    id
    page: concerns(first: 100, after: $after) {
      edges { node { id statement status disposition raisedAt raisedBy { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const historyQuery = `
query History($id: ID!, $after: String) {
  proposal(id: $id) {
    id
    page: history(first: 100, after: $after) { edges { node { type } } pageInfo { hasNextPage endCursor } }
  }
}`;

export const previewQuery = `
query Preview($id: ID!, $dossier: DossierInput!) {
  previewRevision(proposalId: $id, dossier: $dossier) { becomesStale stays }
}`;

const fieldsOf: Partial<Record<keyof Check, string>> = {
  state: 'state',
  tier: 'tier',
  revision: 'revision',
  signOffs: 'signOffs { key status finding staleBecause }',
  sees: 'concerns(first: 1) { totalCount }',
  conditionsOpen: 'conditions { id metAt }',
  available: 'availableCommands { command allowed }',
};

/** Asks only for what the look compares, so that nothing else can stand in its way. */
export function lookQuery(check: Check): string {
  const fields = (Object.keys(check) as (keyof Check)[]).flatMap(key => fieldsOf[key] ?? []);
  return `query Look($id: ID!) { proposal(id: $id) { ${['id', 'version', ...fields].join(' ')} } }`;
}
