// An auditor's eye on a history: was this approval lawful? It reads recorded events and nothing else, and asks no rule.
import type { EventOf, EventType, RecordedEvent } from '#governance';

interface SignOffSeen {
  by: string;
  finding: string;
  isCurrent: boolean;
}

interface ConcernSeen {
  isOpen: boolean;
  isDissent: boolean;
  severity: string;
}

interface Seen {
  tier: string;
  signOffs: Map<string, SignOffSeen>;
  concerns: Map<string, ConcernSeen>;
  /** What each person ever signed, whatever became of it. */
  signedEver: Map<string, Set<string>>;
  authors: Set<string>;
  conflicted: Set<string>;
  faults: string[];
}

const lose = ({ signOffs }: Seen, { signOff }: { signOff: string }): void => {
  signOffs.get(signOff)!.isCurrent = false;
};

const looks: { [T in EventType]?: (seen: Seen, event: EventOf<T>, who: string) => void } = {
  ProposalDrafted: (seen, { tier }, who) => {
    seen.tier = tier;
    seen.authors.add(who);
  },
  ProposalHandedOver: ({ authors }, { to }) => void authors.add(to.personId),
  TierChanged: (seen, { to }) => {
    seen.tier = to;
  },
  SignOffGiven: ({ signOffs, signedEver }, { signOff, finding }, who) => {
    signOffs.set(signOff, { by: who, finding, isCurrent: true });
    signedEver.set(who, new Set([...(signedEver.get(who) ?? []), signOff]));
  },
  SignOffWithdrawn: lose,
  SignOffMadeStale: lose,
  ConflictDeclared: ({ conflicted }, _, who) => void conflicted.add(who),
  ConcernRaised: ({ concerns }, { concernId, severity }) =>
    void concerns.set(concernId, { isOpen: true, isDissent: false, severity }),
  ConcernAnswered: ({ concerns }, { concernId, disposition }) => {
    const concern = concerns.get(concernId)!;
    const isDissent = concern.severity === 'SUBSTANTIAL' && disposition === 'NOT_ACCEPTED';
    concerns.set(concernId, { ...concern, isOpen: false, isDissent });
  },
  ConcernSettled: ({ concerns }, { concernId, status }) =>
    void concerns.set(concernId, { ...concerns.get(concernId)!, isOpen: false, isDissent: status === 'DISPUTED' }),
  DecisionRecorded: (seen, event, who) => {
    if (event.outcome.startsWith('APPROVED')) seen.faults.push(...faultsOfApproval(seen, event, who));
  },
};

/** What is unlawful about the approvals in this history; empty when all is well. */
export function faultsOf(history: RecordedEvent[]): string[] {
  const seen: Seen = {
    tier: 'T1',
    signOffs: new Map(),
    concerns: new Map(),
    signedEver: new Map(),
    authors: new Set(),
    conflicted: new Set(),
    faults: [],
  };
  for (const event of history) looks[event.type]?.(seen, event as never, event.by.personId);
  return seen.faults;
}

const atEveryTier = ['purpose', 'proportionality', 'privacy_risk'];
const neededAt = (tier: string): string[] =>
  tier === 'T1' ? atEveryTier : [...atEveryTier, 'consultation', 'transparency'];

const faultsOfApproval = (seen: Seen, event: EventOf<'DecisionRecorded'>, decider: string): string[] => [
  ...faultsOfSignOffs(seen, event.outcome),
  ...faultsOfConcerns(seen, event.overruled),
  ...faultsOfPeople(seen, decider),
];

function faultsOfSignOffs({ tier, signOffs }: Seen, outcome: string): string[] {
  const enough = outcome === 'APPROVED' ? ['MET'] : ['MET', 'MET_WITH_CONDITIONS'];
  const isGood = (signOff: SignOffSeen | undefined): boolean =>
    signOff !== undefined && signOff.isCurrent && enough.includes(signOff.finding);
  const missing = neededAt(tier).filter(key => !isGood(signOffs.get(key)));
  return missing.map(key => `${outcome} without ${key}`);
}

const faultsOfConcerns = ({ concerns }: Seen, overruled: string[]): string[] =>
  [...concerns].flatMap(([id, { isOpen, isDissent }]) => {
    if (isOpen) return [`concern ${id} is open`];
    return isDissent && !overruled.includes(id) ? [`dissent ${id} was not overruled by name`] : [];
  });

function faultsOfPeople({ tier, signOffs, signedEver, authors, conflicted }: Seen, decider: string): string[] {
  const isBarred = (who: string): boolean => authors.has(who) || conflicted.has(who);
  const barred = neededAt(tier).filter(key => isBarred(signOffs.get(key)?.by ?? ''));
  const tooMuch = [...signedEver].filter(([, given]) => given.size > 2 || areIncompatible(given));
  return [
    ...barred.map(key => `${key} by an author, or by somebody in conflict`),
    ...tooMuch.map(([who]) => `${who} signed more than one person may`),
    ...(isBarred(decider) || signedEver.has(decider) ? [`${decider} decided and may not`] : []),
  ];
}

const areIncompatible = (given: Set<string>): boolean =>
  given.has('proportionality') && (given.has('purpose') || given.has('transparency'));
