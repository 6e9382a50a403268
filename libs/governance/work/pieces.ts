// Pieces of work by the names under which people take them, and what doing each of them is: whoever may do it may take it.
import { breachOfDeciding, breachOfSigning, type Breach } from '../duties.js';
import { roleFor, type Action, type Circumstance } from '../policy.js';
import { conditionsInForce } from '../proposal/conditions.js';
import type { Concern, Condition, Proposal } from '../proposal/proposal.js';
import { isPartnerFor } from '../reading.js';
import { isSignOffKey, type Actor, type SignOffKey } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';

/**
 * `signOff:<key>`, `concern:<id>`, `condition:<id>`, `say:<organisation>`, `decision` or `dossier`. A sign-off to give and one to give again
 * are the same piece of work.
 */
export type Piece =
  | { of: 'signOff'; key: SignOffKey }
  | { of: 'concern'; concern: Concern }
  | { of: 'condition'; condition: Condition }
  | { of: 'say'; organisationId: string }
  | { of: 'decision' }
  | { of: 'dossier' };

type Finder = (id: string, proposal: Proposal) => Piece | undefined;

const finders: Record<Piece['of'], Finder> = {
  signOff: key => (isSignOffKey(key) ? { of: 'signOff', key } : undefined),
  concern: (id, { concerns }) => {
    const concern = concerns.find(each => each.id === id);
    return concern && { of: 'concern', concern };
  },
  condition: (id, proposal) => {
    const condition = conditionsInForce(getDefinition(proposal.workflow), proposal).find(each => each.id === id);
    return condition && { of: 'condition', condition };
  },
  say: (organisationId, { partnerIds }) =>
    partnerIds.includes(organisationId) ? { of: 'say', organisationId } : undefined,
  decision: () => ({ of: 'decision' }),
  dossier: () => ({ of: 'dossier' }),
};

const kindOf = (work: string): string => work.split(':', 1)[0] ?? '';
const isKind = (kind: string): kind is Piece['of'] => Object.hasOwn(finders, kind);

/** Is this the name of a piece of work, on whichever proposal? */
export function isWork(work: string): boolean {
  const kind = kindOf(work);
  const key = work.slice(kind.length + 1);
  if (kind === 'signOff') return isSignOffKey(key);
  return isKind(kind) && (kind === 'decision' || kind === 'dossier' ? work === kind : key !== '');
}

/** Undefined when this proposal has none of that name. */
export function findPiece(work: string, proposal: Proposal): Piece | undefined {
  const kind = kindOf(work);
  return isKind(kind) ? finders[kind](work.slice(kind.length + 1), proposal) : undefined;
}

/** May they know of it at all? Concerns and invitations of others are hidden from partners, and so are conditions. */
export function knowsOf(actor: Actor, piece: Piece, proposal: Proposal): boolean {
  const readsAll = roleFor(actor, 'read', proposal) !== undefined;
  if (piece.of === 'concern') return roleFor(actor, 'readConcern', proposal, piece) !== undefined;
  if (piece.of === 'say') return readsAll || isPartnerFor(actor)(piece.organisationId);
  return readsAll || piece.of !== 'condition';
}

export interface Deed {
  action: Action;
  circumstance: Circumstance;
}

/** What doing it is: who may, is asked of policy in these words. */
export function deedOf(piece: Piece): Deed {
  switch (piece.of) {
    case 'signOff':
      return { action: 'GiveSignOff', circumstance: { signOff: piece.key } };
    case 'concern':
      return {
        action: piece.concern.status === 'OPEN' ? 'AnswerConcern' : 'SettleConcern',
        circumstance: { concern: piece.concern },
      };
    case 'condition':
      return { action: 'MeetCondition', circumstance: {} };
    case 'say':
      return { action: 'ProposeAlternative', circumstance: { side: piece.organisationId } };
    case 'decision':
      return { action: 'RecordDecision', circumstance: {} };
    case 'dossier':
      return { action: 'ReviseProposal', circumstance: {} };
  }
}

const events: Record<Piece['of'], string> = {
  ...{ signOff: 'GiveSignOff', concern: 'AnswerConcern', condition: 'MeetCondition', say: 'ProposeAlternative' },
  ...{ decision: 'RecordDecision.APPROVED', dossier: 'ReviseProposal' },
};

/** The event of the statechart that has to be possible where such work waits. */
export function eventOf(work: string): string[] {
  const kind = kindOf(work);
  return isKind(kind) ? [events[kind]] : [];
}

/** What somebody did that keeps them from doing it now. */
export function breachOf(piece: Piece, proposal: Proposal, personId: string): Breach | undefined {
  if (piece.of === 'signOff') return breachOfSigning(proposal, personId, piece.key);
  if (piece.of === 'decision') return breachOfDeciding(proposal, personId);
  if (piece.of !== 'condition' || !piece.condition.evidence) return undefined;
  const isShower = piece.condition.evidence.by.personId === personId || proposal.author.personId === personId;
  return isShower ? 'separation-of-duties' : undefined;
}
