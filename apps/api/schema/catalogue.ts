// The catalogue as readers and screens see it: DPUP, the questions with help and examples, facts, risks, glossary, learning.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Tier } from './enums.js';
import { Learning } from './learning.js';
import { RiskLibrary } from './risk-library.js';
import { JsonScalar } from './scalars.js';

@ObjectType({ description: 'A code of a mapping with its name, for people.' })
export class NamedCode {
  @Field(() => String, { description: 'Such as `P:manaakitanga` or `IPP3A`.' })
  code!: string;

  @Field(() => String, { description: 'Such as Manaakitanga, or IPP 3A: collected from somebody else.' })
  title!: string;

  @Field(() => String, { description: 'What it asks, in a sentence or two.' })
  meaning!: string;
}

@ObjectType({
  description: 'To whom and to what a question answers: DPUP, the privacy principles, the inquiry, Five Safes.',
})
export class QuestionMapping {
  @Field(() => [NamedCode], { description: 'The principles and guidelines of `dpup`, by name.' })
  dpupElements!: NamedCode[];

  @Field(() => [NamedCode], { description: 'The information privacy principles of `ipp`, by number and name.' })
  privacyPrinciples!: NamedCode[];

  @Field(() => [String])
  dpup!: string[];

  @Field(() => [String])
  ipp!: string[];

  @Field(() => [String])
  findings!: string[];

  @Field(() => [String])
  fiveSafes!: string[];
}

@ObjectType({ description: 'A question of the catalogue, with what helps to answer it well.' })
export class Question {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  prompt!: string;

  @Field(() => String)
  help!: string;

  @Field(() => String)
  goodAnswer!: string;

  @Field(() => String)
  poorAnswer!: string;

  @Field(() => String, { nullable: true, description: 'What of the help has not been checked at its source.' })
  unverified?: string;

  @Field(() => String, { description: 'The shape of an answer: long_text, table, choice … or computed.' })
  answerType!: string;

  @Field(() => [String])
  options!: string[];

  @Field(() => [String], { description: 'Of a table.' })
  columns!: string[];

  @Field(() => [Tier])
  tiers!: Tier[];

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Boolean, { description: 'Keeps its sign-off from being met while it is open or fails.' })
  blocking!: boolean;

  @Field(() => Boolean, { description: 'May be let through by a dated condition with an owner.' })
  conditionable!: boolean;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Any one of these facts makes it apply; null: it always applies.',
  })
  appliesWhen?: unknown;

  @Field(() => QuestionMapping)
  mapsTo!: QuestionMapping;

  @Field(() => [String])
  evidence!: string[];

  @Field(() => [String])
  redFlags!: string[];

  @Field(() => [String])
  alsoSee!: string[];
}

@ObjectType({ description: 'One of the five principles or four guidelines of DPUP.' })
export class DpupElement {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'A plain gloss on a te reo Māori name.' })
  gloss?: string;

  @Field(() => String, { description: 'What it asks.' })
  asks!: string;

  @Field(() => [String], { description: 'Ids of the questions that serve it.' })
  questions!: string[];
}

@ObjectType({ description: 'A fact about a proposal; the facts decide its tier and which questions apply.' })
export class Fact {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'boolean, count or choice.' })
  type!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  help!: string;

  @Field(() => [String])
  options!: string[];
}

@ObjectType({ description: 'A word of the field, with a plain meaning.' })
export class GlossaryTerm {
  @Field(() => String)
  term!: string;

  @Field(() => String, { description: 'Language: mi or en.' })
  lang!: string;

  @Field(() => String)
  meaning!: string;

  @Field(() => Boolean, { description: 'Has somebody who speaks te reo Māori reviewed it?' })
  reviewed!: boolean;
}

@ObjectType({ description: 'What is asked of proposals, and everything that helps to answer.' })
export class Catalogue {
  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Hex SHA-256 of what is asked and decided on.' })
  digest!: string;

  @Field(() => [DpupElement])
  principles!: DpupElement[];

  @Field(() => [DpupElement])
  guidelines!: DpupElement[];

  @Field(() => [Question])
  questions!: Question[];

  @Field(() => [Fact])
  facts!: Fact[];

  @Field(() => JsonScalar, { description: 'In order; the first that holds gives the tier.' })
  tierRules!: unknown;

  @Field(() => JsonScalar, { description: 'The fields U-1 to U-8 of an urgent disclosure.' })
  urgentRecord!: unknown;

  @Field(() => JsonScalar, { description: 'Codes used in mappings and what they mean, by kind.' })
  codes!: unknown;

  @Field(() => RiskLibrary)
  riskLibrary!: RiskLibrary;

  @Field(() => [GlossaryTerm])
  glossary!: GlossaryTerm[];

  @Field(() => Learning)
  learning!: Learning;
}

@ObjectType({ description: 'A question as it was put to a proposal, and how it stands there.' })
export class AskedQuestion {
  @Field(() => Question)
  question!: Question;

  @Field(() => String, { description: 'answered, gap, unanswered or failing.' })
  standing!: string;

  @Field(() => String, { description: 'The sign-off that holds it at this tier.' })
  signOff!: string;
}

@ObjectType({ description: 'Something a careful reader would ask about. It informs; it decides nothing.' })
export class DossierCheck {
  @Field(() => String, { description: 'For programs: stable, such as `item-without-purpose`.' })
  ruleId!: string;

  @Field(() => String, { description: 'The place in the dossier, such as `dataItems.D-2.necessity`.' })
  place!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { description: 'What to do about it.' })
  remedy!: string;
}
