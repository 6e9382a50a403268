// A store of one's own for one suite: database, pool under the application's role, people. `close` leaves nothing behind.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { authenticate, createDataSource, type DatabaseRole } from '#store';
import { makeCast, type Cast, type Member } from './cast.js';
import { createOwnDatabase, type OwnDatabase } from './database.js';

export interface OpenStore {
  database: OwnDatabase;
  /** As the api has it: under assent_application. */
  dataSource: DataSource;
  cast: Cast;
  /** Another pool, under another role. Closed with the store. */
  connect(role: DatabaseRole, poolSize?: number): Promise<DataSource>;
  actorOf(member: Member): Promise<Actor>;
  close(): Promise<void>;
}

export async function openStore(poolSize = 10): Promise<OpenStore> {
  const database = await createOwnDatabase();
  const opened: DataSource[] = [];
  const connect = async (role: DatabaseRole, size = 4): Promise<DataSource> => {
    const dataSource = await createDataSource({ url: database.url, role, poolSize: size }).initialize();
    opened.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect('assent_application', poolSize);
  const cast = await makeCast(dataSource);
  return {
    database,
    dataSource,
    cast,
    connect,
    actorOf: async ({ token, name }) => {
      const viewer = await authenticate(dataSource, token);
      if (!viewer) throw new Error(`The token of ${name} is not known.`);
      return viewer.actor;
    },
    close: async () => {
      await Promise.all(opened.filter(({ isInitialized }) => isInitialized).map(each => each.destroy()));
      await database.drop();
    },
  };
}
