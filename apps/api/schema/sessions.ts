// Sessions in the public API: where somebody is signed in, and that it has ended.
import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from './people.js';
import { Problem } from './receipt.js';
import { DateTimeScalar, UuidScalar } from './scalars.js';

@ObjectType({ description: 'A session that is open: somebody who signed in, in one browser.' })
export class Session {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person!: Person;

  @Field(() => DateTimeScalar)
  startedAt!: Date | string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When they last showed who they are. Null where their provider does not say.',
  })
  authenticatedAt?: Date | string | null;

  @Field(() => DateTimeScalar, { description: 'A while ago at most: it is noted now and then.' })
  lastSeenAt!: Date | string;

  @Field(() => DateTimeScalar, { description: 'It ends then in any case, and earlier when nothing is asked with it.' })
  expiresAt!: Date | string;

  @Field(() => Boolean, { description: 'Is it the one that this is asked with?' })
  isCurrent!: boolean;
}

@ObjectType({ description: 'These sessions open nothing any more, from the next request on.' })
export class SessionsEnded {
  @Field(() => UuidScalar)
  commandId!: string;

  @Field(() => Int)
  ended!: number;
}

export const SessionsResult = createUnionType({
  name: 'SessionsResult',
  description: 'What became of the wish to end sessions.',
  types: () => [SessionsEnded, Problem] as const,
  resolveType: (value: SessionsEnded | Problem) => ('kind' in value ? Problem : SessionsEnded),
});
