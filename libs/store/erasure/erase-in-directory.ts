// An erasure in the directory's stream: a person's name, an organisation's, a token's label, or what an earlier erasure there said.
import type { DataSource } from 'typeorm';
import { isProblem, judgeNameErasure, textsErased, wordsErased, type EraseWords, type Problem } from '#governance';
import { enterScope } from '../append.js';
import { run } from '../connection.js';
import { clientOf } from '../directory/change-directory.js';
import { changeInTurn, withDirectoryEntries, type DirectoryReceipt } from '../directory/handle-directory.js';
import type { HistoryEntry } from '../queries/history.js';
import type { ErasureRequest, WithTexts } from './erasure-request.js';
import { takeWords } from './take-words.js';
import { readStored, wordedStream } from './worded-stream.js';

const stream = 'directory';

export async function eraseInDirectory(
  dataSource: DataSource,
  command: EraseWords,
  entry: HistoryEntry,
  request: ErasureRequest,
): Promise<(DirectoryReceipt & WithTexts) | Problem> {
  const sent = { ...request, type: command.type };
  let texts: string[] | undefined;
  const handled = await dataSource.transaction(async manager => {
    const client = await clientOf(manager);
    const outcome = await changeInTurn(manager, sent, {
      named: {},
      isMissing: () => false,
      judge: async situation => {
        await run(client, enterScope, [request.actor.personId]);
        const words = wordedStream(
          stream,
          await readStored(client, stream, command.everywhere ? null : entry.sequence),
        );
        const judged = judgeNameErasure(command, words, situation);
        if (isProblem(judged)) return judged;
        await request.list.expectWritable();
        texts = textsErased(judged.erased, words);
        return { by: judged.by, events: [wordsErased(command, judged.erased, words)] };
      },
    });
    if (!isProblem(outcome) && !outcome.replayed) await takeWords(client, stream, outcome.sequences.first);
    return outcome;
  });
  if (isProblem(handled)) return handled;
  return { ...(await withDirectoryEntries(dataSource, request, handled)), ...(texts ? { texts } : {}) };
}
