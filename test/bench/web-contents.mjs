// What the browser is shown: ten thousand proposals, copied row by row, and one with two hundred concerns, raised one by one.
import { randomUUID } from 'node:crypto';
import { withDatabase } from './database.mjs';
import { command } from './graphql.mjs';
import { openClient } from './http-client.mjs';

/** Copies of every row there is, none of them with a history of its own: a list has as much to do, and is made in seconds. */
export const copyProposals = (url, many) =>
  withDatabase(url, async database => {
    const { rows } = await database.query(`select string_agg(quote_ident(attname), ', ' order by attnum) as columns
      from pg_attribute where attrelid = 'proposal'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
    const [{ columns }] = rows;
    await database.query(
      `with made as (
        select (jsonb_populate_record(p.original, jsonb_build_object('id', made.id, 'number', 100000 + made.copy,
          'content', (p.original).content || jsonb_build_object('id', made.id)))).*
        from (select copy, gen_random_uuid() as id from generate_series(1, $1::integer) copy) made
        cross join lateral (select original from proposal original where number < 100000 order by number
          offset made.copy % (select count(*) from proposal where number < 100000) limit 1) p)
      insert into proposal (${columns}) select ${columns} from made`,
      [many],
    );
    await database.query('analyze proposal');
  });

/** So many concerns more about this proposal, as a partner. */
export async function raiseConcerns({ port, tokens }, proposalId, many) {
  const client = openClient(port);
  try {
    for (let each = 1; each <= many; each += 1) {
      const statement = `Concern ${each}: families will stop coming if what they say is passed on without their knowing.`;
      await command(client, tokens.get('partner_a'), 'raiseConcern', {
        ...{ commandId: randomUUID(), proposalId, statement, severity: 'MODERATE', about: ['CN-1'] },
      });
    }
  } finally {
    client.close();
  }
}
