// An agency's own OpenID provider: the real protocol, with people who sign in without a page, and a hand on what it answers.
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Its warnings are for those who would run it with real people.
console.warn = console.info = () => undefined;
const { Provider } = await import('oidc-provider');

export const clientId = 'assent-test';
export const clientSecret = 'a-secret-of-the-test';

export interface Agency {
  issuer: string;
  /** Who signs in next, and when they showed who they are (seconds ago). */
  next: { subject: string; secondsAgo: number };
  /** What is done to the claims of the next id token before it is signed again; `header` may be changed too. */
  forge?: (claims: Record<string, unknown>, header: Record<string, unknown>) => void;
  /** Signs with another key than its own. */
  stranger?: boolean;
  /** How often its token endpoint was asked. */
  tokensAsked: number;
  close(): Promise<void>;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;

function signAgain(token: string, key: KeyObject, change: NonNullable<Agency['forge']>): string {
  const [header = {}, claims = {}] = token.split('.').slice(0, 2).map(decode);
  change(claims, header);
  const signed = `${encode(header)}.${encode(claims)}`;
  if (header['alg'] === 'none') return `${signed}.`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

/** `emailOf` is what it says of everybody's address, which we never ask for and never look at. */
export async function openAgency(email = 'same@example.org'): Promise<Agency> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const agency: Agency = {
    issuer,
    next: { subject: 'hana', secondsAgo: 0 },
    tokensAsked: 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/sign-in/callback'],
      },
    ],
    jwks: { keys: [{ ...pair.privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] as never },
    cookies: { keys: ['for the tests'] },
    claims: { openid: ['sub', 'email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_ctx, { uid }) => `/answer/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, email, email_verified: true }),
    }),
    loadExistingGrant: async ctx => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    // Nobody stays signed in here: each time `next` says who it is.
    ctx.req.headers.cookie = (ctx.req.headers.cookie ?? '').replaceAll(/_session(\.\w+)?=[^;]*;? ?/g, '');
    if (ctx.path.startsWith('/answer/')) {
      const { subject, secondsAgo } = agency.next;
      const ts = Math.floor(Date.now() / 1000) - secondsAgo;
      ctx.respond = false;
      await provider.interactionFinished(ctx.req, ctx.res, {
        login: { accountId: subject, remember: false, ts },
        consent: {},
      });
      return;
    }
    await next();
    if (ctx.path !== '/token') return;
    agency.tokensAsked += 1;
    const answer = ctx.body as { id_token?: string };
    if (!answer.id_token || !(agency.forge || agency.stranger)) return;
    const key = agency.stranger ? other.privateKey : pair.privateKey;
    ctx.body = { ...answer, id_token: signAgain(answer.id_token, key, agency.forge ?? (() => undefined)) };
  });
  const serve = provider.callback();
  server.on('request', (request, response) => void serve(request, response));
  return agency;
}
