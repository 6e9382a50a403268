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
      'An optional field stream on input type HistoryFilter was added.',
      'An optional arg order on Query.decisionHistory was added.',
    ]);
    const added = ownTypes(ours).filter(type => !floor.getType(type.name));
    expect(added.map(type => type.name)).toEqual([
      'AccessToken',
      'AccessTokenConnection',
      'AccessTokenEdge',
      'AddOrganisationInput',
      'AddPersonInput',
      'AskedQuestion',
      'AssignRoleInput',
      'Catalogue',
      'Checkpoint',
      'Comment',
      'ConcernCount',
      'ConsistencyProof',
      'DecisionCount',
      'DirectoryReceipt',
      'DirectoryResult',
      'DossierCheck',
      'DpupElement',
      'EndRoleInput',
      'EntryProof',
      'EntryWords',
      'EraseWordsInput',
      'ErasureReceipt',
      'ErasureResult',
      'Fact',
      'GlossaryTerm',
      'HistoryOrder',
      'IssueTokenInput',
      'Ledger',
      'LedgerSealing',
      'PersonConnection',
      'PersonEdge',
      'PortfolioConnection',
      'PortfolioFilter',
      'Question',
      'QuestionMapping',
      'ReceiptFile',
      'ReceiptWords',
      'Reports',
      'RevokeTokenInput',
      'RoleAssignment',
      'RoleAssignmentConnection',
      'RoleAssignmentEdge',
      'RoleHistoryFilter',
      'StaleSignOffCount',
      'StateTime',
    ]);
  });

  it('has the scalars of the floor and no others', () => {
    expect(scalarsOf(ours)).toEqual(['DateTime', 'JSON', 'UUID']);
  });

  it('describes every type but the roots', () => {
    const silent = ownTypes(ours).filter(type => !type.description && !['Query', 'Mutation'].includes(type.name));
    expect(silent.map(type => type.name)).toEqual([]);
  });
});
