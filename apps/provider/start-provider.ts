// The demonstration's OpenID provider, on this machine only: the same protocol that an agency's own provider speaks.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { faultFields, tell } from '#telemetry';
import { choosing } from './choosing.js';
import { readKeys } from './keys.js';
import { readPeople } from './people.js';
import { settingsOf } from './settings.js';

export interface ProviderOptions {
  /** Of its keys, and of the people of the demonstration. */
  home: string;
  port: number;
  clientId: string;
  clientSecret: string;
}

export interface RunningProvider {
  issuer: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startProvider({ home, port, clientId, clientSecret }: ProviderOptions): Promise<RunningProvider> {
  const server = createServer();
  server.listen(port, HOST);
  await once(server, 'listening');
  const issuer = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const isKnown = (subject: string): boolean => readPeople(home).some(({ persona }) => persona === subject);
  const provider = new Provider(issuer, settingsOf({ clientId, clientSecret, ...readKeys(home), isKnown }));
  provider.on('server_error', (_ctx, error) =>
    tell('request-failed', { correlationId: randomUUID(), ...faultFields(error) }),
  );
  provider.use(choosing(provider, issuer, () => readPeople(home)));
  const serve = provider.callback();
  server.on('request', (request, response) => void serve(request, response));
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
