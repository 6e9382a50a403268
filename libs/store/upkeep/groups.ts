// What this release presupposes of a database: the groups that its grants name, which belong to the server and not to it, its
// migrations, and the tables under row-level security.
import type { Client } from 'pg';
import { migrations } from '../../../migrations/index.js';
import { makeGroups } from '../../../migrations/0001-roles.js';
import { guarded } from '../../../migrations/0006-row-level-security.js';

/** Makes those that are missing and joins them. Fails for a login that may not create roles. */
export async function createGroups(client: Client): Promise<void> {
  await client.query(makeGroups);
}

const known = new Set(migrations.map(migration => new migration().name));

/** Whether this release has a migration of that name. */
export const isMigrationOfThisRelease = (name: string): boolean => known.has(name);

/** Whether a database in which just these were run is as far as this release, and no further. */
export const areMigrationsOfThisRelease = (names: readonly string[]): boolean =>
  names.length === known.size && names.every(isMigrationOfThisRelease);

/** Tables that are under row-level security, their owner included. */
export const guardedTables: readonly string[] = guarded;
