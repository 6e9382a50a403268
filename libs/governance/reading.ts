// Who reads what (`docs/rules.md` 12): the whole proposal, the part that partners see, or nothing. Lists, single reads, nested
// fields, counts and blockers all go through here.
import type { Blocker } from './problems.js';
import { roleFor } from './policy.js';
import { emptyDossier } from './proposal/dossier.js';
import type { By, Comment, Concern, Decision, Proposal } from './proposal/proposal.js';
import type { Actor } from './vocabulary/index.js';

export type Extent = 'whole' | 'part';

export interface Reading {
  extent: Extent;
  /** The proposal as this person may see it: hidden lists are empty, hidden texts absent. */
  proposal: Proposal;
  /** May this person know who somebody is, beyond role and organisation? */
  knows: (by: Omit<By, 'role'> & { role: string }) => boolean;
}

/** Undefined: to this person the proposal does not exist. */
export function readingOf(actor: Actor, proposal: Proposal): Reading | undefined {
  if (roleFor(actor, 'read', proposal)) {
    return { extent: 'whole', proposal: wholeFor(actor, proposal), knows: () => true };
  }
  if (!roleFor(actor, 'readInPart', proposal)) return undefined;
  const isOwn = isPartnerFor(actor);
  return {
    extent: 'part',
    proposal: partFor(actor, proposal),
    knows: ({ organisationId }) => isOwn(organisationId),
  };
}

/**
 * Of a proposal as it once stood, for somebody who may read it today: under today's rules, and whoever has become the author since does
 * not see in the past what is hidden from them today.
 */
export function readingOfPast(actor: Actor, then: Proposal, { proposal: today }: Reading): Reading | undefined {
  const reading = readingOf(actor, then);
  const concerns = reading?.proposal.concerns.filter(({ id }) => today.concerns.some(concern => concern.id === id));
  return reading && concerns && { ...reading, proposal: { ...reading.proposal, concerns } };
}

/** For an administrator who hands over what a leaver left behind: that it exists, where it stands, and no word of it. */
export const unread = (proposal: Proposal): Reading => ({
  extent: 'part',
  proposal: {
    ...proposal,
    title: { text: '' },
    partnerIds: [],
    dossier: emptyDossier(),
    signOffs: {},
    concerns: [],
    comments: [],
    irrelevant: [],
    decision: undefined,
    urgentRecord: undefined,
  },
  knows: () => false,
});

const concernsFor = (actor: Actor, proposal: Proposal): Concern[] =>
  proposal.concerns.filter(concern => roleFor(actor, 'readConcern', proposal, { concern }));

/** A decision names whom it overruled; a concern that is hidden stays hidden there too. */
const seenDecision = (decision: Decision | undefined, concerns: Concern[]): Decision | undefined =>
  decision && { ...decision, overruled: decision.overruled.filter(id => concerns.some(concern => concern.id === id)) };

function wholeFor(actor: Actor, proposal: Proposal): Proposal {
  const concerns = concernsFor(actor, proposal);
  return { ...proposal, concerns, decision: seenDecision(proposal.decision, concerns) };
}

/** Is this an organisation that the person is a partner for? */
export const isPartnerFor =
  ({ roles }: Actor) =>
  (id: string): boolean =>
    roles.some(({ role, organisationId }) => role === 'partner' && organisationId === id);

const forPartners = ({ audience }: Comment): boolean => audience === 'PARTNERS';

function partFor(actor: Actor, proposal: Proposal): Proposal {
  const concerns = concernsFor(actor, proposal);
  const { retention: _, transferRoute: __, ...shown } = proposal.dossier;
  const decision = seenDecision(proposal.decision, concerns);
  return {
    ...proposal,
    partnerIds: proposal.partnerIds.filter(isPartnerFor(actor)),
    dossier: { ...shown, facts: {}, risks: [], answers: [] },
    signOffs: {},
    concerns,
    comments: proposal.comments.filter(forPartners),
    irrelevant: [],
    decision: decision && { ...decision, conditions: [], answers: [] },
  };
}

/** The parts of a dossier that `partFor` leaves. */
const ofPart = ['title', 'summary', 'purposes', 'dataItems', 'recipients', 'alternatives'];

/** Is this place of the dossier, such as `purposes.P-1`, one that they read? */
export const readsPlace = ({ extent }: Reading, place: string): boolean =>
  extent === 'whole' || ofPart.includes(place.split('.')[0] ?? '');

/**
 * What stands in the way, as far as this person may know: sign-offs and questions are not a partner's to see. The person whom a refusal
 * names has taken work that this one could do as well, so they are colleagues.
 */
export function visibleBlockers(blockers: Blocker[], { extent, proposal }: Reading): Blocker[] {
  const own = new Set(proposal.concerns.map(({ id }) => `concern:${id}`));
  return blockers.filter(({ subject }) => {
    if (subject?.startsWith('concern:')) return own.has(subject);
    if (subject?.startsWith('say:')) return proposal.partnerIds.includes(subject.slice('say:'.length));
    if (subject?.startsWith('person:')) return true;
    return extent === 'whole' || subject === undefined;
  });
}
