// The directory as it stands, whole: for operators and administrators. No token secrets, not even their hashes.
import type { DataSource } from 'typeorm';
import { AccessTokenRow, OrganisationRow, PersonRow, RoleAssignmentRow } from './entities.js';

export interface DirectoryView {
  organisations: OrganisationRow[];
  people: PersonRow[];
  assignments: RoleAssignmentRow[];
  tokens: Omit<AccessTokenRow, 'tokenHash'>[];
}

export async function viewDirectory({ manager }: DataSource): Promise<DirectoryView> {
  const [organisations, people, assignments, tokens] = await Promise.all([
    manager.find(OrganisationRow, { order: { name: 'ASC' } }),
    manager.find(PersonRow, { order: { displayName: 'ASC' } }),
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
  ]);
  return { organisations, people, assignments, tokens };
}
