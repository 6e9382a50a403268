// What can be wrong with evidence: each kind with the layer that finds it and the attacks it is the mark of, by their numbers in the
// tamper catalogue (docs/verifying.md). Several attacks leave one mark where the bytes cannot tell them apart.

/** L1 form · L2 leaves, chains and root · L3 signature · L4 what is known from outside · L5 witnesses · L6 replay · L7 rows. */
export const layers = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'] as const;
export type Layer = (typeof layers)[number];

const kind = (layer: Layer, ...attacks: string[]) => ({ layer, attacks });

export const kinds = {
  'file-differs': kind('L1', 'T1', 'T13'),
  'not-canonical': kind('L1', 'T24', 'T27'),
  'number-too-large': kind('L1', 'T28'),
  'entry-misplaced': kind('L1', 'T10'),
  'checkpoint-malformed': kind('L1', 'T24'),
  'entry-altered': kind('L2', 'T1', 'T2', 'T3', 'T4', 'T27'),
  'entry-missing': kind('L2', 'T5'),
  'entry-removed': kind('L2', 'T6'),
  'entries-swapped': kind('L2', 'T7'),
  'entry-inserted': kind('L2', 'T8'),
  'entry-repeated': kind('L2', 'T9'),
  'entry-moved': kind('L2', 'T10'),
  'chain-broken': kind('L2', 'T5', 'T6', 'T8', 'T9', 'T10', 'T11'),
  'tree-differs': kind('L2', 'T11', 'T12'),
  'tree-cut': kind('L2', 'T13'),
  'tree-too-long': kind('L2', 'T8', 'T9', 'T13'),
  'origin-wrong': kind('L3', 'T17'),
  'signature-missing': kind('L3', 'T18', 'T21'),
  'signature-by-other-key': kind('L3', 'T18', 'T19'),
  'signature-wrong': kind('L3', 'T12', 'T21'),
  'size-altered': kind('L3', 'T20'),
  'key-succession-wrong': kind('L3', 'T19'),
  'rolled-back': kind('L4', 'T14'),
  forked: kind('L4', 'T15', 'T16'),
  'proof-wrong': kind('L4', 'T25', 'T26'),
  'history-lost': kind('L4', 'T14', 'T15'),
  'loss-misdeclared': kind('L4', 'T15', 'T19'),
  'receipt-contradicted': kind('L4', 'T11', 'T12', 'T15', 'T16'),
  'cosignatures-missing': kind('L5', 'T22'),
  'cosignatures-stale': kind('L5', 'T23'),
  'cosignature-wrong': kind('L5', 'T22'),
  'definition-altered': kind('L6', 'T29'),
  'history-unlawful': kind('L6', 'T32'),
  'history-senseless': kind('L6', 'T32'),
  'time-runs-back': kind('L6', 'T3', 'T8'),
  'words-altered': kind('L7', 'T27', 'T31'),
  'words-lost': kind('L7', 'T31'),
  'words-kept': kind('L7', 'T31'),
  'state-differs': kind('L7', 'T30'),
} as const;
export type FindingKind = keyof typeof kinds;

export interface Place {
  file: string;
  /** Of the entry in the whole ledger. */
  index?: number;
  stream?: string;
  sequence?: number;
}

export interface Finding extends Place {
  kind: FindingKind;
  layer: Layer;
  /** Numbers of the tamper catalogue. */
  attacks: readonly string[];
  /** A sentence. */
  what: string;
}

export const finding = (of: FindingKind, place: Place, what: string): Finding => ({
  ...place,
  ...kinds[of],
  kind: of,
  what,
});

/** The evidence cannot be judged: something is missing, unreadable, or newer than this release. The message says what to do. */
export class CannotJudge extends Error {}
