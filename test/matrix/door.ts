// The door, knocked at thousands of times: plain fetch, whose connections are kept, with no more of an answer than a cell needs.
import type { Row } from '../harness/index.js';

export interface Answer {
  status: number;
  body: { data?: Row | null; errors?: { message: string; extensions: { code: string } }[] };
}

export async function knock(url: string, token: string, query: string, variables: object): Promise<Answer> {
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Answer['body'];
  // On a machine that does much else: nothing was recorded, and the remedy is to send it again.
  const isBusy = body.errors?.[0]?.extensions.code === 'BUSY';
  return isBusy ? knock(url, token, query, variables) : { status: response.status, body };
}

/** All of these, a few at a time, in the order in which they were given. */
export async function each<T, R>(list: readonly T[], work: (item: T) => Promise<R>, atOnce = 6): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const walk = async (): Promise<void> => {
    while (next < list.length) {
      const at = next;
      next += 1;
      results[at] = await work(list[at]!);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
  return results;
}
