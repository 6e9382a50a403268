// The proposal as the reader sees it. What takes arguments, or leads back here, is added by its resolver.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AvailableCommand } from './available-command.js';
import { Comment } from './comment.js';
import { Condition } from './condition.js';
import { Decision } from './decision.js';
import { Dossier } from './dossier.js';
import { ProposalState, Tier } from './enums.js';
import { Node } from './node.js';
import { Organisation, Person } from './people.js';
import { Progress } from './progress.js';
import { Revision } from './review.js';
import { DateScalar, DateTimeScalar, JsonScalar } from './scalars.js';
import { SignOff } from './sign-off.js';

@ObjectType({ description: 'The version of the workflow that a proposal keeps, whatever is published later.' })
export class WorkflowPin {
  @Field(() => String)
  key!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Hex SHA-256 of the published definition.' })
  digest!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A proposal to share data, from first draft to decision and beyond.',
})
export class Proposal implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'For people: DSP-0042.' })
  reference!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ProposalState)
  state!: ProposalState;

  @Field(() => Int, {
    description: 'Grows by one with every recorded command but a comment; send it back as `expectedVersion`.',
  })
  version!: number;

  @Field(() => Int, { description: 'Grows by one with every saved change of the dossier.' })
  revision!: number;

  @Field(() => Tier, { description: "Computed from the dossier's facts by the catalogue's tier rules." })
  tier!: Tier;

  @Field(() => WorkflowPin)
  workflow!: WorkflowPin;

  @Field(() => Person)
  author!: Person;

  @Field(() => Organisation)
  leadOrganisation!: Organisation;

  @Field(() => Dossier)
  dossier!: Dossier;

  @Field(() => [SignOff], { description: 'Every sign-off that the pinned workflow requires at this tier.' })
  signOffs!: SignOff[];

  @Field(() => [Condition], {
    description: "Those in force only: the sign-offs' in the order of the workflow, then the decision's.",
  })
  conditions!: Condition[];

  @Field(() => Decision, { nullable: true })
  decision?: Decision | null;

  @Field(() => [Organisation], { description: 'The organisations invited to comment and to propose alternatives.' })
  partners!: Organisation[];

  @Field(() => [AvailableCommand], { description: 'What you could do here, and what stands in the way.' })
  availableCommands!: AvailableCommand[];

  @Field(() => [Comment], { description: 'Oldest first; internal ones are hidden from partners.' })
  comments!: Comment[];

  @Field(() => JsonScalar, { nullable: true, description: 'Of an urgent disclosure: the fields U-1 to U-8.' })
  urgentRecord?: unknown;

  @Field(() => DateTimeScalar)
  createdAt!: Date | string;

  @Field(() => DateTimeScalar)
  updatedAt!: Date | string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the stage in which it stands: review, decision, or work on what was returned.',
  })
  dueOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day by which its partners are asked to have their say: your own, for a partner. Null where none is asked now.',
  })
  sayBy?: string | null;

  @Field(() => [Revision], { description: 'Oldest first.' })
  revisions!: Revision[];

  @Field(() => Int, {
    nullable: true,
    description: 'The revision on which you last signed, decided, commented or raised a concern.',
  })
  myLastReview?: number | null;

  @Field(() => Progress, { description: 'Where it is on its way.' })
  progress!: Progress;
}
