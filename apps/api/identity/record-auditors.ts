// What an auditor was noted to be shown is recorded before the answer leaves.
import type { ApolloServerPlugin } from '@apollo/server';
import { v7 as uuidv7 } from 'uuid';
import type { By } from '#governance';
import type { RecordReading } from '#store';
import { faultOf, maskedFault, type LogFault } from '../graphql/faults.js';
import type { RequestContext } from './context.js';
import type { ReadingNotes } from './reading-notes.js';

/** The role in which somebody audits; undefined for everybody else, whose reading is not recorded. */
function auditorOf({ viewer: { actor } }: RequestContext): By | undefined {
  const holding = actor.roles.find(({ role }) => role === 'auditor');
  return holding && { personId: actor.personId, ...holding };
}

/** Resolves when what an auditor was noted to be shown is durable; at once for everybody else. Rejects when it could not be written. */
export async function recordNoted(record: RecordReading, context: RequestContext): Promise<void> {
  const { notes } = context;
  const by = notes && auditorOf(context);
  if (!by || notes.operations.length === 0) return;
  const circumstances = { at: new Date().toISOString(), commandId: uuidv7(), entryId: uuidv7() };
  await record({ by, ...circumstances, event: eventOf(notes) });
}

/** An answer whose reading could not be recorded is not given. */
export const recordAuditors = (record: RecordReading, logFault: LogFault): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        const { correlationId } = contextValue;
        try {
          await recordNoted(record, contextValue);
        } catch (error) {
          logFault(faultOf(error, correlationId));
          response.http.status = 500;
          response.body = { kind: 'single', singleResult: { errors: [maskedFault(correlationId)] } };
        }
      },
    };
  },
});

const eventOf = ({ operations, proposalIds, asked }: ReadingNotes) => ({
  type: 'AuditorRead' as const,
  operations: operations.toSorted(),
  proposalIds: [...proposalIds],
  asked: JSON.stringify(asked),
});
