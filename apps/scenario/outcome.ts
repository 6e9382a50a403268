// What came of a command: a Receipt, a Problem, a refusal of GraphQL or HTTP, or that it could not be sent at all.
// Whether that is what the case expects is judged here too, by comparing only.
import type { Refusal } from './case-file.js';
import type { Rejection } from './client.js';
import type { Made } from './made.js';
import { subjectOf } from './references.js';

export interface Receipt {
  proposal: { id: string; version: number };
  entries: { type: string; payload: unknown }[];
}

export interface Problem {
  kind: string;
  code: string;
  message: string;
  path: string[] | null;
  blockers: { code: string; message: string; subject: string | null }[];
}

export type Outcome = { receipt: Receipt } | { problem: Problem } | { rejected: Rejection } | { unresolved: string };

/** What the Problem is about: the places of an INVALID, the blockers' subjects of every other kind. */
export function subjectsOf(problem: Problem): string[] {
  if (problem.kind === 'INVALID') return problem.path ?? [];
  return [...new Set(problem.blockers.flatMap(blocker => blocker.subject ?? []))];
}

/** True when the outcome is exactly what the step expects: a Receipt, or a Problem of this kind about these subjects. */
export function meets(outcome: Outcome, expected: Refusal | undefined, made: Made): boolean {
  if (!expected) return 'receipt' in outcome;
  if (!('problem' in outcome)) return false;
  const { problem } = outcome;
  const subjects = subjectsOf(problem);
  return (
    problem.kind === expected.refused &&
    (expected.code === undefined || problem.code === expected.code) &&
    (expected.subjects ?? []).every(subject => subjects.includes(subjectOf(subject, made))) &&
    !(expected.notSubjects ?? []).some(subject => subjects.includes(subjectOf(subject, made)))
  );
}

/** `refused BLOCKED: signOff:purpose, concern:@C-1`, or without subjects `refused DENIED separation-of-duties`. */
export function outcomeText(outcome: Outcome, made: Made): string {
  if ('receipt' in outcome) return 'a Receipt';
  if ('unresolved' in outcome) return `not sent: ${outcome.unresolved}`;
  if ('rejected' in outcome) return `refused outright ${outcome.rejected.code}: ${outcome.rejected.message}`;
  const { problem } = outcome;
  const subjects = subjectsOf(problem).map(subject => made.readable(subject));
  return `refused ${problem.kind}${subjects.length ? `: ${subjects.join(', ')}` : ` ${problem.code}`}`;
}

/** `refused BLOCKED wrong-state: PM-2; not about PM-1`. */
export function expectationText(expected: Refusal | undefined): string {
  if (!expected) return 'a Receipt';
  const { refused, code, subjects = [], notSubjects = [] } = expected;
  const about = subjects.length ? `: ${subjects.join(', ')}` : '';
  const not = notSubjects.length ? `; not about ${notSubjects.join(', ')}` : '';
  return `refused ${[refused, code].filter(Boolean).join(' ')}${about}${not}`;
}
