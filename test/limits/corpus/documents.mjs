// Attacks by how a document is made: too much of something, too deep, or costly to check.
import { nested, query, times } from './request.mjs';

const viewer = 'viewer { roles }';

export const documents = [
  [
    'a thousand aliases',
    'one field a thousand times',
    query(`{ ${times(1_000, n => `a${n}: organisations { id }`)} }`),
    '400 TOO_MANY_TOKENS',
  ],
  [
    'aliases within the tokens',
    'as many aliases as fit',
    query(`{ viewer { person { ${times(600, n => `a${n}: id`)} } } }`),
    '400 TOO_MANY_ALIASES',
  ],
  [
    'ten thousand __typename',
    'aliases on what costs nothing',
    query(`{ ${times(10_000, n => `a${n}: __typename`)} }`),
    '400 TOO_MANY_TOKENS',
  ],
  [
    '__typename within the tokens',
    'the same, as many as fit',
    query(`{ ${times(600, n => `a${n}: __typename`)} }`),
    '400 TOO_MANY_ALIASES',
  ],
  [
    'aliases by fragments',
    'a few aliases, spread often',
    query(
      `{ ${times(12, n => `viewer { ...F${n} }`)} } ${times(12, n => `fragment F${n} on Viewer { a: roles b: roles }`)}`,
    ),
    '400 TOO_MANY_ALIASES',
  ],
  [
    'one alias, many fields',
    'the quadratic check whether fields can be merged',
    query(`{ ${times(36, () => `a: viewer { b: person { ${times(12, () => 'c: id')} } }`)} }`),
    '400 TOO_MANY_ALIASES',
  ],
  [
    'merging by directives',
    'the same without an alias',
    query(
      `query ($s: Boolean!) { ${times(250, () => 'viewer @skip(if: $s) { ...F }')} } fragment F on Viewer { ${times(10, () => 'roles @skip(if: true)')} }`,
      { s: true },
    ),
    '400 TOO_MANY_TOKENS',
  ],
  [
    'fields in conflict',
    'one name for different fields, again and again',
    query(`{ viewer { person { ${times(300, n => `a: ${n % 2 ? 'id' : 'displayName'}`)} } } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'arguments in conflict',
    'one field with different arguments',
    query(`{ ${times(200, n => `proposals(first: ${n + 1}) { totalCount }`)} }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'two fragments in a circle',
    'a spread without end',
    query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a ring of fragments',
    'a long circle',
    query(`{ ...F0 } ${times(240, n => `fragment F${n} on Query { ...F${(n + 1) % 240} }`)}`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'every fragment in every other',
    'circles of every length',
    query(`{ ...F0 } ${times(24, n => `fragment F${n} on Query { ${times(24, m => `...F${m}`)} }`)}`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a bomb of fragments',
    'two to the power of sixty fields',
    query(
      `{ viewer { ...F0 } } ${times(60, n => `fragment F${n} on Viewer { a: person { id } b: person { id } ...F${n + 1} ...F${n + 1} }`)} fragment F60 on Viewer { roles }`,
    ),
    '400 TOO_MANY_ALIASES',
  ],
  [
    'fragments that nobody uses',
    'work for the validator',
    query(`{ ${viewer} } ${times(190, n => `fragment F${n} on Query { ${viewer} }`)}`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  ['braces without end', 'the parser’s stack', query('{'.repeat(200_000)), '400 GRAPHQL_PARSE_FAILED'],
  [
    'brackets without end',
    'the same in a value',
    query(`{ node(id: ${'['.repeat(200_000)}) { id } }`),
    '400 TOO_MANY_TOKENS',
  ],
  ['deep fields', 'levels that do not exist', query(nested(600, '{ a ', '', '}')), '400 GRAPHQL_VALIDATION_FAILED'],
  [
    'deep types',
    'deeper than any type',
    query(`{ __type(name: "Proposal") ${nested(300, '{ ofType ', '{ name }', '}')} }`),
    '400 QUERY_TOO_DEEP',
  ],
  [
    'deep inline fragments',
    'fragments in fragments',
    query(nested(30_000, '{ ... ', `{ ${viewer} }`, '}')),
    '400 TOO_MANY_TOKENS',
  ],
  [
    'deep lists',
    'a type of lists in lists',
    query(`query ($a: ${nested(900, '[', 'Int', ']')}) { ${viewer} }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'introspection of fields of fields',
    'the schema times itself',
    query(`{ __schema { types ${nested(7, '{ fields { type ', '{ name }', '} }')} } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'introspection too deep',
    'ofType after ofType',
    query(`{ __schema { types ${nested(25, '{ ofType ', '{ name }', '}')} } }`),
    '400 QUERY_TOO_DEEP',
  ],
  [
    'a flood of directives',
    'unknown directives on one field',
    query(`{ viewer { roles ${'@a'.repeat(900)} } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '@include, again and again',
    'one directive hundreds of times',
    query(`{ viewer { roles ${'@include(if: true)'.repeat(240)} } }`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'directives by fragments',
    'more than the tokens can write',
    query(
      `{ ${times(10, () => '...F')} } fragment F on Query { ${times(101, () => '__typename @include(if: true)')} }`,
    ),
    '400 TOO_MANY_DIRECTIVES',
  ],
];
