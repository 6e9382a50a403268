// The risk library as readers and screens see it: the words of the scale, and risks with what is done about them.
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A step of the rating scale in words.' })
export class RatingLevel {
  @Field(() => Int, { description: '1 to 5.' })
  value!: number;

  @Field(() => String)
  label!: string;
}

@ObjectType({ description: 'What a product of likelihood and consequence is called.' })
export class RatingBand {
  @Field(() => String)
  label!: string;

  @Field(() => Int, { description: 'The lowest product in it.' })
  from!: number;

  @Field(() => Int, { description: 'The highest product in it.' })
  to!: number;
}

@ObjectType({ description: 'How risks are rated.' })
export class RatingScale {
  @Field(() => String)
  note!: string;

  @Field(() => [RatingLevel])
  likelihood!: RatingLevel[];

  @Field(() => [RatingLevel])
  consequence!: RatingLevel[];

  @Field(() => [RatingBand])
  bands!: RatingBand[];
}

@ObjectType({ description: 'Something that makes a risk smaller.' })
export class Mitigation {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String, { description: 'On what it acts.' })
  acts!: string;
}

@ObjectType({ description: 'A rating to begin with.' })
export class StarterRating {
  @Field(() => Int)
  likelihood!: number;

  @Field(() => Int)
  consequence!: number;

  @Field(() => String)
  note!: string;
}

@ObjectType({ description: 'A risk that others have met.' })
export class LibraryRisk {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  category!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String)
  whoIsHurt!: string;

  @Field(() => [String])
  earlySigns!: string[];

  @Field(() => [Mitigation])
  mitigations!: Mitigation[];

  @Field(() => StarterRating)
  starterRating!: StarterRating;

  @Field(() => [String], { description: 'Ids of the questions that ask about it.' })
  questions!: string[];

  @Field(() => [String], { description: 'Cases in which it was seen.' })
  seenIn!: string[];
}

@ObjectType({ description: 'The rating scale, and risks with mitigations.' })
export class RiskLibrary {
  @Field(() => RatingScale)
  scale!: RatingScale;

  @Field(() => [LibraryRisk])
  risks!: LibraryRisk[];
}
