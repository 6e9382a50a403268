// How Apollo is set up: every limit, every refusal and the context of a request in one place. The schema itself comes from the resolvers.
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { currentCorrelationId } from '../http/correlation.js';
import { accountOf, viewerOf } from '../http/authentication.js';
import { GRAPHQL_PATH } from '../http/graphql-path.js';
import { schemaOptions } from '../schema/print-schema.js';
import { awayStatus } from './away-status.js';
import { formatFaults, type LogFault } from './faults.js';
import { readingCost } from './cost.js';
import { limitGuard, payFor } from './limit-guard.js';
import { LIMITS } from './limits.js';
import { noteOperation } from './note-operation.js';
import { nullArguments } from './null-arguments.js';
import { plainRepeats } from './plain-repeats.js';
import type { RateAccount } from './rate-account.js';
import { unauthenticated } from './refusals.js';

/** The injection token under which the application provides its options, for what is served beside HTTP. */
export const GRAPHQL_OPTIONS = Symbol('GraphqlOptions');

/** What resolvers find in their context. */
export interface GraphqlContext<TViewer = unknown> {
  viewer: TViewer;
  /** Who pays for what is asked. */
  account: RateAccount;
  correlationId: string;
}

/** Apollo would print errors with their messages, which may repeat values; each is told of by formatError already, without them. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** For `GraphQLModule.forRoot`. `extra` builds what else a request's context holds, such as its data loaders. */
export function graphqlOptions<TViewer>(
  logFault: LogFault,
  extra: (context: GraphqlContext<TViewer>) => object = () => ({}),
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    logger: silent,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    buildSchemaOptions: schemaOptions,
    // Both would load their pages from a CDN, to be shown to people who have not signed in.
    graphiql: false,
    playground: false,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: 20 },
    executionOptions: { maxCoercionErrors: 20 },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // Nest would answer 200 to a refusal out of a resolver, and pass on the text of its own exceptions.
    preserveHttpStatusForExecutionErrors: false,
    autoTransformHttpErrors: false,
    // Nothing is cached between us and a client (answer-headers.ts); computing how long it might be costs a tenth of a long list.
    plugins: [
      plainRepeats,
      noteOperation,
      awayStatus,
      limitGuard,
      nullArguments,
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError: formatFaults(logFault),
    context: (request: Carrying) => {
      const context = contextOf<TViewer>(request);
      return { ...context, ...extra(context) };
    },
  };
}

/** Where HTTP carries the document; Apollo looks at it after this, and may find that it is none. */
interface Carrying {
  body?: unknown;
  query?: unknown;
}

function documentOf({ body, query }: Carrying): string {
  const document = ((body ?? query) as { query?: unknown } | undefined)?.query;
  return typeof document === 'string' ? document : '';
}

/** Fails closed: a request that came around the door has no viewer and no context. It is paid for before the document is read. */
export function contextOf<TViewer>(request: Carrying): GraphqlContext<TViewer> {
  const viewer = viewerOf<TViewer>(request);
  const account = accountOf(request);
  if (viewer === undefined || account === undefined) throw unauthenticated();
  payFor(readingCost(documentOf(request)), account);
  return { viewer, account, correlationId: currentCorrelationId() };
}
