import { describe, expect, it } from '@jest/globals';
import { cacheExchange, Client, gql, type Exchange, type Operation, type OperationResult } from '@urql/core';
import { filter, makeSubject, merge, pipe, tap } from 'wonka';
import { unattended } from './fetch-options.js';
import { askAgain, openQueries } from './live-queries.js';

const query = gql`
  query Proposal($id: ID!) {
    proposal(id: $id) {
      id
      version
    }
  }
`;

/** A client whose api answers when the test says so. */
function openClient() {
  const asked: Operation[] = [];
  const { source, next } = makeSubject<OperationResult>();
  const api: Exchange = () => operations =>
    merge([
      source,
      pipe(
        operations,
        tap(operation => void (operation.kind === 'query' && asked.push(operation))),
        filter((_): _ is never => false),
      ),
    ]);
  const exchanges = [openQueries, cacheExchange, api];
  const client = new Client({ url: '/graphql', exchanges, requestPolicy: 'cache-and-network', preferGetMethod: false });
  const answer = (version: number) => {
    const [operation] = asked.splice(0, 1);
    const data = { proposal: { __typename: 'Proposal', id: operation!.variables?.id, version } };
    next({ operation: operation!, data, stale: false, hasNext: false });
  };
  const again = (id: string) => askAgain(operation => client.reexecuteOperation(operation), [id]);
  return { client, asked, answer, again };
}
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('What is on the screen', () => {
  it('is asked for once more where it was asked for before the change and is answered after it', async () => {
    const { client, asked, answer, again } = openClient();
    const shown: number[] = [];
    const { unsubscribe } = client
      .query(query, { id: 'p-1' })
      .subscribe(({ data }) => shown.push(data.proposal.version));
    const done = again('p-1');
    await settled();
    answer(1);
    await settled();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.context.fetchOptions).toBe(unattended);
    answer(2);
    await done;
    expect(shown.at(-1)).toBe(2);
    unsubscribe();
  });

  it('is asked for again, and nobody waits for what was left meanwhile', async () => {
    const { client, asked, answer, again } = openClient();
    const { unsubscribe } = client.query(query, { id: 'p-2' }).subscribe(() => undefined);
    answer(1);
    const done = again('p-2');
    unsubscribe();
    await done;
    await again('p-2');
    expect(asked).toEqual([]);
  });

  it('is not what somebody left before it was answered', async () => {
    const { client, asked, again } = openClient();
    client
      .query(query, { id: 'p-3' })
      .subscribe(() => undefined)
      .unsubscribe();
    await again('p-3');
    expect(asked).toHaveLength(1);
  });
});
