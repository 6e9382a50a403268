// What waits for the viewer: over all proposals, and on one of them; and the last days of a proposal.
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { clockOf, dueOn, groupOf, holdingsFor, sayBy, tasksOf, type Clock } from '#governance';
import { pageSize } from '../graphql/page-size.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import type { PersonRef } from '../identity/person-ref.js';
import { connectionOf, readPage } from '../ledger/connection.js';
import { happeningsOf } from '../proposals/happenings-of.js';
import type { ProposalView, SeenProposal } from '../proposals/proposal-view.js';
import { PageArgs } from '../schema/page-args.js';
import { Proposal } from '../schema/proposal.js';
import { Holding, Task, TaskConnection } from '../schema/work.js';
import { asItStands, findTasks, holdersOf, pageOfTasks, withDossiers, type TaskSeen } from './list-tasks.js';
import { doers, holdingView, isAssignable, taskView, type TaskView } from './task-view.js';

@Resolver(() => Task)
export class MyWorkResolver {
  @Query(() => TaskConnection, {
    description: 'What waits for you: overdue, this week, later, and what of yours waits on others.',
  })
  async myWork(@Args() { first, after }: PageArgs, @Context() context: RequestContext): Promise<unknown> {
    const now = new Date().toISOString();
    const size = pageSize(first);
    const tasks = await findTasks(context);
    const page = await withDossiers(await readPage(() => pageOfTasks(tasks, size, after)), context);
    const ids = page.items.map(({ item }) => item.seen.proposal.id);
    context.notes.note('myWork', { first, after }, ids);
    const view = ({ task, seen }: TaskSeen): TaskView => taskView(task, seen, now);
    return { ...connectionOf(page, view, after), totalCount: tasks.length, counts: countsOf(tasks, now) };
  }

  @ResolveField()
  async waitsFor(
    @Parent() { task, proposal: { seen } }: TaskView,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonRef[]> {
    if (task.waitsFor.length === 0) return [];
    return doers(task.waitsFor, await loaders.holders.load(seen.proposal.leadOrganisationId), seen);
  }

  @ResolveField()
  async candidates(
    @Parent() { task, proposal: { seen } }: TaskView,
    @Context() { loaders }: RequestContext,
  ): Promise<PersonRef[]> {
    if (!isAssignable(task)) return [];
    return doers([task], await loaders.holders.load(task.organisationId), seen).slice(0, mostCandidates);
  }
}

/** People to choose one of. */
const mostCandidates = 100;

function countsOf(tasks: readonly TaskSeen[], now: string) {
  const groups = tasks.map(({ task }) => groupOf(task, now));
  const count = (wanted: string): number => groups.filter(group => group === wanted).length;
  return {
    ...{ overdue: count('OVERDUE'), thisWeek: count('THIS_WEEK'), later: count('LATER') },
    waitingOnOthers: count('WAITING_ON_OTHERS'),
  };
}

const clockFor = async (seen: SeenProposal, { loaders }: RequestContext): Promise<Clock> =>
  clockOf(await happeningsOf(seen, loaders.clocks));

@Resolver(() => Proposal)
export class ProposalWorkResolver {
  @ResolveField(() => [Task], { description: 'Your tasks on this proposal; in the past there are none.' })
  async myTasks(@Parent() { seen }: ProposalView, @Context() context: RequestContext): Promise<TaskView[]> {
    if (seen.until) return [];
    const now = new Date().toISOString();
    const clock = await clockFor(seen, context);
    const tasks = tasksOf(actorOf(context), seen.proposal, clock, await holdersOf(seen.proposal, context));
    return tasks.map(task => taskView(asItStands(task, seen), seen, now));
  }

  @ResolveField(() => [Holding], {
    description: 'Who has taken which piece of work that waits; in the past there are none.',
  })
  async holdings(@Parent() { seen }: ProposalView, @Context() context: RequestContext) {
    const colleagues = seen.until ? [] : await holdersOf(seen.proposal, context);
    if (colleagues.length === 0) return [];
    const taken = holdingsFor(actorOf(context), seen.proposal, await clockFor(seen, context), colleagues);
    return taken.map(holding => holdingView(holding, seen));
  }

  @ResolveField()
  async dueOn(@Parent() { seen }: ProposalView, @Context() context: RequestContext): Promise<string | null> {
    return dueOn(seen.proposal, await clockFor(seen, context)) ?? null;
  }

  /** Whoever reads the whole of it sees the latest of all partners' days; a partner, that of their own organisation. */
  @ResolveField()
  async sayBy(@Parent() { seen }: ProposalView, @Context() context: RequestContext): Promise<string | null> {
    return sayBy(seen.proposal, await clockFor(seen, context), seen.reading.proposal.partnerIds) ?? null;
  }
}
