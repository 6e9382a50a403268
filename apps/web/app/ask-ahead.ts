// What a route will need is asked for while its screen is still being loaded.
import type { AnyVariables, DocumentInput } from '@urql/core';
import { client } from './client.js';

/** The answer waits in the cache, or is still on its way when the screen asks: either way it is asked for once. */
export function askAhead<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): void {
  void client.query(document, variables, { requestPolicy: 'cache-first' }).toPromise();
}
