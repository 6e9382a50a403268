// The directory, read: people, the role history and access tokens; and what a receipt says was made.
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { knowsPerson } from '#governance';
import {
  getAccessToken,
  getRoleAssignment,
  listAccessTokens,
  listPeople,
  listRoleHistory,
  getIdentity,
  listIdentities,
  type AccessTokenRecord,
  type IdentityRecord,
  type RoleAssignmentRecord,
} from '#store';
import { pageSize } from '../graphql/page-size.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { knownPerson, organisationOf, personRef, type PersonRef } from '../identity/person-ref.js';
import { connectionOf, readPage } from '../ledger/connection.js';
import { AccessTokensArgs, IdentitiesArgs, PeopleArgs, RoleHistoryArgs } from '../schema/directory-args.js';
import {
  AccessTokenConnection,
  IdentityConnection,
  PersonConnection,
  RoleAssignmentConnection,
} from '../schema/directory-connections.js';
import { AccessToken, DirectoryReceipt, Identity, RoleAssignment } from '../schema/directory.js';
import { Organisation, Person } from '../schema/people.js';
import type { DirectoryReceiptRef } from './run-directory-command.js';

@Resolver()
export class DirectoryQueryResolver {
  @Query(() => PersonConnection, {
    description: 'People by name: everybody, for administrators and auditors; your own organisation, for all others.',
  })
  async people(@Args() { organisationId, first, after }: PeopleArgs, @Context() context: RequestContext) {
    const page = { first: pageSize(first), after };
    const found = await readPage(() => listPeople(context.dataSource, actorOf(context), organisationId, page));
    context.notes.note('people', { organisationId, first, after });
    for (const { item } of found.items) context.loaders.people.prime(item.id, item);
    return connectionOf(found, ({ id, organisationId }) => knownPerson(id, organisationId), after);
  }

  @Query(() => RoleAssignmentConnection, {
    description:
      'Who held which role from when to when: of everybody, for auditors and administrators; your own, for all others.',
  })
  async roleHistory(@Args() { filter, first, after }: RoleHistoryArgs, @Context() context: RequestContext) {
    const page = { first: pageSize(first), after };
    const found = await readPage(() => listRoleHistory(context.dataSource, actorOf(context), filter ?? {}, page));
    context.notes.note('roleHistory', { filter, first, after });
    return connectionOf(found, assignment => assignment, after);
  }

  @Query(() => AccessTokenConnection, {
    description: "A person's access tokens: your own, and anybody's for administrators. Secrets are kept nowhere.",
  })
  async accessTokens(@Args() { personId, first, after }: AccessTokensArgs, @Context() context: RequestContext) {
    const actor = actorOf(context);
    const page = { first: pageSize(first), after };
    const found = await readPage(() => listAccessTokens(context.dataSource, actor, personId ?? actor.personId, page));
    context.notes.note('accessTokens', { personId, first, after });
    return connectionOf(found, token => token, after);
  }

  @Query(() => IdentityConnection, {
    description: "With which identities a person signs in: your own, and anybody's for administrators.",
  })
  async identities(@Args() { personId, first, after }: IdentitiesArgs, @Context() context: RequestContext) {
    const actor = actorOf(context);
    const page = { first: pageSize(first), after };
    const found = await readPage(() => listIdentities(context.dataSource, actor, personId ?? actor.personId, page));
    context.notes.note('identities', { personId, first, after });
    return connectionOf(found, identity => identity, after);
  }
}

/** Whoever may know of the assignment or the token may know whose it is. */
export async function holderOf({ personId }: { personId: string }, { loaders }: RequestContext): Promise<PersonRef> {
  const person = await loaders.people.load(personId);
  if (!person) throw new Error(`Person ${personId} is not in the directory.`);
  return knownPerson(personId, person.organisationId);
}

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  @ResolveField(() => Person)
  person(@Parent() assignment: RoleAssignmentRecord, @Context() context: RequestContext): Promise<Person> {
    return holderOf(assignment, context);
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: RoleAssignmentRecord, @Context() { loaders }: RequestContext) {
    return organisationOf(organisationId, loaders);
  }
}

@Resolver(() => Identity)
export class IdentityResolver {
  @ResolveField(() => Person)
  person(@Parent() identity: IdentityRecord, @Context() context: RequestContext): Promise<Person> {
    return holderOf(identity, context);
  }
}

@Resolver(() => AccessToken)
export class AccessTokenResolver {
  @ResolveField(() => Person)
  person(@Parent() token: AccessTokenRecord, @Context() context: RequestContext): Promise<Person> {
    return holderOf(token, context);
  }

  /** An administrator elsewhere has no name here, like all people elsewhere. */
  @ResolveField(() => Person, { nullable: true })
  async issuedBy(@Parent() { issuedBy }: AccessTokenRecord, @Context() context: RequestContext) {
    if (issuedBy === null) return null;
    const { by } = await holderOf({ personId: issuedBy }, context);
    return personRef({ ...by, role: 'administrator' }, knowsPerson(actorOf(context), by));
  }
}

@Resolver(() => DirectoryReceipt)
export class DirectoryReceiptResolver {
  @ResolveField()
  organisation(@Parent() { event }: DirectoryReceiptRef, @Context() { loaders }: RequestContext) {
    return event?.type === 'OrganisationAdded' ? organisationOf(event.organisationId, loaders) : null;
  }

  @ResolveField()
  person(@Parent() { event }: DirectoryReceiptRef) {
    return event?.type === 'PersonAdded' ? knownPerson(event.personId, event.organisationId) : null;
  }

  @ResolveField()
  roleAssignment(@Parent() { event }: DirectoryReceiptRef, @Context() { dataSource }: RequestContext) {
    const isOfRole = event?.type === 'RoleAssigned' || event?.type === 'RoleEnded';
    return isOfRole ? getRoleAssignment(dataSource, event.assignmentId) : null;
  }

  @ResolveField()
  accessToken(@Parent() { event }: DirectoryReceiptRef, @Context() { dataSource }: RequestContext) {
    const isOfToken = event?.type === 'TokenIssued' || event?.type === 'TokenRevoked';
    return isOfToken ? getAccessToken(dataSource, event.tokenId) : null;
  }

  @ResolveField()
  identity(@Parent() { event }: DirectoryReceiptRef, @Context() { dataSource }: RequestContext) {
    const isOfIdentity = event?.type === 'IdentityLinked' || event?.type === 'IdentityUnlinked';
    return isOfIdentity ? getIdentity(dataSource, event.identityId) : null;
  }
}
