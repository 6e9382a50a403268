// People and organisations by id, in one statement for any number of them.
import type { DataSource } from 'typeorm';
import type { OrganisationKind } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { isUuid } from '../identifiers.js';
import { systemActor } from '../ledger/index.js';

export interface OrganisationRecord {
  id: string;
  name: string;
  kind: OrganisationKind;
}

export interface PersonRecord {
  id: string;
  displayName: string;
  organisationId: string;
}

const people: Statement = {
  name: 'people-by-id',
  text: `select id, display_name as "displayName", organisation_id as "organisationId" from person where id = any ($1::uuid[])`,
};
const organisations: Statement = {
  name: 'organisations-by-id',
  text: 'select id, name, kind from organisation where id = any ($1::uuid[])',
};
const all: Statement = {
  name: 'organisations',
  text: 'select id, name, kind from organisation where id <> $1 order by name, id',
};

/** In the order asked for; undefined where there is none. */
export const findPeople = (dataSource: DataSource, ids: readonly string[]): Promise<(PersonRecord | undefined)[]> =>
  byId<PersonRecord>(dataSource, people, ids);

export const findOrganisations = (
  dataSource: DataSource,
  ids: readonly string[],
): Promise<(OrganisationRecord | undefined)[]> => byId<OrganisationRecord>(dataSource, organisations, ids);

/** All but Assent itself, which is none of those that share. */
export const listOrganisations = (dataSource: DataSource): Promise<OrganisationRecord[]> =>
  withClient(dataSource, client => run<OrganisationRecord>(client, all, [systemActor.organisationId]));

async function byId<T extends { id: string }>(
  dataSource: DataSource,
  statement: Statement,
  ids: readonly string[],
): Promise<(T | undefined)[]> {
  const rows = await withClient(dataSource, client => run<T>(client, statement, [ids.filter(isUuid)]));
  const found = new Map(rows.map(row => [row.id, row]));
  return ids.map(id => found.get(id));
}
