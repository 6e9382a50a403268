// From a mutation to the hallway and back: the clock and the ids are read here, once; a refusal gets its words here.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type CommandType, type Problem } from '#governance';
import { handleCommand, type CommandReceipt } from '#store';
import { refusal } from '../graphql/refusals.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { entryView } from '../ledger/entry-view.js';
import { blockerMessage } from '../messages/blockers.js';
import { problemMessage } from '../messages/problems.js';
import { proposalView } from './proposal-view.js';

/** The name of a command's mutation: GiveSignOff is giveSignOff. */
export const mutationOf = (type: CommandType): string => type.charAt(0).toLowerCase() + type.slice(1);

/** Throws TOKEN_READS_ONLY (HTTP 403) for a token without the scope `write`. */
export async function runCommand(
  type: CommandType,
  { commandId, ...input }: { commandId: string },
  { viewer, dataSource, ...context }: RequestContext,
): Promise<object> {
  if (!viewer.scopes.includes('write')) {
    throw refusal('TOKEN_READS_ONLY', 'This access token may only read. Use one with the scope “write”.', 403);
  }
  const actor = actorOf({ ...context, viewer, dataSource });
  const at = new Date().toISOString();
  const outcome = await handleCommand(dataSource, { type, commandId, input, actor, at, newId: () => uuidv7() });
  return isProblem(outcome) ? problemView(outcome) : receiptView(outcome);
}

const problemView = (problem: Problem) => ({
  kind: problem.kind,
  code: problem.code,
  message: problemMessage(problem),
  path: problem.kind === 'INVALID' ? problem.faults.map(({ path }) => path) : null,
  blockers: problem.blockers.map(blocker => ({ ...blocker, message: blockerMessage(blocker) })),
});

const receiptView = ({ commandId, replayed, entries, ...seen }: CommandReceipt) => ({
  commandId,
  replayed,
  proposal: proposalView(seen),
  entries: entries.map(entry => entryView(entry, true)),
});
