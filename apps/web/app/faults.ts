// What an answer without data means: nobody reached, come again later, not signed in, or a fault of ours.

/** As much of urql's CombinedError as is read here. */
export interface Failure {
  networkError?: unknown;
  graphQLErrors: readonly { extensions?: Record<string, unknown> }[];
  response?: { status?: number; headers?: { get(name: string): string | null } } | null;
}

const codesOf = ({ graphQLErrors }: Failure): unknown[] => graphQLErrors.map(({ extensions }) => extensions?.['code']);

const has = (failure: Failure, ...codes: string[]): boolean =>
  codesOf(failure).some(code => codes.includes(code as string));

export const isUnauthenticated = (failure: Failure): boolean =>
  failure.response?.status === 401 || has(failure, 'UNAUTHENTICATED');

/** Signed in, but the act wants somebody who lately showed who they are. */
export const wantsFreshSignIn = (failure: Failure): boolean => has(failure, 'REAUTHENTICATE');

/** Worth trying again by itself: the same question may well be answered in a moment. */
export const isPassing = (failure: Failure): boolean =>
  has(failure, 'BUSY', 'DATABASE_AWAY', 'RATE_LIMITED', 'SHUTTING_DOWN') || isUnreachable(failure);

/** Nobody answered, or somebody in between did. */
export const isUnreachable = (failure: Failure): boolean =>
  failure.networkError !== undefined && [undefined, 502, 503, 504].includes(failure.response?.status);

export const isNotFound = (failure: Failure): boolean => has(failure, 'NOT_FOUND', 'FORBIDDEN');

/** The id under which the operator finds a fault in the log. */
export function correlationOf(failure: Failure): string | undefined {
  const told = failure.graphQLErrors
    .map(({ extensions }) => extensions?.['correlationId'])
    .find(id => id !== undefined);
  return (told as string | undefined) ?? failure.response?.headers?.get('x-correlation-id') ?? undefined;
}
