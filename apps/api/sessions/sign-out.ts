// POST /sign-out: ends the session of this browser, and no other. A page of somebody else's cannot ask for it.
import { endSessionInHand } from '#store';
import { tell } from '#telemetry';
import { CROSS_SITE } from '../http/authentication.js';
import { refusalBody } from '../http/refusal-body.js';
import { isSameOrigin } from '../http/same-origin.js';
import { cookieOf, dropCookie, SESSION_COOKIE, type Site } from '../http/site.js';
import { redirect, type Answer } from './answer.js';
import type { Coming, SigningIn } from './sign-in.js';

/** Who is signed out already is told the same. */
export async function signOut({ dataSource }: SigningIn, site: Site, { id, headers }: Coming): Promise<Answer> {
  if (!isSameOrigin(headers, site.origin)) return crossSite(id);
  const secret = cookieOf(headers.cookie, SESSION_COOKIE);
  const ended = secret === undefined ? undefined : await endSessionInHand(dataSource, secret);
  if (ended) {
    const { personId } = ended;
    tell('sessions-ended', { correlationId: id, personId, by: personId, sessions: 1 });
  }
  return redirect('/signed-out', dropCookie(SESSION_COOKIE));
}

const crossSite = (id: string): Answer => ({
  status: 403,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  content: JSON.stringify(refusalBody('CROSS_SITE', CROSS_SITE, id)),
});
