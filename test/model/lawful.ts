// An auditor's eye on a history: was this approval lawful? It reads recorded events and nothing else, and asks no rule.
import type { RecordedEvent } from '#governance';

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

const needed = { T1: ['purpose', 'proportionality', 'privacy_risk'], more: ['consultation', 'transparency'] };

/** What is unlawful about the approvals in this history; empty when all is well. */
export function faultsOf(history: RecordedEvent[]): string[] {
  const signOffs = new Map<string, SignOffSeen>();
  const concerns = new Map<string, ConcernSeen>();
  const signedEver = new Map<string, Set<string>>();
  const authors = new Set<string>();
  const conflicted = new Set<string>();
  let tier = 'T1';
  const faults: string[] = [];
  for (const event of history) {
    const who = event.by.personId;
    switch (event.type) {
      case 'ProposalDrafted':
        tier = event.tier;
        authors.add(who);
        break;
      case 'ProposalHandedOver':
        authors.add(event.to.personId);
        break;
      case 'TierChanged':
        tier = event.to;
        break;
      case 'SignOffGiven':
        signOffs.set(event.signOff, { by: who, finding: event.finding, isCurrent: true });
        signedEver.set(who, new Set([...(signedEver.get(who) ?? []), event.signOff]));
        break;
      case 'SignOffWithdrawn':
      case 'SignOffMadeStale':
        signOffs.get(event.signOff)!.isCurrent = false;
        break;
      case 'ConflictDeclared':
        conflicted.add(who);
        break;
      case 'ConcernRaised':
        concerns.set(event.concernId, { isOpen: true, isDissent: false, severity: event.severity });
        break;
      case 'ConcernAnswered': {
        const concern = concerns.get(event.concernId)!;
        const isRefused = concern.severity === 'SUBSTANTIAL' && event.disposition === 'NOT_ACCEPTED';
        concerns.set(event.concernId, { ...concern, isOpen: false, isDissent: isRefused });
        break;
      }
      case 'ConcernSettled':
        concerns.set(event.concernId, {
          ...concerns.get(event.concernId)!,
          isOpen: false,
          isDissent: event.status === 'DISPUTED',
        });
        break;
      case 'DecisionRecorded':
        if (event.outcome.startsWith('APPROVED')) faults.push(...faultsOfApproval(event.outcome, event.overruled, who));
        break;
    }
  }
  return faults;

  function faultsOfApproval(outcome: string, overruled: string[], decider: string): string[] {
    const keys = tier === 'T1' ? needed.T1 : [...needed.T1, ...needed.more];
    const enough = outcome === 'APPROVED' ? ['MET'] : ['MET', 'MET_WITH_CONDITIONS'];
    const missing = keys.filter(key => !signOffs.get(key)?.isCurrent || !enough.includes(signOffs.get(key)!.finding));
    const byBarred = keys.filter(
      key => authors.has(signOffs.get(key)?.by ?? '') || conflicted.has(signOffs.get(key)?.by ?? ''),
    );
    const tooMuch = [...signedEver].filter(
      ([, given]) =>
        given.size > 2 || (given.has('proportionality') && (given.has('purpose') || given.has('transparency'))),
    );
    const silent = [...concerns].filter(([, { isOpen }]) => isOpen);
    const passedOver = [...concerns].filter(([id, { isDissent }]) => isDissent && !overruled.includes(id));
    const isBarred = authors.has(decider) || conflicted.has(decider) || signedEver.has(decider);
    return [
      ...missing.map(key => `${outcome} without ${key}`),
      ...byBarred.map(key => `${key} by an author, or by somebody in conflict`),
      ...tooMuch.map(([who]) => `${who} signed more than one person may`),
      ...silent.map(([id]) => `concern ${id} is open`),
      ...passedOver.map(([id]) => `dissent ${id} was not overruled by name`),
      ...(isBarred ? [`${decider} decided and may not`] : []),
    ];
  }
}
