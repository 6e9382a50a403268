// A session: somebody signed in, in one browser. Its secret is 256 random bits in their cookie; here there is only its hash.
import { randomBytes } from 'node:crypto';
import { sha256 } from '../ledger/index.js';

export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

export const sessionHash = (secret: string): Uint8Array => sha256(Buffer.from(secret, 'utf8'));

/** How long sessions last, in seconds. */
export interface SessionTimes {
  /** Without a request. */
  idle: number;
  /** In any case. */
  longest: number;
  /** After somebody showed who they are, for what asks for it anew. */
  fresh: number;
}

/** Of sessions `s` that still open; $1 is the time without a request, in seconds. Whoever holds no role has none. */
export const opens = `s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => $1)
  and held_roles(s.person_id) <> '[]'
  and exists (select from person_identity i where i.id = s.identity_id and i.unlinked_at is null)`;
