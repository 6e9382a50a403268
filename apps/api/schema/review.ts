// What a reviewer reads beside the dossier: its revisions, what became of a sign-off, and the places that words are about.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Finding, SignOffStatus } from './enums.js';
import { Person } from './people.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'A saved state of title and dossier. Partners find those from the first submission on.' })
export class Revision {
  @Field(() => Int)
  revision!: number;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => Person)
  by!: Person;

  @Field(() => [String], {
    description:
      'Places that differ from the revision before, such as `purposes.P-1`: those that you may read. Empty for the first.',
  })
  changedPaths!: string[];

  @Field({ description: 'It was sent to review as it is.' })
  isSubmitted!: boolean;
}

@ObjectType({ description: 'Something that happened to a sign-off: it was given, made stale or taken back.' })
export class SignOffAct {
  @Field(() => ID, { description: 'The entry of the history that says so.' })
  entryId!: string;

  @Field(() => SignOffStatus, { description: 'What it was from then on.' })
  status!: SignOffStatus;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => Person, { description: 'Who gave it or took it back, or whose change made it stale.' })
  by!: Person;

  @Field(() => Int, { description: 'The revision that it was given on, or that made it stale.' })
  onRevision!: number;

  @Field(() => Finding, { nullable: true, description: 'Of one that was given.' })
  finding?: Finding | null;

  @Field(() => [String], { description: 'Of one made stale: the places whose change did it.' })
  staleBecause!: string[];
}

@ObjectType({ description: 'A place of the dossier that somebody wrote about, as it was when they did.' })
export class AboutPlace {
  @Field(() => String, { description: 'A question id or a place of the dossier, as in `about`.' })
  place!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What stood there then; null where nothing did, or words of somebody’s own name no place.',
  })
  quote?: string | null;

  @Field(() => Boolean, { description: 'It was there then, and is not there any more.' })
  isPlaceGone!: boolean;
}
