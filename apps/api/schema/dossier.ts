// The dossier: what is proposed. Every list element has an id chosen by the client, so answers, comments and differences can point at it.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from './scalars.js';

@ObjectType({ description: 'What the data are for.' })
export class Purpose {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  statement!: string;

  @Field(() => String, { nullable: true, description: 'Who is better off, and how one would notice.' })
  benefit?: string | null;

  @Field(() => String, { nullable: true, description: 'The law or consent that it rests on.' })
  authority?: string | null;

  @Field(() => String, { nullable: true, description: 'What the data will not be used for.' })
  excludedUses?: string | null;
}

@ObjectType({ description: 'One kind of data that is asked for.' })
export class DataItem {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Whom it is about.' })
  about!: string;

  @Field(() => String, { description: 'aggregate, de_identified, pseudonymous or identified.' })
  identifiability!: string;

  @Field(() => String, { nullable: true })
  sensitivity?: string | null;

  @Field(() => [ID], { description: 'The purposes that need it.' })
  purposeIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why the purposes cannot do without it.' })
  necessity?: string | null;
}

@ObjectType({ description: 'Who would receive data.' })
export class Recipient {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  kind?: string | null;

  @Field(() => String, { nullable: true })
  country?: string | null;
}

@ObjectType({ description: 'A less intrusive way to the same end.' })
export class Alternative {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: 'The rung of the ladder of intrusion, 0 (none) to 7 (most).' })
  rung!: number;

  @Field(() => String, { nullable: true })
  proposedBy?: string | null;

  @Field(() => Boolean, {
    description: 'Set by the product when an invited partner proposed it. The author can neither set nor drop it.',
  })
  proposedByPartner!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was not chosen.' })
  whyNot?: string | null;

  @Field(() => String, { nullable: true, description: 'What the partner who proposed it added.' })
  note?: string | null;
}

@ObjectType({ description: 'Something that may go wrong, and what is done about it. Ratings run from 1 to 5.' })
export class Risk {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  likelihood!: number;

  @Field(() => Int)
  consequence!: number;

  @Field(() => String, { nullable: true })
  mitigation?: string | null;

  @Field(() => Int, { nullable: true, description: 'Likelihood once the mitigation is in place.' })
  residualLikelihood?: number | null;

  @Field(() => Int, { nullable: true, description: 'Consequence once the mitigation is in place.' })
  residualConsequence?: number | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it.' })
  owner?: string | null;
}

@ObjectType({ description: 'An answer to a question of the catalogue: a value, or an honest gap.' })
export class Answer {
  @Field(() => ID, { description: "The catalogue's key of the question, such as PM-1." })
  questionId!: string;

  @Field(() => JsonScalar, { nullable: true, description: "In the shape that the question's type asks for." })
  value?: unknown;

  @Field(() => String, { nullable: true, description: 'A sentence: we have nothing to show here, and why.' })
  gap?: string | null;

  @Field(() => [String])
  evidence!: string[];
}

@ObjectType({
  description: 'What is proposed, as of one revision. Parts that the viewer may not read are empty or null.',
})
export class Dossier {
  @Field(() => String, { nullable: true })
  summary?: string | null;

  @Field(() => JsonScalar, {
    description:
      "The catalogue's facts: identifiability, aboutChildren, fundingConditional … The tier follows from them.",
  })
  facts!: unknown;

  @Field(() => [Purpose])
  purposes!: Purpose[];

  @Field(() => [DataItem])
  dataItems!: DataItem[];

  @Field(() => [Recipient])
  recipients!: Recipient[];

  @Field(() => [Alternative])
  alternatives!: Alternative[];

  @Field(() => [Risk])
  risks!: Risk[];

  @Field(() => String, { nullable: true, description: 'How long the data are kept, and how they end.' })
  retention?: string | null;

  @Field(() => String, { nullable: true, description: 'By which way the data travel.' })
  transferRoute?: string | null;

  @Field(() => [Answer], { description: "Answers to the catalogue's questions." })
  answers!: Answer[];
}
