// What a browser carries while its person is at the provider: what the answer has to fit, and where to go then. It is nobody's but theirs,
// lives for ten minutes, and is dropped when they come back.
import { z } from 'zod';
import { cookieOf, dropCookie, setCookie, SIGN_IN_COOKIE } from '../http/site.js';

const MINUTES = 10;
const text = z.string().min(1).max(2_000);

const shape = z.strictObject({
  state: text,
  nonce: text,
  verifier: text,
  returnTo: text,
  /** Of somebody who is signed in and shows anew who they are: their id. */
  again: z.uuid().optional(),
});
export type Journey = z.infer<typeof shape>;

export const packJourney = (journey: Journey): string =>
  setCookie(SIGN_IN_COOKIE, Buffer.from(JSON.stringify(journey)).toString('base64url'), MINUTES * 60);

export const endOfJourney = (): string => dropCookie(SIGN_IN_COOKIE);

/** Undefined where there is none, or it is none of ours. */
export function unpackJourney(cookies: string | undefined): Journey | undefined {
  const packed = cookieOf(cookies, SIGN_IN_COOKIE);
  if (packed === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
  } catch {
    // Cut short or made up: as if it were not there.
    return undefined;
  }
}
