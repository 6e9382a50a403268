// What shows that the ledger is what it was, in the public API: checkpoints, proofs, and receipts to keep. Hashes are hex SHA-256.
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Acknowledgement } from './enums.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'What the log signed: that its first `size` entries have this root.' })
export class Checkpoint {
  @Field(() => String, { description: 'The name of the log.' })
  origin!: string;

  @Field(() => Float, { description: 'Entries under it: a whole number.' })
  size!: number;

  @Field(() => String)
  root!: string;

  @Field(() => String, {
    description: 'The signed note (c2sp.org/tlog-checkpoint), with the lines of those who cosigned it. Keep this.',
  })
  note!: string;

  @Field(() => DateTimeScalar)
  signedAt!: Date | string;

  @Field(() => [String], { description: 'The lines of witnesses (c2sp.org/tlog-cosignature).' })
  cosignatures!: string[];
}

@ObjectType({ description: 'That an entry stands in its place in the tree of this size (RFC 9162 section 2.1.3).' })
export class EntryProof {
  @Field(() => Float, { description: 'Its place in the whole ledger, from 0 on: a whole number.' })
  index!: number;

  @Field(() => Float)
  size!: number;

  @Field(() => String, { description: 'Its leaf hash.' })
  leaf!: string;

  @Field(() => [String])
  proof!: string[];

  @Field(() => String, { description: 'Of the tree of this size.' })
  root!: string;
}

@ObjectType({
  description: 'That the tree of `to` entries begins with the tree of `from` entries (RFC 9162 section 2.1.4).',
})
export class ConsistencyProof {
  @Field(() => Float)
  from!: number;

  @Field(() => Float)
  to!: number;

  @Field(() => [String])
  proof!: string[];
}

@ObjectType({ description: 'Words of an entry, and what shows that the entry commits to just these.' })
export class ReceiptWords {
  @Field(() => String, { description: 'The place of the `commitment` in the payload: a JSON pointer.' })
  path!: string;

  @Field(() => String, { description: '32 bytes in base64.' })
  salt!: string;

  @Field(() => String, { description: 'Canonical JSON. The commitment is their HMAC-SHA256 under the salt.' })
  words!: string;
}

@ObjectType({
  description: 'An entry as a proof file of its own, to keep: it is checked with the key of the log alone.',
})
export class ReceiptFile {
  @Field(() => ID)
  entryId!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'To be saved as it is (c2sp.org/tlog-proof): exact bytes, proof, newest checkpoint. Null as long as the entry is only RECORDED.',
  })
  text?: string | null;

  @Field(() => Acknowledgement)
  acknowledgement!: Acknowledgement;

  @Field(() => [ReceiptWords], {
    description: 'What the entry commits to, as far as it was not erased. Keep it apart: whoever has it can read it.',
  })
  words!: ReceiptWords[];
}
