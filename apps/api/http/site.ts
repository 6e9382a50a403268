// Where browsers reach us, and the cookies that they keep for us. The prefix __Host- holds a cookie to this host, to TLS and to every
// path; over plain HTTP browsers keep such cookies for their own machine only (127.0.0.1, localhost), and Safari not even there.
import type { AddressInfo } from 'node:net';
import type { Fastify } from './fastify.js';

export const SESSION_COOKIE = '__Host-assent';
/** Of somebody who went to their provider and has not come back yet. */
export const SIGN_IN_COOKIE = '__Host-assent-sign-in';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Without `maxAge`, in seconds, until the browser is closed. Values are of the alphabet of base64url. */
export const setCookie = (name: string, value: string, maxAge?: number): string =>
  `${name}=${value}; ${attributes}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`;

export const dropCookie = (name: string): string => setCookie(name, '', 0);

const VALUE = /^[\w.~-]{1,4000}$/;

/** Undefined where there is none, where it is there twice, and where it is nothing that we would have set. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '').split(';').flatMap(pair => {
    const [key = '', value = ''] = pair.trim().split(/=(.*)/s);
    return key === name ? [value] : [];
  });
  const [value = ''] = found;
  return found.length === 1 && VALUE.test(value) ? value : undefined;
}

/** The decorator of Fastify under which it is found. */
export const SITE = 'site';

export class Site {
  /** `publicOrigin` as the configuration says it; without one it is 127.0.0.1 and the port that we listen on. */
  constructor(
    private readonly fastify: Fastify,
    private readonly publicOrigin?: string,
  ) {}

  /** Known once we listen. */
  get origin(): string {
    if (this.publicOrigin !== undefined) return this.publicOrigin;
    const address = this.fastify.server.address() as AddressInfo | null;
    return `http://127.0.0.1:${address?.port ?? 0}`;
  }
}
