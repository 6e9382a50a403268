// What somebody shows at the door: an access token, as programs do, or the session of a browser. One of them, never both.
import type { IncomingHttpHeaders } from 'node:http';
import { cookieOf, SESSION_COOKIE } from './site.js';

export interface Credential {
  kind: 'token' | 'session';
  secret: string;
}

const BEARER = /^Bearer +([\w.~+/=-]{1,512})$/i;

/** Undefined where there is none that can be read. */
export function credentialOf({ authorization, cookie }: IncomingHttpHeaders): Credential | undefined | 'both' {
  const session = cookieOf(cookie, SESSION_COOKIE);
  if (authorization !== undefined && session !== undefined) return 'both';
  if (session !== undefined) return { kind: 'session', secret: session };
  const token = BEARER.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : { kind: 'token', secret: token };
}
