// After a refusal: what the page shows is asked for anew, so that the next try is made on what is so now; and where somebody else was
// faster, it is said what they did.
import { client } from './client.js';
import { newsSince } from './latest-news.js';
import { askAgain } from './live-queries.js';
import type { Problem } from './problem.js';
import { appWords } from './words.js';

interface Tried {
  proposalId?: unknown;
  expectedVersion?: unknown;
}

const LONGEST_MS = 3_000;

/** Refusals that depend on how the proposal stands. */
const ofStanding: ReadonlySet<Problem['kind']> = new Set(['CONFLICT', 'BLOCKED', 'DENIED', 'NOT_FOUND']);

/** The problem as it is to be told. */
export async function afterRefusal(problem: Problem, tried: object, me: string): Promise<Problem> {
  const { proposalId, expectedVersion }: Tried = tried;
  if (typeof proposalId !== 'string' || !ofStanding.has(problem.kind)) return problem;
  const asked = askAgain(operation => client.reexecuteOperation(operation), [proposalId]);
  if (problem.code !== 'stale-version' || typeof expectedVersion !== 'number') return problem;
  const news = await newsSince({ proposalId, me }, expectedVersion);
  // So that the next try carries the new version. Nobody is kept from being told by an answer that does not come.
  await Promise.race([asked, new Promise(resolve => setTimeout(resolve, LONGEST_MS))]);
  return { ...problem, message: appWords.meanwhile(news) };
}
