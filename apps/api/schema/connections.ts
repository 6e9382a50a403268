// Relay connections: the pages in which long lists are read.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Concern } from './concern.js';
import { LedgerEntry } from './history.js';
import { Proposal } from './proposal.js';

@ObjectType({ description: 'Whether there is more, and from where to go on.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor?: string | null;

  @Field(() => String, { nullable: true, description: 'Send it back as `after` for the next page.' })
  endCursor?: string | null;
}

@ObjectType({ description: 'A proposal in its place in the list.' })
export class ProposalEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Proposal)
  node!: Proposal;
}

@ObjectType({ description: 'A page of the proposals that you may read.' })
export class ProposalConnection {
  @Field(() => [ProposalEdge])
  edges!: ProposalEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: 'Of all pages; null where counting would take too long.' })
  totalCount?: number | null;
}

@ObjectType({ description: 'A page of the proposals there were on that day, as they stood then.' })
export class PortfolioConnection {
  @Field(() => [ProposalEdge])
  edges!: ProposalEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'A concern in its place in the list.' })
export class ConcernEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Concern)
  node!: Concern;
}

@ObjectType({ description: 'A page of the concerns that you may see.' })
export class ConcernConnection {
  @Field(() => [ConcernEdge])
  edges!: ConcernEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Of all pages, counting only what you may see.' })
  totalCount!: number;
}

@ObjectType({ description: 'A ledger entry in its place in the history.' })
export class LedgerEntryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => LedgerEntry)
  node!: LedgerEntry;
}

@ObjectType({ description: 'A page of history.' })
export class LedgerEntryConnection {
  @Field(() => [LedgerEntryEdge])
  edges!: LedgerEntryEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
