// Who holds which role in an organisation now, for saying who may do what: one statement for any number of organisations.
import type { DataSource } from 'typeorm';
import type { Actor, Role } from '#governance';
import { run, withClient, type Statement } from '../connection.js';

interface Row {
  person: string;
  home: string;
  role: Role;
  organisation: string;
}

const holders: Statement = {
  name: 'holders-of-roles',
  text: `select r.person_id as person, p.organisation_id as home, r.role, r.organisation_id as organisation
    from role_assignment r join person p on p.id = r.person_id
    where r.organisation_id = any ($1::uuid[]) and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now())
    order by p.display_name, r.person_id`,
};

/** For each organisation, in the order asked for, everybody who has a role there, with the roles that they hold there; by name. */
export async function findRoleHolders(dataSource: DataSource, organisationIds: readonly string[]): Promise<Actor[][]> {
  const rows = await withClient(dataSource, client => run<Row>(client, holders, [organisationIds]));
  const byOrganisation = Map.groupBy(rows, ({ organisation }) => organisation);
  return organisationIds.map(id => actorsOf(byOrganisation.get(id) ?? []));
}

const actorsOf = (rows: Row[]): Actor[] =>
  [...Map.groupBy(rows, ({ person }) => person)].map(([personId, held]) => ({
    personId,
    organisationId: held[0]?.home ?? '',
    organisationName: '',
    roles: held.map(({ role, organisation: organisationId }) => ({ role, organisationId })),
  }));
