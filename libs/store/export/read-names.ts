// Names of people and organisations, and numbers of proposals, for histories that people read.
import { run, type PgClient, type Statement } from '../connection.js';

export interface Names {
  people: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
  /** By proposal id: DSP-0042 is 42. */
  numbers: ReadonlyMap<string, number>;
}

const people: Statement = { name: 'names-of-people', text: 'select id, display_name as name from person' };
const organisations: Statement = { name: 'names-of-organisations', text: 'select id, name from organisation' };
const numbers: Statement = { name: 'numbers-of-proposals', text: 'select id, number as name from proposal' };

/** As the snapshot has them: who was erased before it is nobody's name any more. */
export async function readNames(client: PgClient): Promise<Names> {
  const read = async (statement: Statement): Promise<[string, string][]> =>
    (await run<{ id: string; name: string }>(client, statement, [])).map(({ id, name }) => [id, name]);
  return {
    people: new Map(await read(people)),
    organisations: new Map(await read(organisations)),
    numbers: new Map((await read(numbers)).map(([id, number]) => [id, Number(number)])),
  };
}
