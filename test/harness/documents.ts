// The GraphQL documents of the stories: one mutation for every command, and one read that shows all there is of a proposal.

const person = '{ id displayName organisation { id name kind } }';
const blockers = 'blockers { code message subject }';
export const entryFields = `{ id stream proposalId sequence index type actor ${person} role at revision commandId hash
  previousHash payload words { path isErased erasedBy } acknowledgement }`;

export const assignmentFields = `{ id person ${person} organisation { id name } role startsAt endsAt }`;
export const tokenFields = `{ id person { id } issuedBy ${person} label scopes createdAt expiresAt revokedAt }`;

export const identityFields = `{ id person { id } issuer subject linkedAt unlinkedAt }`;

export const dossierFields = `{ summary facts retention transferRoute
  purposes { id statement benefit authority excludedUses }
  dataItems { id name about identifiability sensitivity purposeIds necessity }
  recipients { id name kind country }
  alternatives { id description rung proposedBy proposedByPartner whyNot }
  risks { id title likelihood consequence mitigation residualLikelihood residualConsequence owner }
  answers { questionId value gap evidence } }`;

/** What a proposal says of itself, without what only today can answer (availableCommands, history). */
export const proposalFields = `{ id reference title state version revision tier workflow { key version digest }
  author ${person} leadOrganisation { id name } partners { id name } dossier ${dossierFields}
  signOffs { key title status requiredRoles finding by ${person} at onRevision rationale staleBecause
    checklist { version answered total answers { questionId answer note } } }
  concerns(first: 100) { totalCount edges { node { id audience raisedBy ${person} organisation { id } statement severity
    about status disposition response raisedAt } } }
  conditions { id statement precedent owner dueAt about metAt evidence }
  decision { outcome by ${person} at onRevision reasons wouldChangeIt overruled }
  comments { id body editedAt versions { body at } mentions { id displayName } audience about at by ${person} } urgentRecord createdAt updatedAt }`;

export const proposalQuery = `query Proposal($id: ID!) { proposal(id: $id) ${proposalFields} }`;

export const pastQuery = `query Past($id: ID!, $at: DateTime, $sequence: Int) {
  proposalAsOf(id: $id, at: $at, sequence: $sequence) ${proposalFields} }`;

export const availableQuery = `query Available($id: ID!) { proposal(id: $id) { state version
  availableCommands { command allowed ${blockers} } } }`;

export const peopleQuery = `query People($organisationId: ID, $first: Int, $after: String) {
  people(organisationId: $organisationId, first: $first, after: $after) {
    edges { cursor node ${person} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const roleHistoryQuery = `query Roles($filter: RoleHistoryFilter, $first: Int, $after: String) {
  roleHistory(filter: $filter, first: $first, after: $after) {
    edges { cursor node ${assignmentFields} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const accessTokensQuery = `query Tokens($personId: ID, $first: Int, $after: String) {
  accessTokens(personId: $personId, first: $first, after: $after) {
    edges { cursor node ${tokenFields} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const historyQuery = `query History($filter: HistoryFilter, $first: Int, $after: String, $order: HistoryOrder) {
  decisionHistory(filter: $filter, first: $first, after: $after, order: $order) {
    edges { cursor node ${entryFields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const ownHistoryQuery = `query OwnHistory($id: ID!, $first: Int, $after: String) { proposal(id: $id) {
  history(first: $first, after: $after) { edges { cursor node ${entryFields} } pageInfo { hasNextPage endCursor } } } }`;

export const listQuery = `query List($filter: ProposalFilter, $first: Int, $after: String) {
  proposals(filter: $filter, first: $first, after: $after) { totalCount
    edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const inputTypeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

const receipt = `... on Receipt { commandId replayed
      proposal { id version revision state tier conditions { id } concerns(first: 100) { edges { node { id status } } } }
      entries ${entryFields} }`;

const directoryReceipt = `... on DirectoryReceipt { commandId replayed secret organisation { id name kind } person ${person}
      roleAssignment ${assignmentFields} accessToken ${tokenFields} identity ${identityFields} entries ${entryFields} }`;

const erasureReceipt = `... on ErasureReceipt { commandId replayed proposal { id version state title } entries ${entryFields}
  alsoIn { id } advice }`;

const isOfDirectory = (mutation: string): boolean =>
  [
    ...['addOrganisation', 'addPerson', 'assignRole', 'endRole', 'issueToken', 'revokeToken'],
    ...['linkIdentity', 'unlinkIdentity'],
  ].includes(mutation);

const receiptOf = (mutation: string): string => {
  if (mutation === 'eraseWords') return erasureReceipt;
  if (mutation === 'endSession' || mutation === 'endSessions') return '... on SessionsEnded { commandId ended }';
  return isOfDirectory(mutation) ? directoryReceipt : receipt;
};

export const mutationText = (mutation: string): string => `mutation Do($input: ${inputTypeOf(mutation)}!) {
  ${mutation}(input: $input) { __typename
    ${receiptOf(mutation)}
    ... on Problem { kind code message path ${blockers} } } }`;
