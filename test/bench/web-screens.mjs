// Every screen of the web app, who looks at it, and its address: for whoever measures them or takes their pictures.
import { ask } from './graphql.mjs';
import { openClient } from './http-client.mjs';

export const screensOf = ({ reference, entryId, personId }) => [
  ['My work', 'privacy_officer', '/'],
  ['Proposals', 'privacy_officer', '/proposals'],
  ['Proposals, by text', 'privacy_officer', '/proposals?text=heaters'],
  ['New proposal', 'analyst', '/proposals/new'],
  ['Where is it', 'privacy_officer', `/proposals/${reference}`],
  ['Dossier', 'analyst', `/proposals/${reference}/dossier`],
  ['Submit', 'analyst', `/proposals/${reference}/submit`],
  ['Review', 'privacy_officer', `/proposals/${reference}/review`],
  ['Concerns', 'privacy_officer', `/proposals/${reference}/concerns`],
  ['Decide', 'approver', `/proposals/${reference}/decide`],
  ['Decision paper', 'approver', `/proposals/${reference}/paper`],
  ['History of a proposal', 'auditor', `/proposals/${reference}/history`],
  ['History', 'auditor', '/history'],
  ['One entry', 'auditor', `/history/${entryId}`],
  ['Reports', 'auditor', '/reports'],
  ['Learning', 'analyst', '/learning'],
  ['People', 'administrator', '/people'],
  ['One person', 'administrator', `/people/${personId}`],
  ['Access tokens', 'analyst', '/tokens'],
  ['Have your say', 'partner_a', `/say/${reference}`],
  ['Help', 'analyst', '/help'],
  ['Accessibility', 'analyst', '/accessibility'],
];

const query = `query ($id: ID!) { viewer { person { id } } ledger { key }
  decisionHistory(filter: { proposalId: $id }, first: 100) { edges { node { id type } } } }`;

/** What the addresses name: a proposal, an entry of it, and a person; and the key that the log has now. */
export async function findShown({ port, tokens, proposalId, reference }) {
  const client = openClient(port);
  try {
    const { viewer, ledger, decisionHistory } = await ask(client, tokens.get('auditor'), query, { id: proposalId });
    const entries = decisionHistory.edges.map(({ node }) => node);
    const entry = entries.find(({ type }) => type === 'ConcernRaised') ?? entries[0];
    return { reference, entryId: entry.id, personId: viewer.person.id, key: ledger.key };
  } finally {
    client.close();
  }
}

const inReview = `{ proposals(filter: { states: [IN_REVIEW] }, first: 1) { edges { node { id reference } } } }`;

/** A proposal that a partner was asked about and that is not decided. */
export async function findInReview({ port, tokens }) {
  const client = openClient(port);
  try {
    const { proposals } = await ask(client, tokens.get('partner_a'), inReview);
    const { id: proposalId, reference } = proposals.edges[0].node;
    return { proposalId, reference };
  } finally {
    client.close();
  }
}
