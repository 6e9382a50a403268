// What waits for whom: the tasks of a person, grouped by when they are due, with what each is about and why.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './connections.js';
import { TaskGroup, TaskKind } from './enums.js';
import { Person } from './people.js';
import { Proposal } from './proposal.js';
import { DateScalar, DateTimeScalar } from './scalars.js';

@ObjectType({
  description:
    'That somebody has taken a piece of work. It ends when the work is done, or when they may do it no more.',
})
export class Holding {
  @Field(() => String, { description: 'The piece of work, as `work` of its task.' })
  work!: string;

  @Field(() => TaskKind)
  kind!: TaskKind;

  @Field(() => Person, { description: 'Who has it. Named only where you may know them.' })
  person!: Person;

  @Field(() => DateTimeScalar)
  since!: Date | string;

  @Field(() => Person, { description: 'Who took it or gave it to them.' })
  by!: Person;

  @Field(() => String, {
    nullable: true,
    description: 'What they said with it. Partners read what their own people said, and nothing else.',
  })
  note?: string | null;
}

@ObjectType({ description: 'Something that a proposal waits for, seen by you.' })
export class Task {
  @Field(() => String, { description: 'The same as long as the task stands.' })
  id!: string;

  @Field(() => TaskKind)
  kind!: TaskKind;

  @Field(() => TaskGroup)
  group!: TaskGroup;

  @Field(() => Proposal)
  proposal!: Proposal;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, if not all of the proposal: `signOff:<key>`, `concern:<id>` or `condition:<id>`.',
  })
  subject?: string | null;

  @Field(() => String, { description: 'Why it is there, in a sentence.' })
  why!: string;

  @Field(() => [String], { description: 'Of a sign-off to give again: the places whose change made it stale.' })
  changedPaths!: string[];

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  since!: Date | string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for it. Null where none is set.' })
  dueOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From today to the last day, both working days: 0 is today, less is late. Null without a last day, or one after the calendar ends.',
  })
  workingDaysLeft?: number | null;

  @Field(() => [Person], {
    description: 'Of a task that waits on others: who could do it. Names only where you may know them.',
  })
  waitsFor!: Person[];

  @Field(() => String, {
    description:
      'By which it is taken: `signOff:<key>`, `concern:<id>`, `condition:<id>`, `say:<organisation>`, `decision`, `dossier`.',
  })
  work!: string;

  @Field(() => Holding, { nullable: true, description: 'Who has taken it. Null when nobody has.' })
  holder?: Holding | null;

  @Field(() => Boolean, {
    description: 'May you take it, give it to somebody, or give it back? False for what only one person can do.',
  })
  isAssignable!: boolean;

  @Field(() => [Person], {
    description: 'Of a task that you may assign: who may do it now, you included, by name. At most 100.',
  })
  candidates!: Person[];
}

@ObjectType({ description: 'A task in its place in the list.' })
export class TaskEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Task)
  node!: Task;
}

@ObjectType({ description: 'How many tasks each group holds, on all pages.' })
export class TaskCounts {
  @Field(() => Int)
  overdue!: number;

  @Field(() => Int)
  thisWeek!: number;

  @Field(() => Int)
  later!: number;

  @Field(() => Int)
  waitingOnOthers!: number;
}

@ObjectType({ description: 'A page of your tasks: yours by their last day, then those that wait on others.' })
export class TaskConnection {
  @Field(() => [TaskEdge])
  edges!: TaskEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: 'Of all pages. Up to 5,000 proposals are looked at, those unchanged the longest first.',
  })
  totalCount!: number;

  @Field(() => TaskCounts)
  counts!: TaskCounts;
}
