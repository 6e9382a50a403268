// The commands of the directory: organisations, people, roles and access tokens.
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { OrganisationKind } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { CommandInput } from './command-input.js';

@InputType({ description: 'Adds an organisation. Administrators.' })
export class AddOrganisationInput extends CommandInput {
  @Field(() => String, { description: 'No other organisation has it, in capitals or not.' })
  name!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;
}

@InputType({ description: 'Adds a person, who has neither role nor token yet. Administrators.' })
export class AddPersonInput extends CommandInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => String)
  displayName!: string;
}

@InputType({
  description:
    'Gives somebody else a role, from now or later on. Administrators. Nobody is administrator and something else at one time.',
})
export class AssignRoleInput extends CommandInput {
  @Field(() => ID)
  personId!: string;

  @Field(() => String, { description: 'The key of the role, as in `Viewer.roles`.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: "Where the role counts. Left out: the person's own organisation." })
  organisationId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'In force from this moment on. Left out: from now on.' })
  from?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'No longer in force from this moment on. Left out: until somebody ends it.',
  })
  until?: string | null;
}

@InputType({
  description: 'Ends a role, now or later. Administrators. The last one who could administer for good cannot be ended.',
})
export class EndRoleInput extends CommandInput {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'No longer in force from this moment on, earlier than the end it may have. Left out: from now on.',
  })
  until?: string | null;
}

@InputType({
  description:
    'Issues an access token, whose secret the receipt shows once. Administrators; for oneself, everybody with a role.',
})
export class IssueTokenInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'Whose. Left out: your own.' })
  personId?: string | null;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => Int, { nullable: true, description: 'How long it opens: 1 to 366 days. Left out: 90.' })
  days?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'It sends no commands.' })
  readOnly?: boolean | null;
}

@InputType({
  description:
    'Revokes an access token; it opens nothing from the next request on. Administrators; their own, everybody.',
})
export class RevokeTokenInput extends CommandInput {
  @Field(() => ID)
  tokenId!: string;
}

@InputType({
  description:
    'Links an identity of your OpenID provider to a person, who signs in with it from then on. Administrators. Issuer and subject are as the provider says them: whoever signs in unlinked is shown both.',
})
export class LinkIdentityInput extends CommandInput {
  @Field(() => ID)
  personId!: string;

  @Field(() => String, { description: 'The address by which the provider names itself.' })
  issuer!: string;

  @Field(() => String, {
    description: 'What it calls this person, for ever. Never an address of e-mail that may pass to somebody else.',
  })
  subject!: string;
}

@InputType({
  description:
    'Unlinks an identity: nobody signs in with it any more, and sessions that began with it end. Administrators.',
})
export class UnlinkIdentityInput extends CommandInput {
  @Field(() => ID)
  identityId!: string;
}
