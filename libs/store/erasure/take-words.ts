// Words and salts taken out of the database, by the one function that may: it takes what an entry WordsErased names.
import { run, type PgClient, type Statement } from '../connection.js';

const statement: Statement = {
  name: 'erase-words',
  text: 'select erase_words(id) as gone from ledger_entry where stream = $1 and sequence = $2',
};

/** Answers at how many places there were words. The entry WordsErased at this place has been written before. */
export async function takeWords(client: PgClient, stream: string, sequence: number): Promise<number> {
  const [row] = await run<{ gone: number }>(client, statement, [stream, sequence]);
  if (!row) throw new Error(`There is no entry ${stream} ${sequence} to erase by.`);
  return row.gone;
}
