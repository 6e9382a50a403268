// People and organisations, by name only for those who may know them.
import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { listOrganisations } from '#store';
import { Organisation, Person, Viewer } from '../schema/people.js';
import type { RequestContext } from './context.js';
import { hiddenName, knownPerson, organisationOf, type PersonRef } from './person-ref.js';

@Resolver(() => Person)
export class PersonResolver {
  @ResolveField(() => String)
  async displayName(@Parent() person: PersonRef, @Context() { loaders }: RequestContext): Promise<string> {
    if (!person.known) return hiddenName(person, loaders);
    return (await loaders.people.load(person.by.personId))?.displayName ?? 'Somebody whose name was erased';
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { by }: PersonRef, @Context() { loaders }: RequestContext): Promise<Organisation> {
    return organisationOf(by.organisationId, loaders);
  }
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer)
  viewer(@Context() { viewer }: RequestContext): { person: PersonRef; roles: string[] } {
    const { personId, organisationId, roles } = viewer.actor;
    return { person: knownPerson(personId, organisationId), roles: [...new Set(roles.map(({ role }) => role))] };
  }

  @Query(() => [Organisation])
  organisations(@Context() { dataSource }: RequestContext): Promise<Organisation[]> {
    return listOrganisations(dataSource);
  }
}
