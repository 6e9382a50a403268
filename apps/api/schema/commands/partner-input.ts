// The commands around partners: inviting them, and the alternatives that they propose.
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ProposalCommandInput, VersionedCommandInput } from './command-input.js';

@InputType({ description: 'Invites organisations. Their people see the proposal from its submission on.' })
export class InvitePartnersInput extends VersionedCommandInput {
  @Field(() => [ID])
  organisationIds!: string[];
}

@InputType({ description: 'A less intrusive way, from the people of an invited partner.' })
export class ProposeAlternativeInput extends ProposalCommandInput {
  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: '0 (least intrusive) to 7 (most).' })
  rung!: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
