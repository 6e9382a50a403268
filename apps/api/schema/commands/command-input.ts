// What all commands have in common. Each input below `commands/` is one command of the rules, field by field.
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { UuidScalar } from '../scalars.js';

@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => UuidScalar, {
    description:
      'A UUID that you choose. The same id with the same body answers the same receipt again; with another body it is a CONFLICT.',
  })
  commandId!: string;
}

@InputType({ isAbstract: true })
export abstract class ProposalCommandInput extends CommandInput {
  @Field(() => ID)
  proposalId!: string;
}

/** For commands that rest on what the sender saw: they are refused when the proposal has moved on. */
@InputType({ isAbstract: true })
export abstract class VersionedCommandInput extends ProposalCommandInput {
  @Field(() => Int, { description: 'The `version` that you read. Another one now is a CONFLICT.' })
  expectedVersion!: number;
}
