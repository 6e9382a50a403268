// The pages in which the directory is read.
import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './connections.js';
import { AccessToken, Identity, RoleAssignment } from './directory.js';
import { Person } from './people.js';

@ObjectType({ description: 'A person in their place in the list.' })
export class PersonEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Person)
  node!: Person;
}

@ObjectType({ description: 'A page of the people whom you may know, by name.' })
export class PersonConnection {
  @Field(() => [PersonEdge])
  edges!: PersonEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'A role assignment in its place in the history.' })
export class RoleAssignmentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => RoleAssignment)
  node!: RoleAssignment;
}

@ObjectType({ description: 'A page of the role history, oldest beginning first.' })
export class RoleAssignmentConnection {
  @Field(() => [RoleAssignmentEdge])
  edges!: RoleAssignmentEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'An access token in its place in the list.' })
export class AccessTokenEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => AccessToken)
  node!: AccessToken;
}

@ObjectType({ description: "A page of a person's access tokens, oldest first." })
export class AccessTokenConnection {
  @Field(() => [AccessTokenEdge])
  edges!: AccessTokenEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'An identity in its place in the list.' })
export class IdentityEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Identity)
  node!: Identity;
}

@ObjectType({ description: "A page of a person's identities, oldest first." })
export class IdentityConnection {
  @Field(() => [IdentityEdge])
  edges!: IdentityEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
