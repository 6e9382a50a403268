// What an auditor was noted to be shown is recorded before the answer leaves.
import type { ApolloServerPlugin } from '@apollo/server';
import { v7 as uuidv7 } from 'uuid';
import type { By } from '#governance';
import type { RecordReading } from '#store';
import type { RequestContext } from './context.js';
import type { ReadingNotes } from './reading-notes.js';

/** The role in which somebody audits; undefined for everybody else, whose reading is not recorded. */
function auditorOf({ viewer: { actor } }: RequestContext): By | undefined {
  const holding = actor.roles.find(({ role }) => role === 'auditor');
  return holding && { personId: actor.personId, ...holding };
}

/** An answer whose reading could not be recorded is not given. */
export const recordAuditors = (record: RecordReading): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }) {
        const { notes } = contextValue;
        const by = notes && auditorOf(contextValue);
        if (!by || notes.operations.length === 0) return;
        await record({
          by,
          at: new Date().toISOString(),
          commandId: uuidv7(),
          entryId: uuidv7(),
          event: eventOf(notes),
        });
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
