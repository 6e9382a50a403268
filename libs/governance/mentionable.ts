// Whom somebody may name in a comment: a person who could comment there too and reads it, of those whom the writer may know.
import { holdingFor } from './policy.js';
import type { By, Proposal } from './proposal/proposal.js';
import { isPartnerFor, readingOf } from './reading.js';
import type { Actor, CommentAudience } from './vocabulary/index.js';

export interface Writing {
  /** Who writes. */
  actor: Actor;
  proposal: Proposal;
  audience: CommentAudience;
}

/** In which capacity this person may be mentioned; undefined: not, and not to be told from somebody who does not exist. */
export function mentionedAs(person: Actor, writing: Writing): By | undefined {
  if (person.personId === writing.actor.personId) return undefined;
  return person.roles
    .map(held => holdingFor({ ...person, roles: [held] }, 'Comment', writing.proposal))
    .filter(holding => holding !== undefined)
    .map(({ role, organisationId }) => ({ personId: person.personId, organisationId, role }))
    .find(by => reads(by, writing.audience) && isKnown(by, writing));
}

const reads = ({ role }: By, audience: CommentAudience): boolean => role !== 'partner' || audience === 'PARTNERS';

/** Partners know their own people. The lead's know each other, and of a partner's people those of whom they read something here. */
function isKnown(by: By, { actor, proposal }: Writing): boolean {
  const reading = readingOf(actor, proposal);
  if (!reading?.knows(by)) return false;
  return by.role !== 'partner' || isPartnerFor(actor)(by.organisationId) || hasSpoken(by, reading.proposal);
}

const hasSpoken = ({ personId }: By, { comments, concerns }: Proposal): boolean =>
  comments.some(({ by }) => by.personId === personId) ||
  concerns.some(({ raisedBy }) => raisedBy.personId === personId);
