// What a client writes into a dossier. A section that is given replaces that section; one left out stays; answers are merged by question.
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { JsonScalar } from './scalars.js';

@InputType({ description: 'A purpose. Its id is yours to choose, and stays the same over revisions.' })
export class PurposeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  statement!: string;

  @Field(() => String, { nullable: true })
  benefit?: string | null;

  @Field(() => String, { nullable: true })
  authority?: string | null;

  @Field(() => String, { nullable: true })
  excludedUses?: string | null;
}

@InputType({ description: 'A kind of data that is asked for.' })
export class DataItemInput {
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

  @Field(() => [ID], { description: 'Purposes of this dossier.' })
  purposeIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why the purposes cannot do without it.' })
  necessity?: string | null;
}

@InputType({ description: 'Who would receive data.' })
export class RecipientInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  kind?: string | null;

  @Field(() => String, { nullable: true })
  country?: string | null;
}

@InputType({
  description: "A less intrusive way. A partner's own is proposed with `proposeAlternative`; one left out here stays.",
})
export class AlternativeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: '0 (least intrusive) to 7 (most).' })
  rung!: number;

  @Field(() => String, { nullable: true })
  proposedBy?: string | null;

  @Field(() => String, { nullable: true })
  whyNot?: string | null;
}

@InputType({ description: 'Something that may go wrong. Ratings run from 1 to 5.' })
export class RiskInput {
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

  @Field(() => Int, { nullable: true })
  residualLikelihood?: number | null;

  @Field(() => Int, { nullable: true })
  residualConsequence?: number | null;

  @Field(() => String, { nullable: true })
  owner?: string | null;
}

@InputType({
  description:
    'Exactly one of value and gap. A gap lets the proposal be submitted, and keeps the sign-off that holds the question from being met.',
})
export class AnswerInput {
  @Field(() => ID)
  questionId!: string;

  @Field(() => JsonScalar, { nullable: true })
  value?: unknown;

  @Field(() => String, { nullable: true })
  gap?: string | null;

  @Field(() => [String], { nullable: true })
  evidence?: string[] | null;
}

@InputType({
  description:
    'A section that is given replaces that section; one that is left out stays as it was. Answers are merged by questionId.',
})
export class DossierInput {
  @Field(() => String, { nullable: true })
  summary?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "An object of the catalogue's facts." })
  facts?: unknown;

  @Field(() => [PurposeInput], { nullable: true })
  purposes?: PurposeInput[] | null;

  @Field(() => [DataItemInput], { nullable: true })
  dataItems?: DataItemInput[] | null;

  @Field(() => [RecipientInput], { nullable: true })
  recipients?: RecipientInput[] | null;

  @Field(() => [AlternativeInput], { nullable: true })
  alternatives?: AlternativeInput[] | null;

  @Field(() => [RiskInput], { nullable: true })
  risks?: RiskInput[] | null;

  @Field(() => String, { nullable: true })
  retention?: string | null;

  @Field(() => String, { nullable: true })
  transferRoute?: string | null;

  @Field(() => [AnswerInput], { nullable: true })
  answers?: AnswerInput[] | null;
}
