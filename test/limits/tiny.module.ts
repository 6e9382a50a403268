// A product of one resolver, behind the real door: just enough to walk up to every limit from both sides.
import { Module } from '@nestjs/common';
import {
  Args,
  Context,
  Field,
  GraphQLModule,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import type { Fault } from '../../apps/api/graphql/faults.js';
import { GRAPHQL_OPTIONS, graphqlOptions } from '../../apps/api/graphql/options.js';
import { pageSize } from '../../apps/api/graphql/page-size.js';
import { HealthController } from '../../apps/api/health/health.controller.js';
import { READINESS_PROBE, type Readiness } from '../../apps/api/health/readiness.js';
import { AUTHENTICATE } from '../../apps/api/http/authentication.js';
import type { LiveContext } from '../../apps/api/live/connection.js';
import { RECOGNISE } from '../../apps/api/live/open-sockets.js';
import { JsonScalar, UuidScalar, DateTimeScalar } from '../../apps/api/schema/scalars.js';

/** What was logged, what was done, whose tokens were looked up, and how ready the process says it is. */
export const faults: Fault[] = [];
export const asked: string[] = [];
export const touched: string[] = [];
export const readiness: { now: () => Promise<Readiness> } = { now: async () => ({ ready: true, parts: {} }) };

@ObjectType()
class Link {
  @Field(() => String)
  name!: string;

  @Field(() => Link, { nullable: true })
  next?: Link | null;
}

const endless: Link = { name: 'link' };
endless.next = endless;

@Resolver()
class TinyResolver {
  @Query(() => Link)
  link(): Link {
    return endless;
  }

  @Query(() => Int)
  page(@Args('first', { type: () => Int, nullable: true }) first?: number): number {
    return pageSize(first);
  }

  @Query(() => String, { nullable: true })
  echo(
    @Args('text', { type: () => String, nullable: true }) text?: string,
    @Args('id', { type: () => UuidScalar, nullable: true }) id?: string,
    @Args('at', { type: () => DateTimeScalar, nullable: true }) at?: string,
    @Args('json', { type: () => JsonScalar, nullable: true }) json?: unknown,
  ): string | undefined {
    return text ?? id ?? at ?? (json === undefined ? undefined : JSON.stringify(json));
  }

  @Query(() => String)
  needed(@Args('text') text: string): string {
    return text;
  }

  @Query(() => String)
  me(@Context('viewer') viewer: { name: string }): string {
    return viewer.name;
  }

  @Query(() => DateTimeScalar)
  moment(): Date {
    return new Date(Date.UTC(2026, 10, 22, 9, 30));
  }

  @Query(() => String, { nullable: true })
  boom(): string {
    throw Object.assign(new Error('relation "secret" does not exist at /srv/api.ts:1'), { parameters: ['a name'] });
  }

  @Mutation(() => String)
  touch(@Args('note', { nullable: true }) note?: string): string {
    touched.push(note ?? '');
    return 'touched';
  }

  @Mutation(() => String)
  press(): string {
    touched.push('pressed');
    return 'pressed';
  }
}

/** Told to everybody who listens; what they were is counted. */
export const bell = { ringing: new Set<() => void>(), ring: () => bell.ringing.forEach(each => each()) };

@Resolver()
class TinySubscriptions {
  @Subscription(() => Link, { resolve: () => endless })
  async *links(@Context() { connection }: LiveContext, @Args('text', { nullable: true }) _text?: string) {
    while (await connection.viewerNow()) {
      yield endless;
      await new Promise<void>(resolve => bell.ringing.add(resolve));
    }
  }

  @Subscription(() => String, { resolve: () => 'now' })
  async *broken(): AsyncGenerator<string> {
    throw Object.assign(new Error('relation "secret" does not exist at /srv/api.ts:1'), { parameters: ['a name'] });
  }
}

/** Ana has two tokens. */
const people: Record<string, string> = { good: 'ana', second: 'ana', ben: 'ben' };

async function authenticate({ secret: token }: { secret: string }) {
  asked.push(token);
  if (token === 'broken') throw new Error('the directory is down');
  const personId = people[token];
  return personId === undefined ? undefined : { name: 'Ana', actor: { personId, roles: [{}] } };
}

const options = graphqlOptions(fault => faults.push(fault));

@Module({
  imports: [GraphQLModule.forRoot(options)],
  controllers: [HealthController],
  providers: [
    TinyResolver,
    TinySubscriptions,
    { provide: GRAPHQL_OPTIONS, useValue: options },
    { provide: RECOGNISE, useValue: authenticate },
    { provide: AUTHENTICATE, useValue: authenticate },
    { provide: READINESS_PROBE, useValue: { check: () => readiness.now() } },
  ],
})
export class TinyModule {}
