// A concern as the reader sees it. Who may see which concern is decided before a Concern is made.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConcernAudience, ConcernSeverity, ConcernStatus, Disposition } from './enums.js';
import { Node } from './node.js';
import { Organisation, Person } from './people.js';
import { AboutPlace } from './review.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({
  implements: () => [Node],
  description: 'An objection or a worry about a proposal. An open one holds the decision.',
})
export class Concern implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => ConcernAudience)
  audience!: ConcernAudience;

  @Field(() => Person)
  raisedBy!: Person;

  @Field(() => Organisation, { description: 'The organisation on whose behalf it was raised.' })
  organisation!: Organisation;

  @Field(() => String)
  statement!: string;

  @Field(() => ConcernSeverity)
  severity!: ConcernSeverity;

  @Field(() => [String], { description: 'What it is about: question ids or places of the dossier.' })
  about!: string[];

  @Field(() => ConcernStatus)
  status!: ConcernStatus;

  @Field(() => Disposition, { nullable: true, description: 'What the latest answer did with it.' })
  disposition?: Disposition | null;

  @Field(() => String, { nullable: true, description: 'The latest answer.' })
  response?: string | null;

  @Field(() => DateTimeScalar)
  raisedAt!: Date | string;

  @Field(() => Int, { description: 'The revision of the dossier that its writer had before them.' })
  onRevision!: number;

  @Field(() => [AboutPlace], { description: 'The places of `about`, with what stood there then.' })
  aboutPlaces!: AboutPlace[];
}
