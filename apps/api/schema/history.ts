// An entry of the ledger as the reader sees it. The hashed bytes themselves are exported elsewhere.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Acknowledgement } from './enums.js';
import { Node } from './node.js';
import { Person } from './people.js';
import { DateTimeScalar, JsonScalar, UuidScalar } from './scalars.js';

@ObjectType({ implements: () => [Node], description: 'One recorded fact. Entries are added and never changed.' })
export class LedgerEntry implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: '`proposal:<id>`, `directory` (people, roles, tokens) or `audit` (what auditors read).',
  })
  stream!: string;

  @Field(() => ID, { nullable: true, description: "Of a proposal's stream." })
  proposalId?: string | null;

  @Field(() => Int, { description: '1, 2, 3 … within the stream.' })
  sequence!: number;

  @Field(() => Int, { nullable: true, description: 'The contiguous place in the whole ledger; null until it has one.' })
  index?: number | null;

  @Field(() => String, {
    description: 'What happened: ProposalDrafted, SignOffGiven, ConcernRaised, DecisionRecorded …',
  })
  type!: string;

  @Field(() => Person)
  actor!: Person;

  @Field(() => String, { description: 'The role in which the actor acted.' })
  role!: string;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => Int, { nullable: true, description: 'The revision of the dossier after this entry.' })
  revision?: number | null;

  @Field(() => UuidScalar, { description: 'The command that caused it. One command may cause several entries.' })
  commandId!: string;

  @Field(() => String, { description: 'Hex SHA-256 leaf hash.' })
  hash!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The hash of the entry before it in the same stream; null for the first.',
  })
  previousHash?: string | null;

  @Field(() => JsonScalar, {
    description:
      'What happened: ids and words of the lists, the texts that survive, and a salted commitment to each of them.',
  })
  payload!: unknown;

  @Field(() => Acknowledgement)
  acknowledgement!: Acknowledgement;
}
