// Reports: each part is counted only when it is asked for, as far as the asker may see.
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  reportConcerns,
  reportDecisions,
  reportStaleSignOffs,
  reportTimeInState,
  type ConcernCount as ConcernRow,
  type DecisionCount as DecisionRow,
  type ReportPeriod,
  type StaleCount,
  type StateTime as StateRow,
} from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import { organisationOf } from '../identity/person-ref.js';
import { Organisation } from '../schema/people.js';
import { ConcernCount, DecisionCount, Reports, ReportsArgs, StaleSignOffCount, StateTime } from '../schema/reports.js';

@Resolver(() => Reports)
export class ReportsResolver {
  @Query(() => Reports, {
    description: 'A period in counts: everything, for auditors; what their own organisations lead, for all others.',
  })
  reports(@Args() { from, to, organisationId }: ReportsArgs, @Context() { notes }: RequestContext): ReportPeriod {
    notes.note('reports', { from, to, organisationId });
    return { from, to, organisationId };
  }

  @ResolveField(() => [DecisionCount])
  decisions(@Parent() period: ReportPeriod, @Context() context: RequestContext): Promise<DecisionRow[]> {
    return reportDecisions(context.dataSource, actorOf(context), period);
  }

  @ResolveField(() => [StateTime])
  timeInState(@Parent() period: ReportPeriod, @Context() context: RequestContext): Promise<StateRow[]> {
    return reportTimeInState(context.dataSource, actorOf(context), period);
  }

  @ResolveField(() => [StaleSignOffCount])
  staleSignOffs(@Parent() period: ReportPeriod, @Context() context: RequestContext): Promise<StaleCount[]> {
    return reportStaleSignOffs(context.dataSource, actorOf(context), period);
  }

  @ResolveField(() => [ConcernCount])
  concerns(@Parent() period: ReportPeriod, @Context() context: RequestContext): Promise<ConcernRow[]> {
    return reportConcerns(context.dataSource, actorOf(context), period);
  }
}

@Resolver(() => DecisionCount)
export class DecisionCountResolver {
  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: DecisionRow, @Context() { loaders }: RequestContext) {
    return organisationOf(organisationId, loaders);
  }
}
