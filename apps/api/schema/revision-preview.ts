// What saving a dossier would do, before it is saved.
import { Field, ObjectType } from '@nestjs/graphql';
import { Blocker } from './available-command.js';
import { Tier } from './enums.js';

@ObjectType({ description: 'What a revision would change. Asking writes nothing.' })
export class RevisionPreview {
  @Field(() => [String], { description: 'Places of the dossier that differ, such as `purposes` or `answers.PM-1`.' })
  changedPaths!: string[];

  @Field(() => Tier, { description: 'The tier it would have.' })
  tier!: Tier;

  @Field(() => [String], { description: 'Keys of the given sign-offs that would stand.' })
  stays!: string[];

  @Field(() => [String], { description: 'Keys of the given sign-offs that would have to be given again.' })
  becomesStale!: string[];

  @Field(() => [Blocker], { description: 'What would keep it from being saved or submitted.' })
  blockers!: Blocker[];
}
