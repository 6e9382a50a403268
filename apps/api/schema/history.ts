// An entry of the ledger as the reader sees it. The hashed bytes themselves are exported elsewhere.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Acknowledgement } from './enums.js';
import { Node } from './node.js';
import { Person } from './people.js';
import { DateTimeScalar, JsonScalar, UuidScalar } from './scalars.js';

@ObjectType({ description: 'A place of an entry where there are words, or were until they were erased.' })
export class EntryWords {
  @Field(() => String, { description: 'A JSON pointer into the payload, as eraseWords takes it; empty for all of it.' })
  path!: string;

  @Field(() => Boolean)
  isErased!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The entry WordsErased by which they are gone. Null while they are there, and where this ledger was restored from before it.',
  })
  erasedBy?: string | null;
}

@ObjectType({ implements: () => [Node], description: 'One recorded fact. Entries are added and never changed.' })
export class LedgerEntry implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description:
      '`proposal:<id>`, `directory` (people, roles, tokens), `audit` (what auditors read), `definitions` (what the rules were), `ledger` (its keys) or `erasures` (what was erased again after a restore).',
  })
  stream!: string;

  @Field(() => ID, { nullable: true, description: "Of a proposal's stream." })
  proposalId?: string | null;

  @Field(() => String, { nullable: true, description: 'What people call that proposal, such as DSP-0042.' })
  reference?: string | null;

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

  @Field(() => [EntryWords], { description: 'Where it holds what people wrote, which is what can be erased of it.' })
  words!: EntryWords[];

  @Field(() => Acknowledgement)
  acknowledgement!: Acknowledgement;
}
