// A comment, and the same in better words: part of the record, without effect on the state.
import { Field, ID, InputType } from '@nestjs/graphql';
import { CommentAudience } from '../enums.js';
import { ProposalCommandInput } from './command-input.js';

@InputType({ description: 'Leaves a comment. Any reader but auditors.' })
export class CommentInput extends ProposalCommandInput {
  @Field(() => String)
  body!: string;

  @Field(() => [String], { nullable: true, description: 'Question ids or places of the dossier.' })
  about?: string[] | null;

  @Field(() => CommentAudience, { nullable: true })
  audience?: CommentAudience | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Whom it mentions: at most ten people who may read it and whom you may know. `mentionable` lists them.',
  })
  mentions?: string[] | null;
}

@InputType({
  description:
    'Writes a comment anew, for the same readers. Whoever made it, until decision; what it said before stays.',
})
export class EditCommentInput extends ProposalCommandInput {
  @Field(() => ID)
  commentId!: string;

  @Field(() => String)
  body!: string;
}
