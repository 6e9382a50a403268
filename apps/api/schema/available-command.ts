// What the viewer could do now, and what stands in the way: the same blockers as a refused command names, so no screen has to guess.
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One thing that stands in the way.' })
export class Blocker {
  @Field(() => String, { description: 'For programs: stable, such as `wrong-state`.' })
  code!: string;

  @Field(() => String, { description: 'For people: what is missing, in a sentence.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it concerns: a question id, `concern:<id>`, `signOff:<key>`, `facts.<fact>` …',
  })
  subject?: string | null;
}

@ObjectType({ description: 'A command on this proposal, seen from where you stand.' })
export class AvailableCommand {
  @Field(() => String, { description: 'The name of the mutation.' })
  command!: string;

  @Field(() => Boolean, { description: 'False when your role, a duty or the state forbids it.' })
  allowed!: boolean;

  @Field(() => [Blocker])
  blockers!: Blocker[];
}
