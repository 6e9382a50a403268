// The one interface of the public API: whatever can be fetched again by its id.
import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** A value given out as a Node says which type it is, in `__typename`: plain objects carry no class. */
@InterfaceType({
  description: 'Something with an id of its own, which `node(id)` finds again.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque: read nothing into it.' })
  id!: string;
}
