// Personal access tokens: random, shown once, kept as a hash; and the one statement that tells whose a token is.
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor, RoleHolding, TokenScope } from '#governance';
import type { SessionInHand } from '../sessions/find-session.js';
import { run, withClient, type Statement } from '../connection.js';
import { sha256 } from '../ledger/index.js';

/** 256 random bits behind a prefix that a secret scanner can know it by. */
export const newToken = (): string => `assent_${randomBytes(32).toString('base64url')}`;

export const tokenHash = (token: string): Uint8Array => sha256(Buffer.from(token, 'utf8'));

export interface Viewer {
  actor: Actor;
  /** Of the token that they came with; a browser comes with a session. */
  tokenId?: string;
  session?: SessionInHand;
  displayName: string;
  scopes: TokenScope[];
}

interface Row {
  token_id: string;
  person_id: string;
  display_name: string;
  organisation_id: string;
  organisation_name: string;
  scopes: TokenScope[];
  roles: RoleHolding[];
}

const statement: Statement = {
  name: 'authenticate',
  text: `select t.id as token_id, p.id as person_id, p.display_name, o.id as organisation_id, o.name as organisation_name, t.scopes,
      held_roles(p.id) as roles
    from access_token t join person p on p.id = t.person_id join organisation o on o.id = p.organisation_id
    where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now()`,
};

/** Undefined for a token that is unknown, revoked or expired. Asked at every request: a revocation counts at once. */
export async function authenticate(dataSource: DataSource, token: string): Promise<Viewer | undefined> {
  const [row] = await withClient(dataSource, client => run<Row>(client, statement, [tokenHash(token)]));
  if (!row) return undefined;
  const { person_id: personId, organisation_id: organisationId, organisation_name: organisationName, roles } = row;
  return {
    actor: { personId, organisationId, organisationName, roles },
    tokenId: row.token_id,
    displayName: row.display_name,
    scopes: row.scopes,
  };
}
