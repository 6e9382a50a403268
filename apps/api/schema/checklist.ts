// A reviewer's checklist: question by question, whether the author's answer holds.
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Tick } from './enums.js';

@ObjectType({ description: 'What a reviewer found of the answer to one question.' })
export class ChecklistAnswer {
  @Field(() => ID)
  questionId!: string;

  @Field(() => Tick, { description: 'Does the answer hold?' })
  answer!: Tick;

  @Field(() => String, { nullable: true, description: 'Why. Always there with NO and NOT_APPLICABLE.' })
  note?: string | null;
}

@ObjectType({ description: 'What the giver of a sign-off found, question by question.' })
export class Checklist {
  @Field(() => Int, { description: 'The version of the catalogue whose questions were gone through.' })
  version!: number;

  @Field(() => [ChecklistAnswer], { description: 'In the order of the catalogue.' })
  answers!: ChecklistAnswer[];

  @Field(() => Int, { description: 'How many questions were gone through.' })
  answered!: number;

  @Field(() => Int, { description: 'How many the sign-off held when it was given.' })
  total!: number;
}

@InputType({ description: 'Whether the answer to a question that the sign-off holds does hold.' })
export class ChecklistAnswerInput {
  @Field(() => ID, { description: 'Of a question that the sign-off holds and that applies.' })
  questionId!: string;

  @Field(() => Tick)
  answer!: Tick;

  @Field(() => String, { nullable: true, description: 'Why. Needed with NO and NOT_APPLICABLE.' })
  note?: string | null;
}
