// Where the viewer was named.
import { Field, ObjectType } from '@nestjs/graphql';
import { Comment } from './comment.js';
import { Proposal } from './proposal.js';

@ObjectType({ description: 'A comment that mentions you, and the proposal that it was made on.' })
export class Mention {
  @Field(() => Proposal)
  proposal!: Proposal;

  @Field(() => Comment)
  comment!: Comment;
}
