// Attacks by what a document says: values, names, variables and operations that are huge, many, or almost right.
import { query, times } from './request.mjs';

const viewer = 'viewer { roles }';
const comment = `comment(input: { commandId: "0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47", proposalId: "1", body: "x" }) { __typename }`;

export const values = [
  [
    'a huge number',
    '200,000 digits',
    query(`{ proposals(first: ${'9'.repeat(200_000)}) { totalCount } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge string',
    '200,000 characters where a moment belongs',
    query(`{ proposalAsOf(id: "1", at: "${'2'.repeat(200_000)}") { id } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge block string',
    'lines and lines to dedent',
    query(`{ proposalAsOf(id: "1", at: """${' \\n'.repeat(60_000)}""") { id } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge list',
    '50,000 values',
    query(`{ proposals(filter: { states: [${'DRAFTING '.repeat(20_000)}] }) { totalCount } }`),
    '400 TOO_MANY_TOKENS',
  ],
  ['a huge name', 'one name of 200,000 letters', query(`{ ${'x'.repeat(200_000)} }`), '400 GRAPHQL_VALIDATION_FAILED'],
  [
    'comments without end',
    'text that is no token, then one too many',
    query(`${'# x\n'.repeat(50_000)}{ nothing }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'names almost right',
    'suggestions for each of a thousand slips',
    query(`{ viewer { person { ${times(900, n => `displayNam${n}`)} } } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'values almost right',
    'suggestions for each value',
    query(`{ proposals(filter: { states: [${times(1_900, n => `DRAFTIN${n}`)}] }) { totalCount } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'arguments almost right',
    'suggestions for each argument',
    query(`{ proposals(${times(480, n => `firs${n}: 1`)}) { totalCount } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'types almost right',
    'suggestions for each type',
    query(`{ node(id: "1") { ${times(300, n => `... on Propossal${n} { id }`)} } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'one variable, declared again',
    'a duplicate',
    query(`query ($a: ID!, $a: ID!) { node(id: $a) { id } }`, { a: '1' }),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'an undeclared variable',
    'a value from nowhere',
    query('{ node(id: $a) { id } }', { a: '1' }),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'thousands of variables',
    '2,500 declared',
    query(`query (${times(2_500, n => `$v${n}: Int`)}) { ${viewer} }`),
    '400 TOO_MANY_TOKENS',
  ],
  [
    'unused variables',
    'as many as fit',
    query(`query (${times(480, n => `$v${n}: Int`)}) { ${viewer} }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'many operations',
    'and none is named',
    query(times(240, n => `query Q${n} { ${viewer} }`)),
    '400 OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a huge operation name',
    '200,000 letters of a name that is not there',
    query(`query Q { ${viewer} }`, {}, { operationName: 'x'.repeat(200_000) }),
    '400 OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'several mutations',
    'two commands in a request',
    query(`mutation { a: ${comment} b: ${comment} }`),
    '400 TOO_MANY_MUTATIONS',
  ],
  [
    'mutations by fragments',
    'two commands, one of them hidden',
    query(`mutation { ${comment} ...F } fragment F on Mutation { ... { b: ${comment} } }`),
    '400 TOO_MANY_MUTATIONS',
  ],
  [
    'a subscription',
    'what is served by WebSocket only',
    query('subscription { workChanged { id } }'),
    '400 SUBSCRIPTIONS_NOT_SERVED',
  ],
  [
    'a page of 101',
    'one more than a page holds',
    query('{ proposals(first: 101) { totalCount } }'),
    '400 BAD_USER_INPUT',
  ],
  [
    'a page of -1',
    'less than none',
    query('query ($n: Int) { proposals(first: $n) { totalCount } }', { n: -1 }),
    '400 BAD_USER_INPUT',
  ],
  [
    'a page of 2 to the 31',
    'more than an Int',
    query('query ($n: Int) { proposals(first: $n) { totalCount } }', { n: 2 ** 31 }),
    '400 BAD_USER_INPUT',
  ],
  [
    'a cursor that is none',
    'text in place of a place',
    query(`{ proposals(after: "' or 1=1 --") { totalCount edges { cursor } } }`),
    '400 BAD_USER_INPUT',
  ],
  [
    'a huge cursor',
    '200,000 characters of base64',
    query('query ($a: String) { decisionHistory(after: $a) { edges { cursor } } }', { a: 'QUJD'.repeat(50_000) }),
    '400 BAD_USER_INPUT',
  ],
  ['a lone surrogate as a query', 'half a character', query('{ \ud800 }'), '400 GRAPHQL_PARSE_FAILED'],
  [
    'a NUL in a query',
    'a character that ends strings elsewhere',
    query('{ viewer\u0000 { roles } }'),
    '400 GRAPHQL_PARSE_FAILED',
  ],
  [
    'a persisted query',
    'a hash in place of a query',
    query(undefined, undefined, { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
    '200 PERSISTED_QUERY_NOT_SUPPORTED',
  ],
];
