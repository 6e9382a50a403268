// What a database presupposes: the groups that the grants of a database name, which belong to the server, and migrations
// that this release knows.
import type { Client } from 'pg';
import { migrations } from '../../../migrations/index.js';
import { makeGroups } from '../../../migrations/0001-roles.js';

/** Makes those that are missing and joins them. Fails for a login that may not create roles. */
export async function createGroups(client: Client): Promise<void> {
  await client.query(makeGroups);
}

const known = new Set(migrations.map(migration => new migration().name));

/** Whether this release has a migration of that name. */
export const isMigrationOfThisRelease = (name: string): boolean => known.has(name);
