// The first of a command's two statements: the proposal locked, the receipt of this command id, and the facts it declared.
import {
  neededFacts,
  proposalIdOf,
  type Actor,
  type Command,
  type LoadedFacts,
  type NeededFacts,
  type Proposal,
  type RoleHolding,
} from '#governance';
import { run, type PgClient, type Statement } from './connection.js';
import { isUuid, uuidOrNull } from './identifiers.js';
import { findClock } from './queries/happenings.js';
import { isSystem, type Head } from './ledger/index.js';

export interface EarlierReceipt {
  bodyHash: string;
  bodySalt: string;
  firstSequence: number;
  lastSequence: number;
  /** Null when the person cannot read it any more. */
  proposal: Proposal | null;
  number: number;
}

export interface LoadedCommand {
  proposal?: Proposal;
  number?: number;
  head: Head;
  receipt?: EarlierReceipt;
  facts: LoadedFacts;
  /** The actor's roles in force, read behind the lock. */
  roles: RoleHolding[];
}

interface Row {
  content: Proposal | null;
  number: string | null;
  last_sequence: number | null;
  last_hash: Buffer | null;
  receipt: EarlierReceipt | null;
  facts: RawFacts | null;
  roles: RoleHolding[];
}

interface RawFacts {
  organisationIds: string[];
  person: { id: string; organisationId: string; roles: RoleHolding[] } | null;
  copyOf: Proposal | null;
  authorHasLeft: boolean;
}

const statement: Statement = { name: 'load-command', text: 'select * from load_command($1, $2, $3, $4)' };

export async function loadCommand(
  client: PgClient,
  command: Command,
  commandId: string,
  actor: Actor,
): Promise<LoadedCommand> {
  const loaded = await load(client, [actor.personId, commandId, uuidOrNull(proposalIdOf(command)), needed(command)]);
  if (!loaded.proposal) return loaded;
  const further = await findFurther(client, loaded.proposal, neededFacts(command));
  return { ...loaded, facts: { ...loaded.facts, ...further } };
}

/** What takes statements of its own, of which most commands need none. */
async function findFurther(
  client: PgClient,
  proposal: Proposal,
  { mentions = [], work }: NeededFacts,
): Promise<Partial<LoadedFacts>> {
  if (work) return findWork(client, proposal, work);
  return mentions.length > 0 ? { mentioned: await findActors(client, mentions) } : {};
}

const actors: Statement = {
  name: 'actors-by-id',
  text: `select p.id as "personId", p.organisation_id as "organisationId", '' as "organisationName", held_roles(p.id) as roles
    from person p where p.id = any ($1::uuid[])`,
};

const findActors = (client: PgClient, ids: readonly string[]): Promise<Actor[]> =>
  run<Actor>(client, actors, [ids.filter(id => isUuid(id) && !isSystem(id))]);

/** Who holds a piece of work counts for what they may do now: asked behind the lock, like the actor's own roles. */
async function findWork(client: PgClient, { id, assignments = [] }: Proposal, { to }: { to: string | undefined }) {
  const people = [...assignments.map(each => each.to.personId), ...(to === undefined ? [] : [to])];
  return { clock: await findClock(client, id), colleagues: await findActors(client, people) };
}

/** For what is no command of the rules and has to take its turn on a proposal nevertheless. */
export const loadProposal = (
  client: PgClient,
  proposalId: string,
  commandId: string,
  actor: Actor,
): Promise<LoadedCommand> => load(client, [actor.personId, commandId, proposalId, null]);

async function load(client: PgClient, values: (string | null)[]): Promise<LoadedCommand> {
  const [row] = await run<Row>(client, statement, values);
  if (!row) throw new Error('load_command answered with no row.');
  const { content, number, last_sequence, last_hash, receipt, facts, roles } = row;
  return {
    ...(content ? { proposal: content, number: Number(number) } : {}),
    head: { sequence: last_sequence ?? 0, hash: last_hash },
    ...(receipt ? { receipt } : {}),
    roles,
    facts: {
      organisationIds: facts?.organisationIds ?? [],
      authorHasLeft: facts?.authorHasLeft ?? false,
      ...(facts?.person ? { person: facts.person } : {}),
      ...(facts?.copyOf ? { copyOf: facts.copyOf } : {}),
    },
  };
}

/** Null when the command declared nothing, so that the statement looks nothing up. */
function needed(command: Command): string | null {
  const { organisationIds, personId, copyOf, author } = neededFacts(command);
  if (organisationIds.length === 0 && !personId && !copyOf && !author) return null;
  return JSON.stringify({
    organisationIds: organisationIds.filter(id => isUuid(id) && !isSystem(id)),
    personId: uuidOrNull(personId),
    copyOf: uuidOrNull(copyOf),
    author,
  });
}
