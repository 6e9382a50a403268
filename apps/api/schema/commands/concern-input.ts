// The commands of a concern's life: raise, answer, settle.
import { Field, ID, InputType } from '@nestjs/graphql';
import { ConcernAudience, ConcernSeverity, ConcernStatus, Disposition } from '../enums.js';
import { ProposalCommandInput } from './command-input.js';

@InputType({ description: 'Raises a concern. It holds the decision until it is answered.' })
export class RaiseConcernInput extends ProposalCommandInput {
  @Field(() => String)
  statement!: string;

  @Field(() => ConcernSeverity)
  severity!: ConcernSeverity;

  @Field(() => [String], { nullable: true, description: 'Question ids or places of the dossier.' })
  about?: string[] | null;

  @Field(() => ConcernAudience, { nullable: true, defaultValue: ConcernAudience.PARTIES })
  audience?: ConcernAudience | null;
}

@InputType({ description: 'Answers a concern. The author or the engagement lead.' })
export class AnswerConcernInput extends ProposalCommandInput {
  @Field(() => ID)
  concernId!: string;

  @Field(() => Disposition)
  disposition!: Disposition;

  @Field(() => String)
  response!: string;
}

@InputType({ description: "The raiser's last word on a concern, or that of a colleague in the same partner." })
export class SettleConcernInput extends ProposalCommandInput {
  @Field(() => ID)
  concernId!: string;

  @Field(() => ConcernStatus, { description: 'SETTLED, DISPUTED or WITHDRAWN.' })
  outcome!: ConcernStatus;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
