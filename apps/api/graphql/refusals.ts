// The errors with which GraphQL itself refuses a request. What a command refuses is a Problem in the answer, never one of these.
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Codes that tell a client what to do. Every other code is a fault of ours, and masked. */
export const CLIENT_CODES: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BUSY',
  'DATABASE_AWAY',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_READY',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_DEEP',
  'RATE_LIMITED',
  'REAUTHENTICATE',
  'SUBSCRIPTIONS_NOT_SERVED',
  'SUBSCRIPTIONS_ONLY',
  'TOKEN_READS_ONLY',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_MUTATIONS',
  'TOO_MANY_SUBSCRIPTIONS',
  'TOO_MANY_TOKENS',
  'UNAUTHENTICATED',
]);

/** An error for the client, answered with this HTTP status even when a resolver throws it. The message names limit and remedy. */
export function refusal(code: string, message: string, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** Somebody is signed in, and has to show anew who they are. */
export const reauthenticate = () =>
  refusal(
    'REAUTHENTICATE',
    'Show again who you are, at /sign-in?fresh=1&return=<your place>, and send this once more: it was too long ago.',
    403,
  );

/** Nothing can be served yet; whoever asks again soon may be. */
export const notReady = (message: string) => refusal('NOT_READY', message, 503);

/** A command that waited too long for others. Nothing of it is recorded. */
export const busy = () =>
  refusal(
    'BUSY',
    'Others are acting on the same thing, and yours waited too long. Nothing of it is recorded: send it again.',
    503,
  );

/** No fault of a client, and one that it need not tell anybody of: whoever asks again soon may be answered. */
export const AWAY = {
  code: 'DATABASE_AWAY',
  status: 503,
  message:
    'The database does not answer just now. Send the same again in a moment, a command under the same command id: it counts once, even if it was recorded.',
} as const;

export const badUserInput = (message: string) => refusal('BAD_USER_INPUT', message);

export const unauthenticated = () =>
  refusal('UNAUTHENTICATED', 'Send your access token in the header: Authorization: Bearer <token>.', 401);

/** Whole seconds, as the header Retry-After takes them. */
export const retryAfter = (seconds: number): string => String(Math.ceil(seconds));

export const rateLimitedMessage = (seconds: number): string =>
  `Too much was asked in a short time; wait, and ask again in ${retryAfter(seconds)} s.`;

/** `seconds` until it will be served. */
export const rateLimited = (seconds: number): GraphQLError =>
  new GraphQLError(rateLimitedMessage(seconds), {
    extensions: {
      code: 'RATE_LIMITED',
      http: { status: 429, headers: new HeaderMap([['retry-after', retryAfter(seconds)]]) },
    },
  });
