// What a query refuses, as HTTP says it: the same code and words as GraphQL's errors. A fault is told and masked.
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError } from 'graphql';
import { coded, isUncoded } from '../graphql/coded.js';
import { AWAY } from '../graphql/refusals.js';
import type { RefusalBody } from './refusal-body.js';

export interface HttpRefusal {
  status: number;
  headers: Record<string, string>;
  body: RefusalBody;
}

interface HttpPart {
  status?: number;
  headers?: Iterable<[string, string]>;
}

export function refusalFrom(thrown: unknown, { formatError }: ApolloDriverConfig, correlationId: string): HttpRefusal {
  const error = asClientsOwn(thrown);
  const { message, extensions } = formatError?.(error.toJSON(), error) ?? error.toJSON();
  const code = String(extensions?.['code']);
  const http = (error.extensions['http'] ?? {}) as HttpPart;
  const status = statusOfFault(code) ?? http.status ?? 400;
  const { correlationId: told } = (extensions ?? {}) as { correlationId?: string };
  const id = told ?? correlationId;
  return {
    status,
    headers: Object.fromEntries(http.headers ?? []),
    body: { errors: [{ message, extensions: { code, correlationId: id } }] },
  };
}

const statusOfFault = (code: string): number | undefined =>
  ({ INTERNAL_SERVER_ERROR: 500, [AWAY.code]: AWAY.status })[code];

function asClientsOwn(thrown: unknown): GraphQLError {
  if (!(thrown instanceof GraphQLError)) return new GraphQLError('A fault.', { originalError: thrown as Error });
  return isUncoded(thrown) ? coded(thrown, 'BAD_USER_INPUT') : thrown;
}
