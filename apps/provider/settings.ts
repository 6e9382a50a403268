// How the demonstration's provider is set up: one client, and code flow with PKCE.
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { gonePage } from './sign-in-page.js';

export interface ProviderHome {
  clientId: string;
  clientSecret: string;
  jwks: { keys: object[] };
  cookies: string[];
  isKnown: (subject: string) => boolean;
}

/** The cookie of whoever is signed in here: it is set, and never read again. */
export const SESSION = 'provider-session';

const minutes = 60;

/** Assent asks for nothing but who somebody is, so that there is nothing to consent to. */
async function grantFor(ctx: KoaContextWithOIDC) {
  const { client, session } = ctx.oidc;
  const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

export const settingsOf = ({ clientId, clientSecret, jwks, cookies, isKnown }: ProviderHome): Configuration => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      // A native client's port on this machine may be any: that of the api is not known before it runs.
      application_type: 'native',
      redirect_uris: ['127.0.0.1', 'localhost', '[::1]'].map(host => `http://${host}/sign-in/callback`),
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  jwks: jwks,
  cookies: { keys: cookies, names: { session: SESSION, interaction: 'provider-choice', resume: 'provider-resume' } },
  scopes: ['openid'],
  claims: { openid: ['sub'] },
  responseTypes: ['code'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  },
  interactions: { url: (_ctx, { uid }) => `/choose/${uid}` },
  findAccount: (_ctx, sub) => (isKnown(sub) ? { accountId: sub, claims: async () => ({ sub }) } : undefined),
  loadExistingGrant: grantFor,
  renderError: (ctx: KoaContextWithOIDC) => {
    const { content, headers } = gonePage();
    ctx.set(headers);
    ctx.body = content;
  },
  ttl: {
    AuthorizationCode: minutes,
    Interaction: 10 * minutes,
    Session: 10 * minutes,
    Grant: 10 * minutes,
    IdToken: 10 * minutes,
    AccessToken: minutes,
  },
});
