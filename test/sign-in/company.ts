// The api and an agency's provider side by side, and people of the cast who are linked to it.
import { v7 as uuidv7 } from 'uuid';
import { AgencyProvider } from '../../apps/api/sessions/agency-provider.js';
import { openApi, sessionTimes, type OpenApi, type PersonaKey } from '../harness/index.js';
import { type Browser, type Visit } from './browser.js';
import { clientId, clientSecret, openAgency, type Agency } from './agency.js';

export interface Company {
  api: OpenApi;
  agency: Agency;
  /** By the subject that the provider calls them. */
  link(who: PersonaKey, subject: string, issuer?: string): Promise<string>;
  /** Signs in as this subject; answers the last page. */
  signIn(browser: Browser, subject: string, path?: string): Promise<Visit>;
  close(): Promise<void>;
}

type Options = NonNullable<Parameters<typeof openApi>[0]>;

export async function openCompany(options: Options = {}): Promise<Company> {
  const agency = await openAgency();
  const provider = new AgencyProvider({ issuer: agency.issuer, clientId, clientSecret }, sessionTimes.longest);
  const api = await openApi({ provider, ...options });
  return {
    api,
    agency,
    link: async (who, subject, issuer = agency.issuer) => {
      const identityId = uuidv7();
      const { personId } = api.store.cast.members[who];
      await api.store.cast.change([{ type: 'IdentityLinked', identityId, personId, issuer, subject }]);
      return identityId;
    },
    signIn: (browser, subject, path = '/sign-in?return=/proposals') => {
      agency.next = { ...agency.next, subject };
      return browser.follow(`${api.url}${path}`, next => (next === `${api.url}/proposals` ? undefined : next));
    },
    close: async () => {
      await agency.close();
      await api.close();
    },
  };
}

export const whoAmI = 'query { viewer { person { id displayName } roles } }';
