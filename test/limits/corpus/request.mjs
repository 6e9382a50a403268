// Requests as bytes, so that an attack can say exactly what goes over the wire.

const line = ([name, value]) => `${name}: ${value}\r\n`;

/** `headers` stand as they are given; undefined leaves one out that would be there. */
export function request(method, path, headers = {}, body = '') {
  const all = { host: '127.0.0.1', 'content-length': Buffer.byteLength(body), ...headers };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${given.map(line).join('')}\r\n`),
    typeof body === 'string' ? Buffer.from(body) : body,
  ]);
}

const json = { 'content-type': 'application/json' };

/** What somebody with a token sends. */
export const post =
  (body, headers = {}) =>
  ({ token }) =>
    request('POST', '/graphql', { authorization: `Bearer ${token}`, ...json, ...headers }, body);

export const get =
  (path, headers = {}) =>
  ({ token }) =>
    request('GET', path, { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1', ...headers });

export const query = (text, variables, more = {}) => post(JSON.stringify({ query: text, variables, ...more }));

/** What somebody without one sends. */
export const stranger =
  (headers = {}, body = '{"query":"{ viewer { roles } }"}') =>
  () =>
    request('POST', '/graphql', { ...json, ...headers }, body);

export const times = (count, piece) => Array.from({ length: count }, (_, n) => piece(n)).join(' ');

export const nested = (levels, open, core, close) => `${open.repeat(levels)}${core}${close.repeat(levels)}`;
