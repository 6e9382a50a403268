// Compares what a look expects with what the persona saw, key by key. Nothing is read here and nothing is decided.
import type { Check } from './case-file.js';
import type { Made } from './made.js';
import type { Concern, Read } from './read.js';
import { Unresolved, concernId } from './references.js';

/** One line of the table: what was expected, what was seen, and whether they agree. */
export interface Expectation {
  what: string;
  expected: string;
  seen: string;
  met: boolean;
}

interface SignOff {
  key: string;
  status: string;
  finding: string | null;
  staleBecause: string[];
}

export interface SeenProposal {
  version: number;
  state?: string;
  tier?: string;
  revision?: number;
  signOffs?: SignOff[];
  concerns?: { totalCount: number };
  conditions?: { metAt: string | null }[];
  availableCommands?: { command: string; allowed: boolean }[];
}

/** `unreadable` is the answer for a proposal that this persona may not read; `unseen` says why nothing could be read. */
export interface Seen {
  proposal?: SeenProposal;
  unreadable?: true;
  unseen?: string;
  concerns?: Read<Concern[]>;
  history?: Read<{ type: string }[]>;
  preview?: Read<{ becomesStale: string[]; stays: string[] }>;
}

type Compare = (check: Check, proposal: SeenProposal, seen: Seen, made: Made) => Expectation[];

const comparisons: Record<Exclude<keyof Check, 'canRead'>, Compare> = {
  state: (check, proposal) => [equal('state', check.state, proposal.state)],
  tier: (check, proposal) => [equal('tier', check.tier, proposal.tier)],
  revision: (check, proposal) => [equal('revision', check.revision, proposal.revision)],
  signOffs: (check, proposal) => entries(check.signOffs).map(([key, wanted]) => signOff(key, wanted, proposal)),
  concerns: (check, _, seen, made) =>
    entries(check.concerns).map(([name, wanted]) => concern(name, wanted, seen, made)),
  sees: (check, proposal) => [equal('sees.concerns', check.sees?.concerns, proposal.concerns?.totalCount)],
  conditionsOpen: (check, proposal) => [equal('conditionsOpen', check.conditionsOpen, openConditions(proposal))],
  available: (check, proposal) => entries(check.available).map(([name, wanted]) => available(name, wanted, proposal)),
  history: (check, _, seen) => [history(check.history ?? [], seen)],
  preview: (check, _, seen) => preview(check, seen),
};

/** One expectation, or more, for each key of the check, in the order of the file. */
export function compare(check: Check, seen: Seen, made: Made): Expectation[] {
  return (Object.keys(check) as (keyof Check)[]).flatMap(key => {
    if (key === 'canRead') return [canRead(check.canRead === true, seen)];
    if (seen.proposal) return comparisons[key](check, seen.proposal, seen, made);
    const seenText = seen.unseen ?? cannotRead;
    return [{ what: key, expected: summary(check[key]), seen: seenText, met: false }];
  });
}

const cannotRead = 'may not read the proposal';

function canRead(wanted: boolean, seen: Seen): Expectation {
  const text = seen.unseen ?? (seen.proposal ? 'can read it' : cannotRead);
  const met = wanted ? seen.proposal !== undefined : seen.unreadable === true;
  return { what: 'canRead', expected: wanted ? 'can read it' : cannotRead, seen: text, met };
}

function equal(what: string, expected: unknown, seen: unknown): Expectation {
  return { what, expected: readable(expected), seen: readable(seen), met: expected === seen };
}

type WantedSignOff = NonNullable<Check['signOffs']>[string];

function signOff(key: string, wanted: WantedSignOff, proposal: SeenProposal): Expectation {
  const found = proposal.signOffs?.find(candidate => candidate.key === key);
  const what = `signOffs.${key}`;
  if (!found) return { what, expected: parts(wanted), seen: 'not required', met: false };
  const causes = (wanted.staleBecause ?? []).every(prefix => found.staleBecause.some(path => path.startsWith(prefix)));
  const met = same(wanted.status, found.status) && same(wanted.finding, found.finding) && causes;
  return { what, expected: parts(wanted), seen: parts(pick(found, wanted)), met };
}

type WantedConcern = NonNullable<Check['concerns']>[string];

function concern(name: string, wanted: WantedConcern, seen: Seen, made: Made): Expectation {
  const what = `concerns.${name}`;
  const expected = parts(wanted) || 'visible';
  try {
    const id = concernId(name, made);
    const found = seen.concerns?.value?.find(candidate => candidate.id === id);
    if (!found) return { what, expected, seen: whyMissing(seen.concerns) ?? 'not visible', met: false };
    const met = same(wanted.status, found.status) && same(wanted.disposition, found.disposition);
    return { what, expected, seen: parts(pick(found, wanted)) || 'visible', met };
  } catch (error) {
    if (error instanceof Unresolved) return { what, expected, seen: error.message, met: false };
    throw error;
  }
}

function openConditions(proposal: SeenProposal): number | undefined {
  return proposal.conditions?.filter(condition => !condition.metAt).length;
}

function available(command: string, wanted: boolean | undefined, proposal: SeenProposal): Expectation {
  const allowed = proposal.availableCommands?.some(listed => listed.command === command && listed.allowed) ?? false;
  return equal(`available.${command}`, wanted, allowed);
}

function history(wanted: string[], seen: Seen): Expectation {
  const types = seen.history?.value?.map(entry => entry.type);
  const text = types?.join(', ') || (whyMissing(seen.history) ?? 'nothing');
  return {
    what: 'history',
    expected: wanted.join(', '),
    seen: text,
    met: types !== undefined && inOrder(wanted, types),
  };
}

/** True when all of wanted occur in this order; others may stand between them. */
export function inOrder(wanted: string[], types: string[]): boolean {
  const left = [...wanted];
  for (const type of types) if (type === left[0]) left.shift();
  return left.length === 0;
}

function preview(check: Check, seen: Seen): Expectation[] {
  const lists = (['becomesStale', 'stays'] as const).filter(list => check.preview?.[list]);
  return lists.map(list => {
    const wanted = check.preview?.[list] ?? [];
    const keys = seen.preview?.value?.[list];
    const text = keys ? setText(keys) : (whyMissing(seen.preview) ?? 'nothing');
    const met = keys !== undefined && setText(keys) === setText(wanted);
    return { what: `preview.${list}`, expected: setText(wanted), seen: text, met };
  });
}

const setText = (keys: string[]): string => [...new Set(keys)].sort().join(', ') || 'none';

function whyMissing(answer: Read<unknown> | undefined): string | undefined {
  return answer?.rejected && `refused outright ${answer.rejected.code}: ${answer.rejected.message}`;
}

const same = (wanted: unknown, found: unknown): boolean => wanted === undefined || wanted === found;

function pick(found: object, wanted: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(wanted).map(key => [key, (found as Record<string, unknown>)[key]]));
}

/** `status STALE, staleBecause dataItems`. */
function parts(fields: object): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key} ${readable(value)}`)
    .join(', ');
}

function readable(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Of something with parts, only their names: what they hold cannot be compared when nothing was seen. */
function summary(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).join(', ')
    : readable(value);
}

function entries<T>(record: Partial<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(record ?? {}) as [string, T][];
}
