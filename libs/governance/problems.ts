// Every way a command can be refused, as data. No sentences here: the words stand in one catalogue at the edge.

export type ProblemKind = 'INVALID' | 'DENIED' | 'NOT_FOUND' | 'BLOCKED' | 'CONFLICT';

/** What each code means is said to people by the message catalogue of the api. */
export const problemCodes = {
  INVALID: ['malformed'],
  NOT_FOUND: ['not-found'],
  DENIED: ['not-permitted', 'separation-of-duties', 'conflict-of-interest'],
  CONFLICT: ['stale-version', 'already-given', 'already-taken', 'command-id-used'],
  BLOCKED: [
    'wrong-state',
    'use-urgent-lane',
    'incomplete',
    'not-ready',
    'not-required',
    'not-higher',
    'already-invited',
    'already-met',
    'already-said',
    'no-evidence',
    'separation-of-duties',
    'separate-confirmation',
    'name-taken',
    'role-overlaps',
    'already-ended',
    'already-revoked',
    'identity-linked',
    'already-unlinked',
    'last-administrator',
    'already-erased',
    'not-waiting',
    'one-persons-own',
    'not-taken',
    'already-theirs',
    'not-theirs',
  ],
} as const;

/** Why something is not possible yet; `subject` is a question id, a section, `concern:<id>`, `signOff:<key>`, `role:<id>` … */
export const blockerCodes = [
  'wrong-state',
  'use-urgent-lane',
  'not-required',
  'not-higher',
  'already-invited',
  'already-met',
  'already-said',
  'no-evidence',
  'separate-confirmation',
  'separation-of-duties',
  'conflict-of-interest',
  'role-missing',
  'already-given',
  'section-empty',
  'identifiability-missing',
  'identifiability-understated',
  'question-unanswered',
  'question-gap',
  'question-failing',
  'ladder',
  'sign-off-missing',
  'sign-off-stale',
  'sign-off-not-met',
  'sign-off-conditional',
  'concern-open',
  'concern-not-overruled',
  'conditions-missing',
  'would-change-it-missing',
  'name-taken',
  'role-overlaps',
  'already-ended',
  'already-revoked',
  'identity-linked',
  'already-unlinked',
  'last-administrator',
  'already-erased',
  'words-erased',
  'checklist-no',
  'not-waiting',
  'one-persons-own',
  'not-taken',
  'already-theirs',
  'already-taken',
  'taker-lacks-role',
  'taker-had-a-part',
  'taker-in-conflict',
] as const;
export type BlockerCode = (typeof blockerCodes)[number];

export interface Blocker {
  code: BlockerCode;
  subject?: string;
}

/** One offending place of an INVALID: a dotted path of the input and a code that the edge has words for. */
export interface Fault {
  path: string;
  code: FaultCode;
  /** A bound, an option list: what a remedy has to name. Never the person's own text. */
  expected?: string;
}

export const faultCodes = [
  'required',
  'blank',
  'too-long',
  'too-many',
  'too-deep',
  'control-characters',
  'wrong-type',
  'not-an-option',
  'out-of-range',
  'unknown-key',
  'unknown-question',
  'unknown-fact',
  'unknown-sign-off',
  'unknown-work',
  'unknown-organisation',
  'unknown-person',
  'unknown-concern',
  'unknown-purpose',
  'computed',
  'wrong-shape',
  'value-or-gap',
  'duplicate',
  'not-accepted-here',
  'unknown-path',
  'not-asked',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface Problem {
  kind: ProblemKind;
  code: string;
  faults: Fault[];
  blockers: Blocker[];
}

const problem = (kind: ProblemKind, code: string, faults: Fault[] = [], blockers: Blocker[] = []): Problem => ({
  kind,
  code,
  faults,
  blockers,
});

export const invalid = (...faults: Fault[]): Problem => problem('INVALID', 'malformed', faults);
export const notFound = (): Problem => problem('NOT_FOUND', 'not-found');
export const denied = (code: (typeof problemCodes.DENIED)[number] = 'not-permitted'): Problem =>
  problem('DENIED', code);
export const conflict = (code: (typeof problemCodes.CONFLICT)[number], ...blockers: Blocker[]): Problem =>
  problem('CONFLICT', code, [], blockers);
export const blocked = (code: (typeof problemCodes.BLOCKED)[number], ...blockers: Blocker[]): Problem =>
  problem('BLOCKED', code, [], blockers);

/** A refusal with a single reason that is its own code. */
export const blockedBy = (code: (typeof problemCodes.BLOCKED)[number] & BlockerCode, subject?: string): Problem =>
  blocked(code, { code, subject });

export const isProblem = (outcome: unknown): outcome is Problem =>
  typeof outcome === 'object' && outcome !== null && 'kind' in outcome && 'blockers' in outcome;
