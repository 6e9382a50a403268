// Attacks by how the body is made: not JSON, too much of it, or another thing than it says.
import { gzipSync } from 'node:zlib';
import { get, nested, post, query, request, times } from './request.mjs';

const plain = '{"query":"{ viewer { roles } }"}';
const draft = 'mutation ($i: DraftProposalInput!) { draftProposal(input: $i) { __typename } }';
const commandId = '0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47';
const deepFacts = (open, close) =>
  `{"query":${JSON.stringify(draft)},"variables":{"i":{"commandId":"${commandId}","title":"x","dossier":{"facts":${nested(40_000, open, '1', close)}}}}}`;
const ofBytes = bytes => JSON.stringify({ query: '{ viewer { roles } }', pad: 'x'.repeat(bytes) });

const chunked = { 'content-length': undefined, 'transfer-encoding': 'chunked' };

function* endlessChunks({ token }) {
  yield post('', chunked)({ token });
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  for (;;) yield chunk;
}

function* tinyChunks({ token }) {
  yield post('', chunked)({ token });
  const pieces = '1\r\n[\r\n'.repeat(4_000);
  for (;;) yield pieces;
}

export const bodies = [
  ['a batch', 'a hundred operations at once', post(`[${Array(100).fill(plain).join()}]`), '400 BAD_REQUEST'],
  ['an empty batch', 'a list of nothing', post('[]'), '400 BAD_REQUEST'],
  ['a body of lists in lists', 'the stack of the JSON parser', post(nested(130_000, '[', '', ']')), '400 BAD_REQUEST'],
  ['deep variables', 'objects in objects', post(deepFacts('{"a":', '}')), '400 BAD_USER_INPUT'],
  ['deep lists in variables', 'lists in lists', post(deepFacts('[', ']')), '400 BAD_USER_INPUT'],
  [
    'a variable of 20,000 wrong values',
    'an error for each of them',
    query('query ($s: [ProposalState!]) { proposals(filter: { states: $s }) { totalCount } }', {
      s: Array(20_000).fill('NOWHERE'),
    }),
    '400 BAD_USER_INPUT',
  ],
  ['half a body', 'JSON that breaks off', post('{"query":'), '400 BAD_REQUEST'],
  ['no body', 'nothing at all', post(''), '400 BAD_REQUEST'],
  ['null', 'a body without a query', post('null'), '400 BAD_REQUEST'],
  ['a query that is a number', 'another type', post('{"query":7}'), '400 BAD_REQUEST'],
  [
    'variables that are a list',
    'another type',
    post('{"query":"{ viewer { roles } }","variables":[1]}'),
    '400 BAD_REQUEST',
  ],
  [
    'the same key twice',
    'one reader takes the first, another one the last',
    post('{"query":"{ viewer { roles } }","query":"{ nothing }"}'),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '__proto__ in the body',
    'the prototype of every object',
    post('{"query":"{ viewer { roles } }","__proto__":{"isAdmin":true}}'),
    '400 BAD_REQUEST',
  ],
  [
    '__proto__ in variables, spelt in escapes',
    'the same, hidden',
    post('{"query":"{ viewer { roles } }","variables":{"\\u005f_proto__":{"isAdmin":true}}}'),
    '400 BAD_REQUEST',
  ],
  [
    'constructor.prototype',
    'the same by another way',
    post('{"query":"{ viewer { roles } }","variables":{"constructor":{"prototype":{"x":1}}}}'),
    '400 BAD_REQUEST',
  ],
  [
    'invalid UTF-8',
    'bytes that are no text',
    post(
      Buffer.concat([
        Buffer.from('{"query":"{ viewer '),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
        Buffer.from(' { roles } }"}'),
      ]),
    ),
    '400 GRAPHQL_PARSE_FAILED',
  ],
  [
    'UTF-16',
    'another encoding',
    post(Buffer.from(plain, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'UTF-7',
    'an encoding that hides tags',
    post(plain, { 'content-type': 'application/json; charset=utf-7' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'text/plain',
    'what a foreign page may send unasked',
    post(plain, { 'content-type': 'text/plain' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a form',
    'the same',
    post('query={viewer{roles}}', { 'content-type': 'application/x-www-form-urlencoded' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'multipart',
    'the same, with a file',
    post('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a gzip bomb',
    '100 MB in 100 KB',
    post(gzipSync(Buffer.alloc(100_000_000)), { 'content-encoding': 'gzip' }),
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  ['257 KB', 'one more than a body may have', post(ofBytes(263_168)), '413 BODY_TOO_LARGE'],
  ['10 MB', 'much more', post(ofBytes(10_485_760)), '413 BODY_TOO_LARGE'],
  ['chunks without end', 'a body that does not say how long it is', endlessChunks, '413 BODY_TOO_LARGE'],
  ['chunks of one byte', 'much wrapping around little', tinyChunks, '413 BODY_TOO_LARGE'],
  ['a length of 1 TB', 'a promise of much', post('{}', { 'content-length': '1099511627776' }), '413 BODY_TOO_LARGE'],
  [
    'a length that is too short',
    'the rest would be another request',
    post(plain, { 'content-length': '5' }),
    '400 BAD_REQUEST',
  ],
  ['a length below zero', 'less than nothing', post(plain, { 'content-length': '-1' }), '400 BAD_REQUEST'],
  [
    'two lengths',
    'one for the proxy, one for us',
    ({ token }) =>
      request(
        'POST',
        '/graphql',
        { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'Content-Length': '3' },
        plain,
      ),
    '400 BAD_REQUEST',
  ],
  [
    'a length and chunks',
    'the same',
    post('0\r\n\r\n', { 'content-length': '5', 'transfer-encoding': 'chunked' }),
    '400 BAD_REQUEST',
  ],
  ['a chunk of no size', 'chunks that cannot be read', post('zz\r\nxx\r\n0\r\n\r\n', chunked), '400 BAD_REQUEST'],
  [
    'a GET of a mutation',
    'a link that acts',
    get(`/graphql?query=${encodeURIComponent('mutation { __typename }')}`),
    '405 BAD_REQUEST',
  ],
  [
    'a GET from a foreign page',
    'a link that reads',
    get('/graphql?query={viewer{roles}}', { 'apollo-require-preflight': undefined }),
    '400 BAD_REQUEST',
  ],
  [
    'many keys beside the query',
    '15,000 of them',
    post(`{"query":"{ nothing }",${times(15_000, n => `"k${n}":1`).replaceAll(' ', ',')}}`),
    '400 GRAPHQL_VALIDATION_FAILED',
  ],
];
