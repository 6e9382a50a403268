// The arguments with which long lists are read. How large a page may be stands in graphql/page-size.ts.
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { HistoryOrder, ProposalSort, ProposalState, Tier } from './enums.js';
import { DateTimeScalar } from './scalars.js';

const FIRST = 'How many at most: 1 to 100.';
const AFTER = 'The `endCursor` of the page before.';

@InputType({ description: 'Every given part must hold.' })
export class ProposalFilter {
  @Field(() => [ProposalState], { nullable: true })
  states?: ProposalState[] | null;

  @Field(() => [Tier], { nullable: true })
  tiers?: Tier[] | null;

  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the reference or the title, in any order; macrons and capitals do not matter.',
  })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those where the next move is yours.' })
  awaitingMe?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The author, where you may know who that is.' })
  authorId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose author you are.' })
  mine?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key of a sign-off: only those in review that require it and wait for it. Not for partners.',
  })
  signOffWaiting?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those with an open concern that you may see.' })
  hasOpenConcern?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those that changed at this moment or later.' })
  updatedSince?: string | null;
}

@InputType({ description: 'Every given part must hold, at the moment asked for.' })
export class PortfolioFilter {
  @Field(() => [ProposalState], { nullable: true })
  states?: ProposalState[] | null;

  @Field(() => [Tier], { nullable: true })
  tiers?: Tier[] | null;

  @Field(() => ID, { nullable: true, description: 'The lead organisation.' })
  organisationId?: string | null;
}

@InputType({ description: 'Every given part must hold.' })
export class HistoryFilter {
  @Field(() => ID, { nullable: true })
  proposalId?: string | null;

  @Field(() => ID, { nullable: true })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation of the actor.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The key of the role in which the actor acted.' })
  role?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`directory`, `audit` …; unless it, or a type of it, is asked for, the stream `audit` is left out.',
  })
  stream?: string | null;

  @Field(() => [String], { nullable: true, description: 'Entry types, such as SignOffGiven.' })
  types?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From this moment on.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Up to this moment.' })
  to?: string | null;
}

/** Of Proposal.concerns and Proposal.history. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: FIRST })
  first?: number | null;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string | null;
}

/** Of Query.proposals. */
@ArgsType()
export class ProposalsArgs {
  @Field(() => ProposalFilter, { nullable: true })
  filter?: ProposalFilter | null;

  @Field(() => ProposalSort, { nullable: true, defaultValue: ProposalSort.UPDATED })
  sort?: ProposalSort | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: FIRST })
  first?: number | null;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string | null;
}

/** Of Query.portfolioAsOf. */
@ArgsType()
export class PortfolioArgs {
  @Field(() => DateTimeScalar, { description: 'The moment to look at.' })
  at!: string;

  @Field(() => PortfolioFilter, { nullable: true })
  filter?: PortfolioFilter | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: FIRST })
  first?: number | null;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string | null;
}

/** Of Query.decisionHistory. */
@ArgsType()
export class DecisionHistoryArgs extends PageArgs {
  @Field(() => HistoryFilter, { nullable: true })
  filter?: HistoryFilter | null;

  @Field(() => HistoryOrder, { nullable: true, defaultValue: HistoryOrder.OLDEST_FIRST })
  order?: HistoryOrder | null;
}
