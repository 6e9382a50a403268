// The OpenID provider that knows our people: an agency's own, or the demonstration's. Code flow with PKCE, state and nonce, by
// openid-client, which checks what comes back.
import * as openid from 'openid-client';
import type { ClaimedIdentity } from '#store';
import type { Journey } from './journey.js';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string;
}

/** It does not answer, or not as a provider does. */
export class ProviderDownError extends Error {}

/** What came back is not the answer to what was asked. `reason` is a word of ours or of OAuth. */
export class SignInRefusedError extends Error {
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

export interface Authenticated extends ClaimedIdentity {
  /** When they showed who they are, ISO 8601; undefined where the provider does not say. */
  authenticatedAt?: string;
}

/** Seconds for one question to the provider. */
const PATIENCE = 10;

export class AgencyProvider {
  private discovered?: Promise<openid.Configuration>;

  /** `maxAge`: how long ago at most, in seconds, somebody may have shown it who they are. With it a provider has to say when that was. */
  constructor(
    private readonly settings: ProviderSettings,
    private readonly maxAge: number,
  ) {}

  /** Where to send somebody, and what their browser has to bring back. Throws a ProviderDownError. */
  async begin(redirectUri: string, asked: Pick<Journey, 'returnTo' | 'again'>): Promise<[url: string, Journey]> {
    const configuration = await this.discover();
    const verifier = openid.randomPKCECodeVerifier();
    const journey = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, ...asked };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(asked.again === undefined ? { max_age: String(this.maxAge) } : { prompt: 'login', max_age: '0' }),
    });
    return [url.href, journey];
  }

  /** `url` is the address at which they came back. Throws a ProviderDownError or a SignInRefusedError. */
  async finish(url: URL, { state, nonce, verifier, again }: Journey): Promise<Authenticated> {
    const configuration = await this.discover();
    const checks = {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      ...(again === undefined ? {} : { maxAge: 0 }),
    };
    const tokens = await openid.authorizationCodeGrant(configuration, url, checks).catch(asOurs);
    const claims = tokens.claims();
    if (claims === undefined) throw new SignInRefusedError('no_id_token');
    const { iss: issuer, sub: subject, auth_time: authTime } = claims;
    const at = authTime === undefined ? {} : { authenticatedAt: new Date(authTime * 1000).toISOString() };
    return { issuer, subject, ...at };
  }

  /** Asked when it is needed first, so that we start without the provider; asked again while it did not answer. */
  private discover(): Promise<openid.Configuration> {
    this.discovered ??= this.ask().catch((error: unknown) => {
      this.discovered = undefined;
      throw new ProviderDownError('The provider cannot be discovered.', { cause: error });
    });
    return this.discovered;
  }

  private async ask(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isPlain = new URL(issuer).protocol === 'http:';
    return openid.discovery(new URL(issuer), clientId, undefined, authenticationOf(clientSecret), {
      timeout: PATIENCE,
      // The signature of an id token is checked although it came straight from the provider.
      execute: [openid.enableNonRepudiationChecks, ...(isPlain ? [openid.allowInsecureRequests] : [])],
    });
  }
}

/** In the header, as the standard has it, unless the provider takes the secret in the body only. */
function authenticationOf(secret: string | undefined): openid.ClientAuth {
  if (secret === undefined) return openid.None();
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    return (methods === undefined || methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** What the provider or the library refuses is told by its code; what could not be reached is told as down. */
function asOurs(error: unknown): never {
  if (error instanceof openid.AuthorizationResponseError) throw new SignInRefusedError(error.error, { cause: error });
  if (error instanceof openid.ResponseBodyError && error.status < 500)
    throw new SignInRefusedError(error.error, { cause: error });
  if (error instanceof openid.ClientError && error.code?.startsWith('OAUTH_') && !isOutage(error))
    throw new SignInRefusedError('invalid_answer', { cause: error });
  throw new ProviderDownError('The provider did not answer.', { cause: error });
}

const isOutage = ({ code }: openid.ClientError): boolean =>
  code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
