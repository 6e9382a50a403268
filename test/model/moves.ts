// What can be tried in a random sequence: a closed list of moves, each small enough for a simple model to follow.

export type Finding = 'MET' | 'MET_WITH_CONDITIONS' | 'NOT_MET';
export const signOffs = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'] as const;
export type SignOff = (typeof signOffs)[number];

/** The changes of a dossier that are tried; what each of them means is said in the model and in `sent.ts`, apart. */
export const edits = [
  'title',
  'purpose',
  'item',
  'recipient',
  'noRecipients',
  'retention',
  'route',
  'risk',
  'children',
  'more people',
  'PM-1 gap',
  'PM-1',
  'PR-10 gap',
  'PR-10',
  'RK-2 gap',
  'RK-2',
  'RK-9 gap',
  'RK-9',
  'RK-17 very high',
  'RK-17',
  'CN-1 gap',
  'CN-1',
  'TC-1 gap',
  'TC-1',
  'rung 5',
  'rung 1',
  'explain alternatives',
] as const;
export type Edit = (typeof edits)[number];

/** What a condition is about, and how firm it is. */
export interface Promise_ {
  about: string;
  precedent: boolean;
  dated: boolean;
  owned: boolean;
}

interface Moves {
  submit: object;
  revise: { edit: Edit };
  sign: { key: string; finding: Finding; promise?: Promise_ };
  unsign: { key: string };
  raise: { severity: 'MINOR' | 'MODERATE' | 'SUBSTANTIAL'; audience: 'PARTIES' | 'REVIEWERS' };
  answer: { concern: number; disposition: 'ACCEPTED' | 'PARTLY_ACCEPTED' | 'NOT_ACCEPTED' };
  settle: { concern: number; outcome: 'OPEN' | 'ANSWERED' | 'SETTLED' | 'DISPUTED' | 'WITHDRAWN' };
  decide: {
    outcome: 'APPROVED' | 'APPROVED_WITH_CONDITIONS' | 'RETURNED' | 'DECLINED' | 'REDIRECTED';
    overrules: boolean;
    promise?: Promise_;
    wouldChangeIt: boolean;
    answers: boolean;
  };
  conflict: object;
  propose: object;
  raiseTier: { tier: 'T1' | 'T2' | 'T3' | 'U' };
  relevance: { question: 'PM-1' | 'RK-2'; relevant: boolean };
  withdraw: object;
  handOver: object;
}

/** `stale`: sent with a version that is no longer the proposal's; `blank`: with a needed text left blank. */
interface Manner {
  by: string;
  stale?: boolean;
  blank?: boolean;
}

export type Move = { [M in keyof Moves]: Manner & { do: M } & Moves[M] }[keyof Moves];
export type MoveOf<M extends keyof Moves> = Extract<Move, { do: M }>;
