// The workshop on DPUP and the risk library, as readers and screens see them.
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A part of the workshop.' })
export class WorkshopStep {
  @Field(() => String)
  title!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => String)
  body!: string;
}

@ObjectType({ description: 'What people said, in our words.' })
export class Voice {
  @Field(() => String)
  theme!: string;

  @Field(() => String)
  said!: string;
}

@ObjectType({ description: 'A principle of DPUP in one line to keep.' })
export class PrincipleInShort {
  @Field(() => String, { description: 'The key of the principle.' })
  key!: string;

  @Field(() => String)
  words!: string;
}

@ObjectType({ description: 'An answer that one may choose, and why it is right or wrong.' })
export class QuizOption {
  @Field(() => String)
  text!: string;

  @Field(() => Boolean)
  correct!: boolean;

  @Field(() => String)
  explanation!: string;
}

@ObjectType({ description: 'A question of the quiz, with one right answer.' })
export class QuizQuestion {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  question!: string;

  @Field(() => [QuizOption])
  options!: QuizOption[];
}

@ObjectType({ description: 'Where something can be read up.' })
export class Source {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String, { nullable: true })
  note?: string;
}

@ObjectType({
  description: 'A workshop of an hour on DPUP: agenda, what people said, and six questions with explanations.',
})
export class Learning {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  intro!: string;

  @Field(() => [WorkshopStep])
  agenda!: WorkshopStep[];

  @Field(() => [Voice])
  whatPeopleSaid!: Voice[];

  @Field(() => [PrincipleInShort])
  principles!: PrincipleInShort[];

  @Field(() => [QuizQuestion])
  quiz!: QuizQuestion[];

  @Field(() => [Source])
  sources!: Source[];
}
