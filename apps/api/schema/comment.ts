// A comment as the reader sees it. Comments decide nothing; a concern is what holds a decision.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CommentAudience } from './enums.js';
import { Person } from './people.js';
import { AboutPlace } from './review.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'A comment as it once read.' })
export class CommentVersion {
  @Field(() => String)
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When that was written.' })
  at!: Date | string;
}

@ObjectType({ description: 'A remark on a proposal. It decides nothing.' })
export class Comment {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  by!: Person;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => String, { description: 'As it reads now; Markdown, for those who show it as such.' })
  body!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its words were last written anew, if ever.' })
  editedAt?: Date | string | null;

  @Field(() => [CommentVersion], { description: 'What it said before, oldest first.' })
  versions!: CommentVersion[];

  @Field(() => [Person], { description: 'Who is mentioned in it.' })
  mentions!: Person[];

  @Field(() => [String], { description: 'Question ids or places of the dossier.' })
  about!: string[];

  @Field(() => CommentAudience)
  audience!: CommentAudience;

  @Field(() => Int, { description: 'The revision of the dossier that its writer had before them.' })
  onRevision!: number;

  @Field(() => [AboutPlace], { description: 'The places of `about`, with what stood there then.' })
  aboutPlaces!: AboutPlace[];
}
