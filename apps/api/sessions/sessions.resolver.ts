// The sessions that somebody has open, and their end.
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isProblem, knowsToken, notFound, type Problem } from '#governance';
import { endSession, endSessionsOf, listSessions, type SessionRecord } from '#store';
import { tell } from '#telemetry';
import { holderOf } from '../directory/directory.resolver.js';
import { problemView } from '../graphql/problem-view.js';
import { currentCorrelationId } from '../http/correlation.js';
import { actorOf, requireWriting, type RequestContext } from '../identity/context.js';
import { EndSessionInput, EndSessionsInput } from '../schema/commands/session-input.js';
import { Person } from '../schema/people.js';
import { Session, SessionsResult } from '../schema/sessions.js';
import { tellCommand } from '../tell-command.js';

interface Ended {
  personId: string;
  ended: number;
}

/** Told in the log and in no ledger: who was signed in when is nobody's decision. Throws TOKEN_READS_ONLY (HTTP 403). */
async function ending(
  sent: { type: string; commandId: string },
  context: RequestContext,
  work: () => Promise<Ended | Problem>,
): Promise<object> {
  const actor = requireWriting(context);
  const outcome = await tellCommand({ ...sent, actor }, async () => {
    const done = await work();
    return isProblem(done) ? done : { ...done, replayed: done.ended === 0 };
  });
  if (isProblem(outcome)) return problemView(outcome);
  const { personId, ended } = outcome;
  tell('sessions-ended', { correlationId: currentCorrelationId(), personId, by: actor.personId, sessions: ended });
  return { commandId: sent.commandId, ended };
}

@Resolver()
export class SessionQueryResolver {
  @Query(() => [Session], {
    description: "The sessions that are open, newest first: your own, and anybody's for administrators.",
  })
  async sessions(
    @Args('personId', { type: () => ID, nullable: true, description: 'Whose. Left out: your own.' })
    personId: string | null,
    @Context() context: RequestContext,
  ): Promise<SessionRecord[]> {
    const actor = actorOf(context);
    context.notes.note('sessions', { personId });
    return listSessions(context.dataSource, actor, personId ?? actor.personId, context.times);
  }

  @Mutation(() => SessionsResult)
  endSession(@Args('input') { commandId, sessionId }: EndSessionInput, @Context() context: RequestContext) {
    return ending({ type: 'EndSession', commandId }, context, async () => {
      const ended = await endSession(context.dataSource, actorOf(context), sessionId);
      return ended ? { ...ended, ended: 1 } : notFound();
    });
  }

  @Mutation(() => SessionsResult)
  endSessions(@Args('input') { commandId, personId }: EndSessionsInput, @Context() context: RequestContext) {
    const actor = actorOf(context);
    const whom = personId ?? actor.personId;
    return ending({ type: 'EndSessions', commandId }, context, async () =>
      knowsToken(actor, { personId: whom })
        ? { personId: whom, ended: await endSessionsOf(context.dataSource, actor, whom) }
        : notFound(),
    );
  }
}

@Resolver(() => Session)
export class SessionResolver {
  @ResolveField(() => Person)
  person(@Parent() session: SessionRecord, @Context() context: RequestContext): Promise<Person> {
    return holderOf(session, context);
  }

  @ResolveField(() => Boolean)
  isCurrent(@Parent() { id }: SessionRecord, @Context() { viewer }: RequestContext): boolean {
    return viewer.session?.id === id;
  }
}
