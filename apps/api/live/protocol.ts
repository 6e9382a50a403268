// The protocol graphql-transport-ws over our schema: who is let in, what may be subscribed to, and how errors look. The package
// graphql-ws keeps to the protocol's letter.
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type Context, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { IncomingHttpHeaders } from 'node:http';
import { type Credential, credentialOf } from '../http/credential.js';
import { coded, isUncoded } from '../graphql/coded.js';
import { refusal, unauthenticated } from '../graphql/refusals.js';
import { readingCost } from '../graphql/cost.js';
import { payFor } from '../graphql/limit-guard.js';
import type { RateAccount } from '../graphql/rate-account.js';
import type { Connection } from './connection.js';
import { endings, type Ending } from './endings.js';
import type { Guest } from './guest.js';
import { readOperation } from './read-operation.js';
import type { SocketLimits } from './socket-limits.js';

/** What graphql-ws keeps with each connection. */
export interface Extra {
  guest: Guest;
  headers: IncomingHttpHeaders;
  correlationId: string;
  end: (ending: Ending) => void;
  /** Whether this person may have one connection more; counts it if so. */
  admit: (personId: string) => boolean;
}

/** The application's part in it. */
export interface Served {
  schema: () => GraphQLSchema;
  /** What resolvers find in their context. */
  contextOf: (opened: {
    viewer: unknown;
    account: RateAccount;
    correlationId: string;
    connection: Connection;
  }) => object;
  /** Words and masks an error, and tells whoever has to know of a fault. */
  format: (error: GraphQLError) => GraphQLFormattedError;
}

type Opened = Context<Record<string, unknown>, Extra>;

export const protocolOver = (served: Served, limits: SocketLimits): Server<Extra> =>
  makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.introduction,
    onConnect,
    onSubscribe: (opened, _id, payload) => subscribing(opened, payload, served, limits),
    onNext: (_opened, _id, _payload, _args, result) => formatted(result, served),
    onError: (_opened, _id, _payload, errors) => errors.map(error => served.format(asGraphQLError(error))),
  });

/** Whoever is not let in is told by the close code. */
async function onConnect({ extra, connectionParams }: Opened): Promise<boolean> {
  const { guest, headers } = extra;
  const ending = await guest.introduce(credentialIn(headers, connectionParams));
  const isOneTooMany = !ending && guest.personId !== undefined && !extra.admit(guest.personId);
  if (!ending && !isOneTooMany) return true;
  extra.end(ending ?? endings.tooManyOfYours);
  return false;
}

/** An access token comes in the first message, `{ "authorization": "Bearer …" }`: browsers can set no header. Never a session and a token. */
function credentialIn(
  { authorization, cookie }: IncomingHttpHeaders,
  params: Record<string, unknown> = {},
): Credential | undefined {
  const said = params['authorization'];
  const credential = credentialOf({ authorization: typeof said === 'string' ? said : authorization, cookie });
  return credential === 'both' ? undefined : credential;
}

async function subscribing(opened: Opened, sent: SubscribePayload, served: Served, limits: SocketLimits) {
  const { guest, correlationId } = opened.extra;
  try {
    if (Object.keys(opened.subscriptions).length > limits.subscriptions) throw tooMany(limits);
    const account = guest.account();
    payFor(readingCost(sent.query), account);
    const ready = readOperation(served.schema(), sent, account);
    const viewer = await guest.viewerNow();
    if (!viewer) throw unauthenticated();
    return { ...ready, contextValue: served.contextOf({ viewer, account, correlationId, connection: guest }) };
  } catch (error) {
    return error instanceof AggregateError ? (error.errors as GraphQLError[]) : [asGraphQLError(error)];
  }
}

const tooMany = ({ subscriptions }: SocketLimits) =>
  refusal('TOO_MANY_SUBSCRIPTIONS', `A connection may have ${subscriptions} subscriptions; end one of them first.`);

function formatted({ data, errors, extensions }: ExecutionResult, { format }: Served) {
  if (!errors) return undefined;
  const worded = errors.map(error => format(isUncoded(error) ? coded(error, 'BAD_USER_INPUT') : error));
  return { ...(data === undefined ? {} : { data }), errors: worded, extensions };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const message = error instanceof Error ? error.message : 'Something not an Error was thrown.';
  return new GraphQLError(message, { originalError: error instanceof Error ? error : null });
}
