// The directory's tables as TypeORM sees them: organisations, people, roles in time, access tokens, identities.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind, Role, TokenScope } from '#governance';

@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('role_assignment')
export class RoleAssignmentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') role!: Role;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
}

@Entity('access_token')
export class AccessTokenRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'issued_by', nullable: true }) issuedBy!: string | null;
  @Column('uuid', { name: 'issued_through', nullable: true }) issuedThrough!: string | null;
  @Column('text') label!: string;
  @Column('text', { array: true }) scopes!: TokenScope[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

@Entity('person_identity')
export class IdentityRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('timestamptz', { name: 'linked_at' }) linkedAt!: Date;
  @Column('timestamptz', { name: 'unlinked_at', nullable: true }) unlinkedAt!: Date | null;
}

export const entities = [OrganisationRow, PersonRow, RoleAssignmentRow, AccessTokenRow, IdentityRow];
