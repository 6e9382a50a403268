// The directory in the public API: who holds which role from when to when, access tokens without their secrets, and what a
// change of it answers.
import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { LedgerEntry } from './history.js';
import { Organisation, Person } from './people.js';
import { Problem } from './receipt.js';
import { DateTimeScalar, UuidScalar } from './scalars.js';

@ObjectType({ description: 'A role that a person holds or held in an organisation, from when to when.' })
export class RoleAssignment {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person!: Person;

  @Field(() => Organisation, { description: 'Where the role counts.' })
  organisation!: Organisation;

  @Field(() => String, { description: 'The key of the role, as in `Viewer.roles`.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'In force from this moment on.' })
  startsAt!: Date | string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'No longer in force from this moment on; null where no end is set.',
  })
  endsAt?: Date | string | null;
}

@ObjectType({
  description: 'A personal access token. The secret is kept nowhere; whoever lost it needs another token.',
})
export class AccessToken {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person!: Person;

  @Field(() => Person, {
    nullable: true,
    description: 'Who issued it, and so has seen its secret. Null for tokens from before this was noted.',
  })
  issuedBy?: Person | null;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => [String], { description: '`read`, and `write` where it may send commands.' })
  scopes!: string[];

  @Field(() => DateTimeScalar)
  createdAt!: Date | string;

  @Field(() => DateTimeScalar)
  expiresAt!: Date | string;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt?: Date | string | null;
}

@ObjectType({ description: 'Whom an OpenID provider knows by this subject, as one of our people.' })
export class Identity {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person!: Person;

  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => DateTimeScalar)
  linkedAt!: Date | string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Nobody signs in with it from this moment on.' })
  unlinkedAt?: Date | string | null;
}

@ObjectType({ description: 'The change of the directory is recorded. What it made or changed is there, as it is now.' })
export class DirectoryReceipt {
  @Field(() => UuidScalar)
  commandId!: string;

  @Field(() => Boolean, {
    description: 'True when this command had been recorded before; nothing was done a second time.',
  })
  replayed!: boolean;

  @Field(() => [LedgerEntry], { description: 'What the command recorded.' })
  entries!: LedgerEntry[];

  @Field(() => Organisation, { nullable: true, description: 'Of addOrganisation.' })
  organisation?: Organisation | null;

  @Field(() => Person, { nullable: true, description: 'Of addPerson.' })
  person?: Person | null;

  @Field(() => RoleAssignment, { nullable: true, description: 'Of assignRole and endRole.' })
  roleAssignment?: RoleAssignment | null;

  @Field(() => AccessToken, { nullable: true, description: 'Of issueToken and revokeToken.' })
  accessToken?: AccessToken | null;

  @Field(() => Identity, { nullable: true, description: 'Of linkIdentity and unlinkIdentity.' })
  identity?: Identity | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of issueToken: the token itself. Shown this once; a replay answers null.',
  })
  secret?: string | null;
}

export const DirectoryResult = createUnionType({
  name: 'DirectoryResult',
  description: 'What became of a change of the directory.',
  types: () => [DirectoryReceipt, Problem] as const,
  resolveType: (value: DirectoryReceipt | Problem) => ('kind' in value ? Problem : DirectoryReceipt),
});
