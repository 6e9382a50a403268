// A sign-off as the reader sees it: what is required, and what was found by whom on which revision.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Blocker } from './available-command.js';
import { Checklist } from './checklist.js';
import { Finding, SignOffStatus } from './enums.js';
import { Person } from './people.js';
import { SignOffAct } from './review.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'One of the sign-offs that the pinned workflow requires at this tier.' })
export class SignOff {
  @Field(() => String, { description: 'purpose, proportionality, privacy_risk, consultation or transparency.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => SignOffStatus)
  status!: SignOffStatus;

  @Field(() => [String], { description: 'Any one of these roles, held in the lead organisation, may give it.' })
  requiredRoles!: string[];

  @Field(() => Finding, { nullable: true, description: 'What the last giver found. A stale sign-off keeps it.' })
  finding?: Finding | null;

  @Field(() => Person, { nullable: true })
  by?: Person | null;

  @Field(() => DateTimeScalar, { nullable: true })
  at?: Date | string | null;

  @Field(() => Int, { nullable: true, description: 'The revision of the dossier that the giver had before them.' })
  onRevision?: number | null;

  @Field(() => String, { nullable: true })
  rationale?: string | null;

  @Field(() => Checklist, {
    nullable: true,
    description: 'What the giver found question by question; null where they did not say. A stale sign-off keeps it.',
  })
  checklist?: Checklist | null;

  @Field(() => [String], {
    description: 'The places of the dossier whose change made it stale, such as `purposes` or `answers.PM-1`.',
  })
  staleBecause!: string[];

  @Field(() => [Person], {
    description: 'Who may give it now: roles, duties and conflicts allow it. Names only where you may know them.',
  })
  whoMay!: Person[];

  @Field(() => [Blocker], { description: 'Why you may not give it now; empty when you may.' })
  whyNot!: Blocker[];

  @Field(() => [Blocker], { description: 'What keeps it from being found MET, whoever gives it.' })
  blockers!: Blocker[];

  @Field(() => [SignOffAct], { description: 'What became of it so far, oldest first.' })
  history!: SignOffAct[];
}
