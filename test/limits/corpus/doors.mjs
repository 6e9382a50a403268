// Attacks on the door itself: addresses, headers, tokens, and connections that want to be something else.
import { randomBytes } from 'node:crypto';
import { frame } from './frames.mjs';
import { get, post, request, stranger } from './request.mjs';
import { upgrade } from './socket-attack.mjs';

const to =
  path =>
  ({ token }) =>
    request('POST', path, { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, '{}');
const by =
  method =>
  ({ token }) =>
    request(method, '/graphql', { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, '{}');
const raw = text => () => Buffer.from(text, 'latin1');

const elsewhere = { ...upgrade, origin: 'https://example.org' };

const talkingOn = given => Buffer.concat([get('/graphql', elsewhere)(given), ...Array(2_000).fill(frame('hello'))]);

function* slowBody() {
  yield stranger({ authorization: 'Bearer nobody', 'content-length': '200000' }, '')();
  for (let n = 0; n < 100; n += 1) yield 'x';
}

export const doors = [
  ['two slashes', 'another way to the same place', to('//graphql'), '404 NOT_FOUND'],
  ['an encoded dot', 'the same', to('/graphql/%2e'), '404 NOT_FOUND'],
  ['dots', 'the same', to('/nothing/../graphql'), '404 NOT_FOUND'],
  ['a NUL in the path', 'an address that ends early', to('/graphql%00'), '404 NOT_FOUND'],
  ['capitals', 'another spelling', to('/GraphQL'), '404 NOT_FOUND'],
  ['a semicolon', 'what some servers cut off', to('/graphql;a=b'), '404 NOT_FOUND'],
  ['an escape that is none', 'an address that cannot be decoded', to('/%zz'), '400 BAD_REQUEST'],
  ['a file of the server', 'a way out of the folder', to('/..%2f..%2fetc/passwd'), '404 NOT_FOUND'],
  ['an address of 100,000 letters', 'much to route', to(`/${'a'.repeat(100_000)}`), '431 HEADERS_TOO_LARGE'],
  ['DELETE', 'a method that is not served', by('DELETE'), '404 NOT_FOUND'],
  ['TRACE', 'an echo of the headers', by('TRACE'), '404 NOT_FOUND'],
  ['a made-up method', 'what no server knows', by('BREW'), '400 BAD_REQUEST'],
  ['no Host', 'what HTTP/1.1 demands', raw('GET /livez HTTP/1.1\r\n\r\n'), '400 BAD_REQUEST'],
  [
    'a Host that is none',
    'an address that cannot be built',
    post('{"query":"{ viewer { roles } }"}', { host: 'a b' }),
    '400 BAD_REQUEST',
  ],
  [
    'a flood of headers',
    '5,000 of them',
    post('{}', Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`x-${n}`, 'x']))),
    '431 HEADERS_TOO_LARGE',
  ],
  ['a huge cookie', '100,000 letters', post('{}', { cookie: 'a'.repeat(100_000) }), '431 HEADERS_TOO_LARGE'],
  [
    'a header with a NUL',
    'what cuts a line short',
    raw('GET /livez HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n'),
    '400 BAD_REQUEST',
  ],
  [
    'a header on two lines',
    'what proxies read in two ways',
    raw('GET /livez HTTP/1.1\r\nhost: x\r\n x: y\r\n\r\n'),
    '400 BAD_REQUEST',
  ],
  [
    'a blank before the colon',
    'the same',
    raw('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length : 5\r\n\r\nhello'),
    '400 BAD_REQUEST',
  ],
  [
    'chunks of another kind',
    'the same',
    post('', { 'content-length': undefined, 'transfer-encoding': 'xchunked' }),
    '400 BAD_REQUEST',
  ],
  [
    'an expectation that nobody knows',
    'an answer of Node’s own',
    post('{"query":"{ viewer { roles } }"}', { expect: '200-ok' }),
    '417 EXPECTATION_FAILED',
  ],
  ['no HTTP', 'bytes of another protocol', () => randomBytes(512), '400 BAD_REQUEST'],
  [
    'the greeting of TLS',
    'https where http is spoken',
    () => Buffer.from('1603010200010001fc0303', 'hex'),
    '400 BAD_REQUEST',
  ],
  ['the greeting of HTTP/2', 'another version', raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), '400 BAD_REQUEST'],
  ['a WebSocket of another site', 'a page that uses your session', get('/graphql', elsewhere), '403 CROSS_SITE'],
  [
    'a WebSocket with a session and no page',
    'a cookie that somebody found',
    get('/graphql', { ...upgrade, cookie: '__Host-assent=x' }),
    '403 CROSS_SITE',
  ],
  ['a WebSocket elsewhere', 'the same at another address', get('/', upgrade), '404 NOT_FOUND'],
  [
    'a WebSocket of an unknown protocol',
    'the same, asked wrongly',
    get('/graphql', {
      ...upgrade,
      'sec-websocket-version': '99',
      'sec-websocket-protocol': 'x'.repeat(5_000),
      'sec-websocket-key': undefined,
    }),
    '400 BAD_REQUEST',
  ],
  ['a WebSocket by POST', 'the same with a body', post('{"query":"{ viewer { roles } }"}', upgrade), '404 NOT_FOUND'],
  ['a WebSocket that talks on', 'frames after the refusal', talkingOn, '403 CROSS_SITE'],
  [
    'an upgrade to HTTP/2 by a stranger',
    'an offer that is ignored',
    stranger({ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' }),
    '401 UNAUTHENTICATED',
  ],
  ['no token', 'nobody', stranger(), '401 UNAUTHENTICATED'],
  [
    'a token in the address',
    'where it would be logged',
    () => request('POST', '/graphql?access_token=x', { 'content-type': 'application/json' }, '{}'),
    '401 UNAUTHENTICATED',
  ],
  [
    'a token of 10,000 letters',
    'much to hash',
    stranger({ authorization: `Bearer ${'a'.repeat(10_000)}` }),
    '401 UNAUTHENTICATED',
  ],
  [
    'a token with SQL in it',
    'a statement in place of a token',
    stranger({ authorization: `Bearer x' or '1'='1` }),
    '401 UNAUTHENTICATED',
  ],
  ['10 MB by a stranger', 'a body that nobody reads', stranger({}, 'x'.repeat(10_485_760)), '401 UNAUTHENTICATED'],
  ['a body that trickles, by a stranger', 'a connection kept busy', slowBody, '401 UNAUTHENTICATED'],
];

/** The last of all, since the address has nothing left afterwards. */
export const guesses = {
  name: 'a thousand guesses of a token',
  tries: 'one token after the other',
  build: () => stranger({ authorization: `Bearer assent_${randomBytes(32).toString('base64url')}` })(),
  expected: '429 RATE_LIMITED',
  times: 1_000,
};
