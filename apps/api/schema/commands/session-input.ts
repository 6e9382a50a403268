// What endSession and endSessions take. Neither is an entry of the ledger.
import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from './command-input.js';

@InputType({ description: 'Ends one session. Your own; anybody’s, for administrators.' })
export class EndSessionInput extends CommandInput {
  @Field(() => ID)
  sessionId!: string;
}

@InputType({ description: 'Signs somebody out everywhere. Yourself; anybody, for administrators.' })
export class EndSessionsInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'Whom. Left out: yourself.' })
  personId?: string | null;
}
