// The urgent lane: a disclosure made to prevent harm, put on record afterwards.
import { Field, InputType } from '@nestjs/graphql';
import { JsonScalar } from '../scalars.js';
import { CommandInput } from './command-input.js';

@InputType({ description: 'Puts an urgent disclosure on record. Analysts.' })
export class RecordUrgentDisclosureInput extends CommandInput {
  @Field(() => String)
  title!: string;

  @Field(() => JsonScalar, {
    description: 'An object with the fields U-1 to U-8 of the catalogue; U-8 may be left out.',
  })
  record!: unknown;
}
