// From a mutation to the hallway and back: the clock and the ids are read here, once; a refusal gets its words here.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type CommandType, type DirectoryCommandType, type Problem } from '#governance';
import type { Names } from '#messages';
import { handleCommand, type CommandReceipt } from '#store';
import { problemView } from '../graphql/problem-view.js';
import { requireFresh, requireWriting, type RequestContext } from '../identity/context.js';
import { entryView } from '../ledger/entry-view.js';
import { tellCommand } from '../tell-command.js';
import { proposalView } from './proposal-view.js';

/** The name of a command's mutation: GiveSignOff is giveSignOff. */
export const mutationOf = (type: CommandType | DirectoryCommandType): string =>
  type.charAt(0).toLowerCase() + type.slice(1);

/** What binds its person and cannot be taken back unseen. */
const needsFreshSignIn: readonly CommandType[] = ['GiveSignOff', 'RecordDecision'];

/** Throws TOKEN_READS_ONLY or REAUTHENTICATE (HTTP 403). */
export async function runCommand(
  type: CommandType,
  { commandId, ...input }: { commandId: string },
  context: RequestContext,
): Promise<object> {
  const actor = requireWriting(context);
  if (needsFreshSignIn.includes(type)) requireFresh(context);
  const at = new Date().toISOString();
  const request = { type, commandId, input, actor, at, newId: () => uuidv7() };
  const outcome = await tellCommand(request, onRetry => handleCommand(context.dataSource, { ...request, onRetry }));
  if (isProblem(outcome)) return problemView(outcome, await namesIn(outcome, context));
  context.notes.note(mutationOf(type), { commandId }, [outcome.proposal.id]);
  return receiptView(outcome);
}

/** Whom a refusal names, it names to colleagues of theirs. */
async function namesIn({ blockers }: Problem, { loaders }: RequestContext): Promise<Names> {
  const ids = blockers.flatMap(({ subject }) =>
    subject?.startsWith('person:') ? subject.slice('person:'.length) : [],
  );
  const people = await Promise.all(ids.map(id => loaders.people.load(id)));
  return new Map(people.flatMap(person => (person?.displayName ? [[person.id, person.displayName]] : [])));
}

const receiptView = ({ commandId, replayed, entries, ...seen }: CommandReceipt) => ({
  commandId,
  replayed,
  proposal: proposalView(seen),
  entries: entries.map(entry => entryView(entry, true)),
});
