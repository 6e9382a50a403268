// A document that came by WebSocket, held to all that holds for one that comes by HTTP: Apollo and its plugins never see it.
import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { coded } from '../graphql/coded.js';
import { costOf } from '../graphql/cost.js';
import { fragmentsOf, holdToLimits, payFor } from '../graphql/limit-guard.js';
import { LIMITS } from '../graphql/limits.js';
import { withoutPlainRepeats } from '../graphql/plain-repeats.js';
import type { RateAccount } from '../graphql/rate-account.js';
import { refusal } from '../graphql/refusals.js';

export interface Sent {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

export type Ready = ExecutionArgs & { document: DocumentNode };

/** What would run. Its cost is paid then. Throws a GraphQLError, or an AggregateError of those that validation found. */
export function readOperation(schema: GraphQLSchema, sent: Sent, account: RateAccount): Ready {
  const document = readDocument(schema, sent.query);
  const operation = getOperationAST(document, sent.operationName);
  if (!operation)
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'Name the one operation of the document that is to run.');
  if (operation.operation !== 'subscription') {
    throw refusal('SUBSCRIPTIONS_ONLY', 'A WebSocket carries subscriptions only; send queries and mutations by POST.');
  }
  const fragments = fragmentsOf(document);
  const variables = sent.variables ?? {};
  holdToLimits(operation, fragments);
  payFor(costOf({ schema, operation, fragments, variables }), account);
  return { schema, document, operationName: sent.operationName ?? null, variableValues: variables };
}

function readDocument(schema: GraphQLSchema, text: string): DocumentNode {
  const document = withoutPlainRepeats(parsed(text));
  const errors = validate(schema, document, specifiedRules, { maxErrors: 20 });
  if (errors.length > 0) throw new AggregateError(errors.map(error => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  return document;
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    // A document of brackets only ends the parser's stack.
    if (error instanceof GraphQLError || error instanceof RangeError) throw coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}
