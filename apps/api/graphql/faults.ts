// What an error looks like to a client. What a client caused is said plainly; whatever else went wrong is logged and masked.
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isAway } from '#store';
import { faultFields, type FaultFields } from '#telemetry';
import { currentVisit } from '../http/correlation.js';
import { AWAY, CLIENT_CODES } from './refusals.js';
import { reword } from './wording.js';

/** What is known of a fault of ours. Never variables, bodies or query parameters: they may hold personal information. */
export interface Fault extends FaultFields {
  correlationId: string;
  /** Only for whoever is told within the process: it may repeat values, so it is in no log. */
  message: string;
  /** Where in the answer it happened: `proposal.signOffs.0.by`. The names are the client's, so it is in no log either. */
  path?: string;
}

export type LogFault = (fault: Fault) => void;

/** What a person is told when the fault is ours. */
export const masked = (correlationId: string) =>
  `Something went wrong on our side. It has been recorded; if you ask about it, quote this id: ${correlationId}.`;

/** What is said of a fault of ours: that the database is away, where it is that, and nothing more than an id otherwise. */
export const toldOf = (thrown: unknown, correlationId: string): { code: string; status: number; message: string } =>
  isAway(thrown) ? AWAY : { code: 'INTERNAL_SERVER_ERROR', status: 500, message: masked(correlationId) };

export function formattedFault(thrown: unknown, correlationId: string): GraphQLFormattedError {
  const { message, code } = toldOf(thrown, correlationId);
  return { message, extensions: { code, correlationId } };
}

/** Only these properties of a thrown thing are handed on. Errors of the database driver carry parameters beside them. */
export function faultOf(thrown: unknown, correlationId: string, path?: string): Fault {
  const message = thrown instanceof Error ? thrown.message : 'Something not an Error was thrown.';
  return { correlationId, ...faultFields(thrown), message, path };
}

/** Apollo's `formatError`. Called once for each error of an answer; logs those that are our fault, each once. */
export function formatFaults(logFault: LogFault) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const code = clientCode(formatted, error);
    const visit = currentVisit();
    if (code !== undefined) {
      visit.code = code;
      const worded = reword(formatted.message, code);
      return { message: worded.message, locations, path, extensions: { code: worded.code } };
    }
    const id = visit.correlationId;
    const thrown = unwrapResolverError(error);
    logFault(faultOf(thrown, id, path?.join('.')));
    const told = formattedFault(thrown, id);
    visit.code = String(told.extensions?.code);
    return { ...told, path };
  };
}

/** The code of an error that a client caused, or undefined where it is ours. Only GraphQL errors are ever the client's. */
function clientCode(formatted: GraphQLFormattedError, error: unknown): string | undefined {
  const code = String(formatted.extensions?.code);
  return error instanceof GraphQLError && CLIENT_CODES.has(code) ? code : undefined;
}
