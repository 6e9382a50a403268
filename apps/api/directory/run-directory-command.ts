// From a mutation of the directory to its hallway and back; and what an entry says was made, as the API shows it.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type DirectoryCommandType, type DirectoryEvent } from '#governance';
import { handleDirectory, type DirectoryReceipt } from '#store';
import { problemView } from '../graphql/problem-view.js';
import { requireFresh, requireWriting, type RequestContext } from '../identity/context.js';
import { mutationOf } from '../proposals/run-command.js';
import { entryView } from '../ledger/entry-view.js';
import { tellCommand } from '../tell-command.js';

/** What resolvers hand on as a DirectoryReceipt; what was made is looked up only when asked for. */
export interface DirectoryReceiptRef extends Omit<DirectoryReceipt, 'entries'> {
  entries: object[];
  event: DirectoryEvent | undefined;
}

/** What opens doors or shuts them; to revoke a token that may be lost is never held up. */
const needsFreshSignIn: readonly DirectoryCommandType[] = [
  'AssignRole',
  'EndRole',
  'IssueToken',
  'LinkIdentity',
  'UnlinkIdentity',
];

/** Throws TOKEN_READS_ONLY or REAUTHENTICATE (HTTP 403). */
export async function runDirectoryCommand(
  type: DirectoryCommandType,
  { commandId, ...input }: { commandId: string },
  context: RequestContext,
): Promise<object> {
  const actor = requireWriting(context);
  if (needsFreshSignIn.includes(type)) requireFresh(context);
  const at = new Date().toISOString();
  const through = context.viewer.tokenId;
  const request = { type, commandId, input, actor, through, at, newId: () => uuidv7() };
  const outcome = await tellCommand(request, () => handleDirectory(context.dataSource, request));
  if (isProblem(outcome)) return problemView(outcome);
  context.notes.note(mutationOf(type), { commandId });
  return receiptRef(outcome);
}

/** Of what a command of the directory records, the first is what it asked for. */
function receiptRef({ entries, ...receipt }: DirectoryReceipt): DirectoryReceiptRef {
  const event = entries[0]?.payload as DirectoryEvent | undefined;
  return { ...receipt, entries: entries.map(entry => entryView(entry, true)), event };
}
