// The verdict, for programs and for people: what was found, and what no examination of this evidence can exclude.
import { bundleFormat } from '#ledger';
import type { Finding } from './finding.js';
import type { LossEntry } from './layers/keys.js';
import { lossSentence } from './layers/losses.js';
import type { Judged } from './verify-bundle.js';
import type { JudgedReceipt } from './verify-receipt.js';

export type Exit = 0 | 1 | 2;

export interface Verdict {
  format: string;
  verdict: 'verified' | 'tampered' | 'history lost' | 'cannot be judged';
  exit: Exit;
  /** One sentence. */
  says: string;
  finding?: Finding;
  /** Why nothing can be said. */
  reason?: string;
  seen?: Record<string, number | boolean | string>;
  erased?: { index: number; path: string; by: number; isAgain: boolean }[];
  /** What the log itself declares lost, a sentence each. */
  lost?: string[];
  cannotExclude: string[];
}

/** What the auditor brought along besides the key. */
export interface Brought {
  anchors: number;
  witnesses: boolean;
}

const always = [
  'that something false was written down as if it were true: the ledger shows who said what, not that it is so',
  'what happened after the checkpoint, or was never recorded at all',
];

const unanchored =
  'a rollback to an older genuine checkpoint, or a split view with another history shown to somebody else: for that, bring a ' +
  'checkpoint or a receipt that somebody kept (--known, --receipt), or ask for witnesses (--witness)';
const unwitnessed =
  'a split view that began after what you brought along: a quorum of witnesses (--witness) would show it';

const erasedAgain =
  'that words which were erased again after a restore had been erased before by somebody who may: the entry that said so was lost, ' +
  'and Assent says itself that there was one';

const limits = ({ anchors, witnesses }: Brought): string[] =>
  witnesses ? always : [anchors > 0 ? unwitnessed : unanchored, ...always];

const base = { format: 'assent-verdict/1' };

function lawful(approvals: number): string {
  if (approvals === 0) return 'no approval is among them';
  return approvals === 1
    ? 'the one approval was lawful'
    : `each of the ${approvals.toLocaleString('en-NZ')} approvals was lawful`;
}

export function verdictOn({ finding, size, streams, replayed, losses = [] }: Judged, brought: Brought): Verdict {
  if (finding) return bad(finding, limits(brought));
  const { proposals = 0, approvals = 0, withWords = false, erased = [] } = replayed ?? {};
  const words = withWords
    ? []
    : ['that texts and names are those that the entries commit to: this bundle was written without words'];
  return {
    ...base,
    ...{ verdict: 'verified', exit: 0 },
    says: `All ${size.toLocaleString('en-NZ')} entries are those that were signed, and ${lawful(approvals)}.`,
    seen: { format: bundleFormat, entries: size, streams, proposals, approvals, withWords, erased: erased.length },
    erased: erased.map(({ index, path, by, isAgain }) => ({ index, path, by, isAgain })),
    ...(losses.length === 0 ? {} : { lost: losses.map(lossSentence) }),
    cannotExclude: [
      ...words,
      ...(erased.some(({ isAgain }) => isAgain) ? [erasedAgain] : []),
      ...losses.map(lostFor),
      ...limits(brought),
    ],
  };
}

export function verdictOnReceipt({ finding, entry, size = 0 }: JudgedReceipt): Verdict {
  const cannotExclude = [
    'that another history was shown to somebody else: compare the checkpoints, or ask for witnesses',
    ...always,
  ];
  if (finding || !entry) return bad(finding!, cannotExclude);
  const { type, by, at, index, stream } = entry;
  return {
    ...base,
    ...{ verdict: 'verified', exit: 0 },
    says: `The log signed a history of ${size} entries in which number ${index} is ${type} of ${stream}, by ${by.person} as ${by.role} on ${at}.`,
    seen: { index, type, stream, person: by.person, role: by.role, at, size },
    cannotExclude,
  };
}

const lostFor = ({ place, from }: LossEntry): string =>
  `that the history of ${from.name} which entry ${place.index} declares lost held whatever it did, and was lost in another way than is said`;

const bad = (finding: Finding, cannotExclude: string[]): Verdict => ({
  ...base,
  ...(finding.kind === 'history-lost'
    ? { verdict: 'history lost', exit: 1, says: `This is no continuation of what was kept: ${finding.what}` }
    : {
        ...{ verdict: 'tampered', exit: 1 },
        says: `This evidence is not what was signed, or not what it claims to be: ${finding.what}`,
      }),
  finding,
  cannotExclude,
});

export const unjudged = (reason: string): Verdict => ({
  ...base,
  ...{ verdict: 'cannot be judged', exit: 2, says: reason, reason, cannotExclude: ['anything: nothing was judged'] },
});

const headings = {
  verified: 'VERIFIED',
  tampered: 'TAMPERED',
  'history lost': 'HISTORY LOST',
  'cannot be judged': 'CANNOT BE JUDGED',
} as const;

/** For people. */
export function inWords({ verdict, says, finding, seen, erased = [], lost = [], cannotExclude }: Verdict): string {
  const place = finding && [
    `  where    ${[finding.file, ...placeOf(finding)].join(', ')}`,
    `  layer    ${finding.layer}`,
    `  mark of  ${finding.kind} (${finding.attacks.join(', ')} of docs/verifying.md)`,
  ];
  const facts = Object.entries(seen ?? {}).map(([name, value]) => `  ${name.padEnd(10)}${value}`);
  const gone = erased.map(
    ({ index, path, by, isAgain }) =>
      `  words of entry ${index} at ${path || 'the top'}: erased by entry ${by}${isAgain ? ', again after a restore' : ''}`,
  );
  const open = ['What this cannot exclude:', ...cannotExclude.map(each => `  - ${each}`)];
  return [
    `${headings[verdict]}. ${says}`,
    ...(place ?? []),
    ...facts,
    ...gone,
    ...lost.map(each => `  ${each}`),
    '',
    ...open,
  ].join('\n');
}

const placeOf = ({ index, stream, sequence }: Finding): string[] => [
  ...(index === undefined ? [] : [`entry ${index}`]),
  ...(stream === undefined ? [] : [sequence === undefined ? stream : `number ${sequence} of ${stream}`]),
];
