// Who does a piece of work: taken, given to somebody, given back.
import { Field, ID, InputType } from '@nestjs/graphql';
import { ProposalCommandInput } from './command-input.js';

@InputType({
  description:
    'Takes a piece of work, gives it to a colleague, or gives it back. Whoever may do the work. It is no right: others who may can still do it.',
})
export class AssignTaskInput extends ProposalCommandInput {
  @Field(() => String, { description: '`work` of the task.' })
  work!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who takes it: you, or a colleague who may do it. Left out: it is given back to all who may.',
  })
  to?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who has taken it, as you know: needed to pass on what somebody else has. Otherwise that is a CONFLICT.',
  })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'A word to whoever gets it; partners read their own only.' })
  note?: string | null;
}
