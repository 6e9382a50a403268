// What a database holds, in few words: enough to tell whether a copy of it is complete.
import type { Client } from 'pg';

/** All streams of one kind: proposals, the directory. */
export interface StreamKind {
  kind: string;
  streams: number;
  entries: number;
  /** SHA-256, hex, over the hashes of their last entries in the order of the streams' names. */
  heads: string;
}

export interface Contents {
  /** Names of the migrations that were run, oldest first. */
  migrations: string[];
  proposals: number;
  entries: number;
  kinds: StreamKind[];
}

const kinds = `
  select split_part(stream, ':', 1) as kind, count(*)::integer as streams, sum(sequence)::double precision as entries,
    encode(sha256(string_agg(hash, ''::bytea order by stream)), 'hex') as heads
  from (select distinct on (stream) stream, sequence, hash from ledger_entry order by stream, sequence desc) last
  group by 1 order by 1`;

/** As the transaction of this connection sees it. For an address made by `ownerUrl`: another one may see less than there is. */
export async function readContents(client: Client): Promise<Contents> {
  const one = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
  const migrations = await one<{ name: string }>('select name from migrations order by id');
  const [counted] = await one<{ entries: number; proposals: number }>(`select
    (select count(*) from ledger_entry)::double precision as entries,
    (select count(*) from proposal)::double precision as proposals`);
  return {
    migrations: migrations.map(({ name }) => name),
    proposals: counted?.proposals ?? 0,
    entries: counted?.entries ?? 0,
    kinds: await one<StreamKind>(kinds),
  };
}
