// What an auditor was noted to be shown is recorded before the answer leaves.
import type { ApolloServerPlugin } from '@apollo/server';
import { v7 as uuidv7 } from 'uuid';
import type { By } from '#governance';
import type { RecordReading } from '#store';
import { faultOf, formattedFault, toldOf, type LogFault } from '../graphql/faults.js';
import type { RequestContext } from './context.js';
import type { ReadingNotes } from './reading-notes.js';

/** The role in which somebody audits; undefined for everybody else, whose reading is not recorded. */
function auditorOf({ viewer: { actor } }: RequestContext): By | undefined {
  const holding = actor.roles.find(({ role }) => role === 'auditor');
  return holding && { personId: actor.personId, ...holding };
}

/** Rejects when it cannot be recorded: then nothing may be shown. Does nothing for whoever is no auditor. */
export async function recordReadingOf(context: RequestContext, record: RecordReading): Promise<void> {
  const by = auditorOf(context);
  if (!by || context.notes.operations.length === 0) return;
  const circumstances = { at: new Date().toISOString(), commandId: uuidv7(), entryId: uuidv7() };
  await record({ by, ...circumstances, event: eventOf(context.notes) });
}

/** An answer whose reading could not be recorded is not given. */
export const recordAuditors = (record: RecordReading, logFault: LogFault): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        const { notes, correlationId } = contextValue;
        // There are none where the context could not be made.
        if (!notes) return;
        try {
          await recordReadingOf(contextValue, record);
        } catch (error) {
          logFault(faultOf(error, correlationId));
          response.http.status = toldOf(error, correlationId).status;
          response.body = { kind: 'single', singleResult: { errors: [formattedFault(error, correlationId)] } };
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
