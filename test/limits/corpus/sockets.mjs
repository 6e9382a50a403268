// Attacks by WebSocket: what is sent once it is open, and the code with which it is closed, or the code of the error that is answered.
import { frame, message } from './frames.mjs';
import { times } from './request.mjs';

const hello = ({ token }) => message({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
const subscribe = (query, more = {}, id = '1') => message({ id, type: 'subscribe', payload: { query, ...more } });
/** What is sent by somebody who is let in. */
const known =
  (...frames) =>
  given => [hello(given), 'until it is answered', ...frames];
const stranger =
  (...frames) =>
  () =>
    frames;

const work = 'subscription { workChanged { id } }';
const pings = Array.from({ length: 600 }, () => message({ type: 'ping', payload: { echo: 'x'.repeat(30_000) } }));

export const sockets = [
  ['a subscription by a stranger', 'before anybody said who comes', stranger(subscribe(work)), 'closed 4401'],
  ['a token that is none', 'a guess', given => [hello({ ...given, token: 'assent_guess' })], 'closed 4401'],
  ['no token', 'an empty introduction', stranger(message({ type: 'connection_init' })), 'closed 4401'],
  [
    'an introduction of another shape',
    'a list for a token',
    stranger(message({ type: 'connection_init', payload: { authorization: ['x'], __proto__: null } })),
    'closed 4401',
  ],
  ['two introductions', 'another person half-way', known(message({ type: 'connection_init' })), 'closed 4429'],
  ['no JSON', 'text that is none', known(frame('{')), 'closed 4400'],
  ['a message of an unknown type', 'what no client sends', known(message({ type: 'begin' })), 'closed 4400'],
  ['a message of the server', 'what only we send', known(message({ type: 'connection_ack' })), 'closed 4400'],
  [
    'no id',
    'a subscription without one',
    known(message({ type: 'subscribe', payload: { query: work } })),
    'closed 4400',
  ],
  ['the same id twice', 'two under one name', known(subscribe(work), subscribe(work)), 'closed 4409'],
  ['a message of 100,000 bytes', 'much to read', known(frame('x'.repeat(100_000))), 'closed 1009'],
  [
    'a frame that says it is huge',
    'a length of 2^53',
    known(Buffer.from('81ff0020000000000000', 'hex')),
    'closed 1009',
  ],
  ['a frame without a mask', 'what proxies may mistake', known(frame('{}', { masked: false })), 'closed 1002'],
  ['a frame with reserved bits', 'a compression nobody agreed on', known(frame('{}', { bits: 0xc0 })), 'closed 1002'],
  ['a frame of an unknown kind', 'what is not there', known(frame('', { opcode: 3 })), 'closed 1002'],
  ['text that is no UTF-8', 'half a character', known(frame(Buffer.from([0xc3, 0x28]))), 'closed 1007'],
  ['pings that nobody reads the answers of', 'memory', known('without reading', ...pings), 'closed 1013'],
  [
    'a query',
    'reading past the record of what auditors read',
    known(subscribe('{ viewer { roles } }')),
    'SUBSCRIPTIONS_ONLY',
  ],
  [
    'a mutation',
    'a command past everything that HTTP asks',
    known(subscribe('mutation ($i: CommentInput!) { comment(input: $i) { __typename } }')),
    'SUBSCRIPTIONS_ONLY',
  ],
  [
    'no operation',
    'a fragment alone',
    known(subscribe('fragment F on Query { __typename }')),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'two operations, none named',
    'which one?',
    known(subscribe(`subscription A { workChanged { id } } subscription B { workChanged { id } }`)),
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['no GraphQL', 'a document that cannot be read', known(subscribe('subscription {')), 'GRAPHQL_PARSE_FAILED'],
  [
    'two things at once',
    'two root fields',
    known(subscribe('subscription { workChanged { id } ledgerSealed { size } }')),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'the schema by subscription',
    'introspection',
    known(subscribe('subscription { __schema { types { name } } }')),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a field that is not there',
    'a hint',
    known(subscribe('subscription { workChange { id } }')),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'sixteen aliases',
    'the same again and again',
    known(subscribe(`subscription { workChanged { ${times(16, n => `a${n}: id`)} } }`)),
    'TOO_MANY_ALIASES',
  ],
  [
    'more than 2,000 tokens',
    'much to parse',
    known(subscribe(`subscription { workChanged { ${times(2_500, () => 'id')} } }`)),
    'TOO_MANY_TOKENS',
  ],
  [
    'a bomb of directives',
    'fragments over and over',
    known(
      subscribe(
        `subscription { workChanged { ${times(10, () => '...F')} } } fragment F on WorkChange { ${times(101, () => 'id @include(if: true)')} }`,
      ),
    ),
    'TOO_MANY_DIRECTIVES',
  ],
  [
    'a variable of another kind',
    'an object for an id',
    known(subscribe('subscription ($id: ID!) { proposalChanged(id: $id) { id } }', { variables: { id: { a: 1 } } })),
    'BAD_USER_INPUT',
  ],
  [
    'a hundred subscriptions',
    'all at once',
    known(...Array.from({ length: 100 }, (_, n) => subscribe(work, {}, String(n)))),
    'TOO_MANY_SUBSCRIPTIONS',
  ],
].map(([name, tries, build, expected]) => ({ name: `by WebSocket: ${name}`, tries, build, expected }));
