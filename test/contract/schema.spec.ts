// The promise to programs outside: nothing that core.graphql names is ever renamed, dropped or made stricter.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema, isSpecifiedScalarType } from 'graphql';
import { printOurSchema } from '../../apps/api/schema/print-schema.js';
import { resolvers } from '../../apps/api/schema/resolvers.js';

const floor = buildSchema(readFileSync(new URL('./core.graphql', import.meta.url), 'utf8'));
const printed = await printOurSchema(resolvers);
const ours = buildSchema(printed);

const scalarsOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter(type => type.astNode?.kind === 'ScalarTypeDefinition' && !isSpecifiedScalarType(type))
    .map(type => type.name)
    .sort();

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__') && type.astNode);

describe('the public schema', () => {
  it('has no breaking difference from the floor', () => {
    expect(findBreakingChanges(floor, ours)).toEqual([]);
  });

  it('is the committed schema.graphql', () => {
    expect(printed).toBe(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  });

  it('keeps every default value of the floor', () => {
    const changed = findDangerousChanges(floor, ours).filter(change => change.type === 'ARG_DEFAULT_VALUE_CHANGE');
    expect(changed).toEqual([]);
  });

  it('adds to the floor only what is named here', () => {
    expect(findDangerousChanges(floor, ours).map(change => change.description)).toEqual([
      'An optional field role on input type HistoryFilter was added.',
      'An optional field stream on input type HistoryFilter was added.',
      'An optional field authorId on input type ProposalFilter was added.',
      'An optional field hasOpenConcern on input type ProposalFilter was added.',
      'An optional field mine on input type ProposalFilter was added.',
      'An optional field signOffWaiting on input type ProposalFilter was added.',
      'An optional field updatedSince on input type ProposalFilter was added.',
      'An optional arg sort on Query.proposals was added.',
      'An optional arg order on Query.decisionHistory was added.',
      'An optional field checklist on input type GiveSignOffInput was added.',
      'An optional field mentions on input type CommentInput was added.',
    ]);
    const added = ownTypes(ours).filter(type => !floor.getType(type.name));
    expect(added.map(type => type.name)).toEqual([
      'AboutPlace',
      'AccessToken',
      'AccessTokenConnection',
      'AccessTokenEdge',
      'AddOrganisationInput',
      'AddPersonInput',
      'AskedQuestion',
      'AssignRoleInput',
      'AssignTaskInput',
      'Catalogue',
      'Checklist',
      'ChecklistAnswer',
      'ChecklistAnswerInput',
      'Checkpoint',
      'Comment',
      'CommentVersion',
      'ConcernCount',
      'ConsistencyProof',
      'Date',
      'DecisionCount',
      'DirectoryReceipt',
      'DirectoryResult',
      'DossierCheck',
      'DpupElement',
      'EditCommentInput',
      'EndRoleInput',
      'EndSessionInput',
      'EndSessionsInput',
      'EntryProof',
      'EntryWords',
      'EraseWordsInput',
      'ErasureReceipt',
      'ErasureResult',
      'Fact',
      'GlossaryTerm',
      'HistoryOrder',
      'Holding',
      'Identity',
      'IdentityConnection',
      'IdentityEdge',
      'IssueTokenInput',
      'Learning',
      'Ledger',
      'LedgerSealed',
      'LedgerSealing',
      'LibraryRisk',
      'LinkIdentityInput',
      'Mention',
      'Mitigation',
      'NamedCode',
      'PersonConnection',
      'PersonEdge',
      'PortfolioConnection',
      'PortfolioFilter',
      'PrincipleInShort',
      'Progress',
      'ProgressEdge',
      'ProgressNode',
      'ProgressStatus',
      'ProposalChange',
      'ProposalSort',
      'Question',
      'QuestionMapping',
      'QuizOption',
      'QuizQuestion',
      'RatingBand',
      'RatingLevel',
      'RatingScale',
      'ReceiptFile',
      'ReceiptWords',
      'Reports',
      'Revision',
      'RevokeTokenInput',
      'RiskLibrary',
      'RoleAssignment',
      'RoleAssignmentConnection',
      'RoleAssignmentEdge',
      'RoleHistoryFilter',
      'Session',
      'SessionsEnded',
      'SessionsResult',
      'SignOffAct',
      'Source',
      'StaleSignOffCount',
      'StarterRating',
      'StateTime',
      'Subscription',
      'Task',
      'TaskConnection',
      'TaskCounts',
      'TaskEdge',
      'TaskGroup',
      'TaskKind',
      'Tick',
      'UnlinkIdentityInput',
      'Voice',
      'WorkChange',
      'Workflow',
      'WorkflowSignOff',
      'WorkshopStep',
    ]);
  });

  it('has the scalars of the floor, and days', () => {
    expect(scalarsOf(ours)).toEqual(['Date', 'DateTime', 'JSON', 'UUID']);
  });

  it('describes every type but the roots', () => {
    const silent = ownTypes(ours).filter(type => !type.description && !['Query', 'Mutation', 'Subscription'].includes(type.name));
    expect(silent.map(type => type.name)).toEqual([]);
  });
});
