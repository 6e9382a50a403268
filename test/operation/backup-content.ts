// A database with a history in it, made by commands like any other: something to back up.
import { authenticate, createDataSource, migrateUp, sequenceBatch } from '#store';
import { makeCast, travel, travellerIn, type Member, type OpenStore } from '../harness/index.js';

/** Migrates the database and lets the cast travel through it; a few entries still wait for their place. */
export async function fill(ownerUrl: string, steps = 40): Promise<void> {
  await migrateUp(ownerUrl);
  const dataSource = await createDataSource({ url: ownerUrl, role: 'assent_application', poolSize: 2 }).initialize();
  const worker = await createDataSource({ url: ownerUrl, role: 'assent_worker', poolSize: 1 }).initialize();
  try {
    const cast = await makeCast(dataSource);
    const actorOf = async ({ token }: Member) => (await authenticate(dataSource, token))!.actor;
    const store = { dataSource, cast, actorOf } as unknown as OpenStore;
    await travel(store, await travellerIn(store), 7, steps);
    await sequenceBatch(worker, 50);
  } finally {
    await Promise.all([dataSource.destroy(), worker.destroy()]);
  }
}
