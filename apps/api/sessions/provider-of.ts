// The provider that the configuration names, with the secret that it gave us.
import { readFileSync } from 'node:fs';
import type { Configuration } from '#configuration';
import { AgencyProvider } from './agency-provider.js';

/** Undefined where none is named. Throws when the file of the secret cannot be read: nobody could sign in. */
export function providerOf(configuration: Configuration<'api'>): AgencyProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = configuration;
  if (issuer === undefined || clientId === undefined) return undefined;
  const clientSecret = file === undefined ? configuration.OIDC_CLIENT_SECRET : readFileSync(file, 'utf8').trim();
  return new AgencyProvider({ issuer, clientId, clientSecret }, configuration.SESSION_HOURS * 3600);
}
