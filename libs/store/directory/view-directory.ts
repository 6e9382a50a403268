// The directory as it stands, whole: for operators and administrators. No token secrets, not even their hashes.
import { Not, type DataSource } from 'typeorm';
import { systemActor } from '../ledger/index.js';
import { AccessTokenRow, IdentityRow, OrganisationRow, PersonRow, RoleAssignmentRow } from './entities.js';

export interface DirectoryView {
  organisations: OrganisationRow[];
  people: PersonRow[];
  assignments: RoleAssignmentRow[];
  tokens: Omit<AccessTokenRow, 'tokenHash'>[];
  identities: IdentityRow[];
}

/** Without Assent itself, whom nobody administers. */
export async function viewDirectory({ manager }: DataSource): Promise<DirectoryView> {
  const [organisations, people, assignments, tokens, identities] = await Promise.all([
    manager.find(OrganisationRow, { where: { id: Not(systemActor.organisationId) }, order: { name: 'ASC' } }),
    manager.find(PersonRow, { where: { id: Not(systemActor.personId) }, order: { displayName: 'ASC' } }),
    manager.find(RoleAssignmentRow, { order: { startsAt: 'ASC' } }),
    manager.find(AccessTokenRow, {
      select: {
        id: true,
        personId: true,
        issuedBy: true,
        issuedThrough: true,
        label: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
      },
      order: { createdAt: 'ASC' },
    }),
    manager.find(IdentityRow, { order: { linkedAt: 'ASC' } }),
  ]);
  return { organisations, people, assignments, tokens, identities };
}
