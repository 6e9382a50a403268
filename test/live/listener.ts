// Somebody who listens, by the client that browsers use: what they are told, one after the other, and how it ends.
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface Listener {
  /** The next thing that they are told, under its field; rejects when it ends before. */
  next(): Promise<any>;
  /** With which code and words the connection ended. */
  ended: Promise<{ code: number; reason: string }>;
  client: Client;
  stop(): Promise<void>;
}

export interface Listening {
  /** May change from one connection to the next. */
  url: () => string;
  token?: string;
  /** The cookie of a browser, which names the page's origin as well. */
  cookie?: string;
  retries?: number;
}

const open: Listener[] = [];

export const stopAll = async (): Promise<void> => void (await Promise.all(open.splice(0).map(each => each.stop())));

export function listenTo(
  { url, token, cookie, retries = 0 }: Listening,
  query: string,
  variables: Record<string, unknown> = {},
): Listener {
  const ended = Promise.withResolvers<{ code: number; reason: string }>();
  const client = createClient({
    url: () => `${url().replace('http', 'ws')}/graphql`,
    webSocketImpl: cookie === undefined ? WebSocket : browserWith(cookie),
    connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: retries,
    retryWait: () => new Promise(resolve => setTimeout(resolve, 20)),
    on: { closed: event => ended.resolve(event as { code: number; reason: string }) },
  });
  const told = client.iterate({ query, variables });
  const next = async (): Promise<any> => {
    const { value, done } = await told.next();
    if (done) throw new Error('It ended, and nothing more was told.');
    const { data, errors } = value as { data?: Record<string, unknown>; errors?: unknown };
    if (errors || !data) throw new Error(JSON.stringify(value));
    return Object.values(data)[0];
  };
  const listener = { next, ended: ended.promise, client, stop: async () => void (await client.dispose()) };
  open.push(listener);
  return listener;
}

const browserWith = (cookie: string) =>
  class extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie }, origin: address.replace('ws', 'http').replace('/graphql', '') });
    }
  };

export const workChanged = 'subscription { workChanged { id version } }';
export const proposalChanged = 'subscription ($id: ID!) { proposalChanged(id: $id) { id version } }';
export const ledgerSealed = 'subscription { ledgerSealed { size } }';
/** How `workChanged` begins. */
export const all = { id: null, version: null };
