// The commands of an author: draft, revise, submit, hand over, withdraw.
import { Field, ID, InputType } from '@nestjs/graphql';
import { DossierInput } from '../dossier-input.js';
import { CommandInput, VersionedCommandInput } from './command-input.js';

@InputType({ description: 'Starts a proposal. Analysts, for their own organisation.' })
export class DraftProposalInput extends CommandInput {
  @Field(() => String)
  title!: string;

  @Field(() => DossierInput, { nullable: true })
  dossier?: DossierInput | null;

  @Field(() => ID, { nullable: true, description: 'A proposal that you may read; its dossier is copied first.' })
  copyOf?: string | null;
}

@InputType({ description: 'Saves a change of the dossier. Incomplete is fine; not well formed changes nothing.' })
export class ReviseProposalInput extends VersionedCommandInput {
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => DossierInput)
  dossier!: DossierInput;
}

@InputType({ description: 'Puts a draft, or a returned proposal, up for review.' })
export class SubmitProposalInput extends VersionedCommandInput {
  @Field(() => String, { nullable: true, description: 'A word to the reviewers.' })
  message?: string | null;
}

@InputType({ description: 'Makes another analyst of the lead organisation the author.' })
export class HandOverProposalInput extends VersionedCommandInput {
  @Field(() => ID)
  toPersonId!: string;

  @Field(() => String)
  reason!: string;
}

@InputType({ description: 'Takes the proposal back before a decision.' })
export class WithdrawProposalInput extends VersionedCommandInput {
  @Field(() => String)
  reason!: string;
}
