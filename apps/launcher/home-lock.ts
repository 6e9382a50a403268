// One product to a home: a lock that the database holds for as long as its holder lives, however it dies.
import pg from 'pg';

export class HomeTakenError extends Error {}

export interface HomeLock {
  release(): Promise<void>;
}

/** Throws a HomeTakenError while another start of the same database is running. Waits up to `patience` ms for one that just died. */
export async function lockHome(url: string, home: string, patience = 3_000): Promise<HomeLock> {
  const client = new pg.Client({ connectionString: url, application_name: 'assent launcher' });
  await client.connect();
  // The server's own end is told to the launcher elsewhere; here it only must not be an unhandled event.
  client.on('error', () => undefined);
  const deadline = Date.now() + patience;
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('assent launcher')) as mine`,
    );
    if (rows[0]?.mine) return { release: () => client.end() };
    if (Date.now() > deadline) break;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  await client.end();
  throw new HomeTakenError(
    `Assent already runs for ${home}. Use that one, stop it first, or start a second copy with its own PORT and ASSENT_HOME.`,
  );
}
