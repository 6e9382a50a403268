// The tasks of somebody over all proposals: outlines and clocks for finding and ordering them, whole proposals for the page alone.
import {
  catalogueFor,
  clockOf,
  holdersAt,
  orderKey,
  submissionBlockers,
  tasksOf,
  type Actor,
  type Proposal,
  type Task,
} from '#governance';
import { decodeCursor, encodeCursor, findProposals, keyPatterns, listWork, type Page, type ProposalSeen } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';

export interface TaskSeen {
  task: Task;
  seen: ProposalSeen;
}

/** All of them, in their order; the proposals without their dossiers. */
export async function findTasks(context: RequestContext): Promise<TaskSeen[]> {
  const candidates = await listWork(context.dataSource, actorOf(context));
  const tasks = (await Promise.all(candidates.map(seen => tasksIn(seen, context)))).flat();
  return tasks.map(each => ({ ...each, key: orderKey(each.task) })).sort((one, other) => compare(one.key, other.key));
}

/** The clocks of all proposals are asked for at once. */
async function tasksIn(seen: ProposalSeen, context: RequestContext): Promise<TaskSeen[]> {
  const { proposal } = seen;
  const clock = clockOf(await context.loaders.clocks.load(proposal.id));
  const colleagues = await holdersOf(proposal, context);
  return tasksOf(actorOf(context), proposal, clock, colleagues).map(task => ({ task, seen }));
}

/** Those who hold roles where somebody has taken anything of it; asked for only where somebody has. */
export const holdersOf = async (proposal: Proposal, { loaders }: RequestContext): Promise<Actor[]> =>
  (await Promise.all(holdersAt(proposal).map(id => loaders.holders.load(id)))).flat();

const compare = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const waits = /^[01]$/;

/** A cursor says after which key to go on, so it holds although its task has been done meanwhile. */
export function pageOfTasks(
  tasks: readonly TaskSeen[],
  first: number,
  after: string | null | undefined,
): Page<TaskSeen> {
  const key = decodeCursor(after, [waits, day, keyPatterns.instant, keyPatterns.name]);
  const isAfter = ({ task }: TaskSeen): boolean => key[0] === null || compare(orderKey(task), key as string[]) > 0;
  const rest = tasks.filter(isAfter);
  const items = rest.slice(0, first).map(item => ({ cursor: encodeCursor(orderKey(item.task)), item }));
  return { items, hasNextPage: rest.length > first };
}

/** The page's proposals with their dossiers, which is where it is seen whether a draft can be submitted. */
export async function withDossiers(page: Page<TaskSeen>, context: RequestContext): Promise<Page<TaskSeen>> {
  const ids = [...new Set(page.items.map(({ item }) => item.seen.proposal.id))];
  const found = await findProposals(context.dataSource, actorOf(context), ids);
  const whole = new Map(found.map(seen => [seen.proposal.id, seen]));
  const items = page.items.flatMap(({ cursor, item: { task } }) => {
    const seen = whole.get(task.proposalId);
    return seen ? [{ cursor, item: { task: asItStands(task, seen), seen } }] : [];
  });
  return { ...page, items };
}

/** A draft that lacks nothing is to be submitted. */
export const asItStands = (task: Task, { proposal }: ProposalSeen): Task =>
  task.kind === 'REVISE' && submissionBlockers(catalogueFor(proposal), proposal).length === 0
    ? { ...task, kind: 'SUBMIT' }
    : task;
