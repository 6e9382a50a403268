// Acts that one person did many times in a row, such as linking thirteen ways to sign in, as one line. Only of the kinds of which the
// number says what there is to say: a concern, a sign-off or a decision always stands by itself.
import { manyDid } from './sentence.words.js';

interface Act {
  type: string;
  role: string;
  reference: string | null;
  payload: unknown;
  actor: { id: string };
}

export interface Alike<Entry> {
  entries: Entry[];
  /** What they were together, where they are more than one line’s worth: “gave 13 people a way to sign in”. */
  did?: string;
}

/** Fewer are as quickly read as opened. */
const FEWEST = 3;

export function foldAlike<Entry extends Act>(entries: readonly Entry[]): Alike<Entry>[] {
  return runsOf(entries).flatMap((run): Alike<Entry>[] => {
    const tell = manyDid[run[0]!.type];
    if (!tell || run.length < FEWEST) return run.map(entry => ({ entries: [entry] }));
    return [{ entries: run, did: tell(new Set(run.map(subjectOf)).size) }];
  });
}

function runsOf<Entry extends Act>(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && isAlike(run[0]!, entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

const isAlike = (one: Act, other: Act): boolean =>
  one.type === other.type &&
  one.actor.id === other.actor.id &&
  one.role === other.role &&
  one.reference === other.reference;

/** What it was done to, so that two ways to sign in of one person do not count as two people; else the act counts. */
function subjectOf(act: Act): unknown {
  const { personId, questionId } = (act.payload ?? {}) as { personId?: unknown; questionId?: unknown };
  return personId ?? questionId ?? act;
}
