// What every command answers: a receipt for what was recorded, or a problem. Nothing foreseeable is thrown.
import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Blocker } from './available-command.js';
import { ProblemKind } from './enums.js';
import { LedgerEntry } from './history.js';
import { Proposal } from './proposal.js';
import { UuidScalar } from './scalars.js';

@ObjectType({ description: 'The command is recorded: durable, though not sealed yet.' })
export class Receipt {
  @Field(() => UuidScalar)
  commandId!: string;

  @Field(() => Boolean, {
    description: 'True when this command had been recorded before; nothing was done a second time.',
  })
  replayed!: boolean;

  @Field(() => Proposal, { description: 'As it is now.' })
  proposal!: Proposal;

  @Field(() => [LedgerEntry], { description: 'What the command recorded.' })
  entries!: LedgerEntry[];
}

@ObjectType({ description: 'The command was refused, and nothing was recorded.' })
export class Problem {
  @Field(() => ProblemKind)
  kind!: ProblemKind;

  @Field(() => String, { description: 'For programs: stable.' })
  code!: string;

  @Field(() => String, { description: 'For people: what is wrong and what to do, in a sentence.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Of an INVALID: each offending place, such as `title` or `answers.PM-1`.',
  })
  path?: string[] | null;

  @Field(() => [Blocker], { description: 'Of a BLOCKED: everything that is missing.' })
  blockers!: Blocker[];
}

export const CommandResult = createUnionType({
  name: 'CommandResult',
  description: 'What became of a command.',
  types: () => [Receipt, Problem] as const,
  resolveType: (value: Receipt | Problem) => ('kind' in value ? Problem : Receipt),
});
export type CommandResult = Receipt | Problem;
