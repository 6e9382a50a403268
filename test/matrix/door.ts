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
  return { status: response.status, body: (await response.json()) as Answer['body'] };
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
