// A comment as the reader sees it. Comments decide nothing; a concern is what holds a decision.
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CommentAudience } from './enums.js';
import { Person } from './people.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'A remark on a proposal. It decides nothing.' })
export class Comment {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  by!: Person;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => String)
  body!: string;

  @Field(() => [String], { description: 'Question ids or places of the dossier.' })
  about!: string[];

  @Field(() => CommentAudience)
  audience!: CommentAudience;
}
