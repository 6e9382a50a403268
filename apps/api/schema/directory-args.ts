// The arguments with which the directory is read.
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { PageArgs } from './page-args.js';
import { DateTimeScalar } from './scalars.js';

@InputType({ description: 'Every given part must hold.' })
export class RoleHistoryFilter {
  @Field(() => ID, { nullable: true })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the role counts.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The key of a role, such as data_steward.' })
  role?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'In force at this moment.' })
  at?: string | null;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only people of this organisation.' })
  organisationId?: string | null;
}

@ArgsType()
export class RoleHistoryArgs extends PageArgs {
  @Field(() => RoleHistoryFilter, { nullable: true })
  filter?: RoleHistoryFilter | null;
}

@ArgsType()
export class IdentitiesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Whose. Left out: your own.' })
  personId?: string | null;
}

@ArgsType()
export class AccessTokensArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Whose. Left out: your own.' })
  personId?: string | null;
}
