// Bare connections to the product's database.
import pg from 'pg';

/** When the server ends, the query that is running says so; an idle connection has nobody to tell. */
export async function openDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Runs `work` on a connection of its own. */
export async function withDatabase(url, work) {
  const client = await openDatabase(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
