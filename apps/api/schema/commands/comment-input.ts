// A comment: part of the record, without effect on the state.
import { Field, InputType } from '@nestjs/graphql';
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
}
