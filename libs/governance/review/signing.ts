// Who may give a sign-off, why somebody may not, and what became of it so far. The rules are policy's and duties'; this only asks them.
import { breachOfSigning } from '../duties.js';
import { can } from '../machine.js';
import { roleFor } from '../policy.js';
import type { Blocker } from '../problems.js';
import type { By, Proposal } from '../proposal/proposal.js';
import type { Actor, Finding, SignOffKey, SignOffStatus } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';
import { happeningsOf, type Happening } from './happenings.js';

/** In the order of refusals; empty when nothing keeps this person from giving it now. */
export function whyNotSign(actor: Actor, proposal: Proposal, key: SignOffKey): Blocker[] {
  const subject = `signOff:${key}`;
  if (!roleFor(actor, 'GiveSignOff', proposal, { signOff: key })) return [{ code: 'role-missing', subject }];
  const breach = breachOfSigning(proposal, actor.personId, key);
  if (breach) return [{ code: breach, ...earlierAct(proposal, actor.personId, key) }];
  const given = proposal.signOffs[key];
  if (given?.status === 'GIVEN' && given.by?.personId !== actor.personId) return [{ code: 'already-given', subject }];
  return can(getDefinition(proposal.workflow), proposal, `GiveSignOff.${key}`) ? [] : [{ code: 'wrong-state' }];
}

/** What this person did that the duties hold against them: for telling them, not for judging. */
function earlierAct({ acts }: Proposal, personId: string, key: SignOffKey): { subject?: string } {
  if (acts.inConflict.includes(personId)) return {};
  if (acts.authors.includes(personId)) return { subject: 'own:author' };
  if (acts.deciders.includes(personId)) return { subject: 'own:decision' };
  const mine = acts.signers.filter(signer => signer.personId === personId && signer.key !== key);
  const [first, ...more] = new Set(mine.map(signer => signer.key));
  if (!first) return {};
  return { subject: more.length > 0 ? 'own:two' : `own:${first}` };
}

/** May this person give it, if nobody else has meanwhile? */
export const maySign = (actor: Actor, proposal: Proposal, key: SignOffKey): boolean =>
  roleFor(actor, 'GiveSignOff', proposal, { signOff: key }) !== undefined &&
  breachOfSigning(proposal, actor.personId, key) === undefined;

export interface SignOffAct {
  entryId: string;
  /** What it was from then on. */
  status: SignOffStatus;
  at: string;
  by: By;
  onRevision: number;
  finding?: Finding;
  staleBecause: string[];
}

const statusAfter = { SignOffGiven: 'GIVEN', SignOffMadeStale: 'STALE', SignOffWithdrawn: 'WITHDRAWN' } as const;

/** Oldest first. */
export const signOffActs = (happenings: readonly Happening[], key: SignOffKey): SignOffAct[] =>
  happeningsOf(happenings, 'SignOffGiven', 'SignOffMadeStale', 'SignOffWithdrawn')
    .filter(({ event }) => event.signOff === key)
    .map(({ entryId, sequence, event }) => ({
      ...{ entryId, at: event.at, by: event.by, status: statusAfter[event.type] },
      onRevision: Math.max(...happenings.filter(each => each.sequence <= sequence).map(({ revision }) => revision)),
      ...('finding' in event ? { finding: event.finding } : {}),
      staleBecause: 'staleBecause' in event ? event.staleBecause : [],
    }));
