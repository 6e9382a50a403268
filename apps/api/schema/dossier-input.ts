// What a client writes into a dossier. A section that is given replaces that section; one left out stays; answers are merged by question.
import { Field, InputType, OmitType } from '@nestjs/graphql';
import { Alternative, Answer, DataItem, Purpose, Recipient, Risk } from './dossier.js';
import { JsonScalar } from './scalars.js';

@InputType({ description: 'A purpose. Its id is yours to choose, and stays the same over revisions.' })
export class PurposeInput extends OmitType(Purpose, [], InputType) {}

@InputType({ description: 'A kind of data that is asked for. Its purposes are those of this dossier.' })
export class DataItemInput extends OmitType(DataItem, [], InputType) {}

@InputType({ description: 'Who would receive data.' })
export class RecipientInput extends OmitType(Recipient, [], InputType) {}

@InputType({
  description: "A less intrusive way. A partner's own is proposed with `proposeAlternative`; one left out here stays.",
})
export class AlternativeInput extends OmitType(Alternative, ['proposedByPartner', 'note'], InputType) {}

@InputType({ description: 'Something that may go wrong. Ratings run from 1 to 5.' })
export class RiskInput extends OmitType(Risk, [], InputType) {}

@InputType({
  description:
    'Exactly one of value and gap. A gap lets the proposal be submitted, and keeps the sign-off that holds the question from being met.',
})
export class AnswerInput extends OmitType(Answer, ['evidence'], InputType) {
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
