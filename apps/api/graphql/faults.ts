// What an error looks like to a client. What a client caused is said plainly; whatever else went wrong is logged and masked.
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CLIENT_CODES } from './refusals.js';
import { reword } from './wording.js';

/** What is known of a fault of ours. Never variables, bodies or query parameters: they may hold personal information. */
export interface Fault {
  correlationId: string;
  name: string;
  message: string;
  stack?: string;
  /** Where in the answer it happened: `proposal.signOffs.0.by`. */
  path?: string;
}

export type LogFault = (fault: Fault) => void;

/** What a person is told when the fault is ours. */
export const masked = (correlationId: string) =>
  `Something went wrong on our side. It has been recorded; if you ask about it, quote this id: ${correlationId}.`;

/** Only these properties of a thrown thing are logged. Errors of the database driver carry parameters beside them. */
export function faultOf(thrown: unknown, correlationId: string, path?: string): Fault {
  if (!(thrown instanceof Error))
    return { correlationId, name: typeof thrown, message: 'Something not an Error was thrown.', path };
  return { correlationId, name: thrown.name, message: thrown.message, stack: thrown.stack, path };
}

/** Apollo's `formatError`. Called once for each error of an answer; logs those that are our fault, each once. */
export function formatFaults(logFault: LogFault, correlationId: () => string) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const code = clientCode(formatted, error);
    if (code !== undefined) {
      const worded = reword(formatted.message, code);
      return { message: worded.message, locations, path, extensions: { code: worded.code } };
    }
    const id = correlationId();
    logFault(faultOf(unwrapResolverError(error), id, path?.join('.')));
    return { message: masked(id), path, extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: id } };
  };
}

/** The code of an error that a client caused, or undefined where it is ours. Only GraphQL errors are ever the client's. */
function clientCode(formatted: GraphQLFormattedError, error: unknown): string | undefined {
  const code = String(formatted.extensions?.code);
  return error instanceof GraphQLError && CLIENT_CODES.has(code) ? code : undefined;
}
