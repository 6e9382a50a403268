// Job: the list of 50 proposals through the public API, as the analyst of the lead organisation sees it.
import { ask, listQuery } from './graphql.mjs';
import { openClient } from './http-client.mjs';

export const pageSize = 50;

export function listJob({ port, tokens, clients }) {
  const token = tokens.get('analyst');
  const players = Array.from({ length: clients }, () => {
    const client = openClient(port);
    const once = async () => {
      const { proposals } = await ask(client, token, listQuery);
      if (proposals.edges.length !== pageSize) throw new Error(`${proposals.edges.length} proposals in place of 50.`);
    };
    return { once, forget: () => {}, close: client.close };
  });
  return { name: 'list of 50, api', players };
}
