// The hallway without its database: shape, reading, judgement, fold. Ids and the clock count up, so every run is the same.
import {
  catalogue,
  checkShape,
  evolve,
  isProblem,
  judge,
  judgeStart,
  mayActUnread,
  neededFacts,
  notFound,
  proposalIdOf,
  readingOf,
  startsProposal,
  type Actor,
  type Catalogue,
  type Command,
  type CommandOf,
  type CommandType,
  type Continuing,
  type Judgement,
  type LoadedFacts,
  type Problem,
  type Proposal,
  type RecordedEvent,
  type Starting,
} from '#governance';
import { happeningsIn } from './happenings.js';
import { organisations, people } from './people.js';

export interface Asked {
  by: Actor;
  type: CommandType;
  input: unknown;
  facts?: Partial<LoadedFacts>;
}

/** What stands after some commands: a proposal that came about by its history and in no other way. */
export interface Hall {
  proposal?: Proposal;
  history: RecordedEvent[];
  /** How many commands came in, and how many ids were given out. */
  commands: number;
  ids: number;
  catalogue: Catalogue;
}

export interface Recorded {
  hall: Hall;
  events: RecordedEvent[];
}

export const emptyHall = (content: Catalogue = catalogue): Hall => ({
  history: [],
  commands: 0,
  ids: 0,
  catalogue: content,
});

const start = Date.parse('2026-03-02T09:00:00.000Z');
const at = ({ commands }: Hall): string => new Date(start + commands * 60_000).toISOString();

export function handle(hall: Hall, asked: Asked): Recorded | Problem {
  const command = checkShape(asked.type, asked.input);
  if (isProblem(command)) return command;
  const facts = load(command, hall, asked.facts);
  if (!mayProceed(hall, command, asked.by, facts)) return notFound();
  let ids = hall.ids;
  const newId = (): string => `id-${(ids += 1)}`;
  const situation = { actor: asked.by, catalogue: hall.catalogue, facts, at: at(hall), newId };
  const judged = startsProposal(command.type)
    ? judgeStart(command as CommandOf<Starting>, situation)
    : judge(command as CommandOf<Continuing>, { ...situation, proposal: hall.proposal! });
  if (isProblem(judged)) return judged;
  return record({ ...hall, ids }, command, judged);
}

function load(command: Command, hall: Hall, given: Partial<LoadedFacts> = {}): LoadedFacts {
  const { organisationIds, personId, mentions = [], work } = neededFacts(command);
  const found = Object.values(people).find(each => each.personId === personId);
  return {
    organisationIds: organisationIds.filter(id => (organisations as readonly string[]).includes(id)),
    ...(found ? { person: { id: found.personId, organisationId: found.organisationId, roles: found.roles } } : {}),
    mentioned: Object.values(people).filter(each => mentions.includes(each.personId)),
    ...(work ? { clock: happeningsIn(hall), colleagues: Object.values(people) } : {}),
    authorHasLeft: false,
    ...given,
  };
}

function mayProceed({ proposal }: Hall, command: Command, actor: Actor, facts: LoadedFacts): boolean {
  if (startsProposal(command.type)) {
    if (command.type !== 'DraftProposal' || !command.copyOf) return true;
    return facts.copyOf !== undefined && readingOf(actor, facts.copyOf)?.extent === 'whole';
  }
  if (!proposal || proposalIdOf(command) !== proposal.id) return false;
  return readingOf(actor, proposal) !== undefined || mayActUnread(actor, command.type, proposal, facts);
}

function record(hall: Hall, { type }: Command, { by, events: decided }: Judgement): Recorded {
  const { proposal: before } = hall;
  const version = before ? before.version + (type === 'Comment' ? 0 : 1) : 1;
  const circumstances = { proposalId: before?.id ?? 'proposal-1', by, at: at(hall), version };
  const events = decided.map((event): RecordedEvent => ({ ...event, ...circumstances }));
  const proposal = events.reduce<Proposal | undefined>(evolve, before)!;
  return { events, hall: { ...hall, proposal, history: [...hall.history, ...events], commands: hall.commands + 1 } };
}
