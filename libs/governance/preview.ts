// What saving a dossier would change: asked of the very rule that saves it, so that the two cannot disagree.
import type { Catalogue } from './catalogue/index.js';
import { judge } from './judge.js';
import { isProblem, type Blocker, type Problem } from './problems.js';
import type { DossierInput } from './proposal/dossier-shape.js';
import type { RecordedEvent } from './proposal/events.js';
import { evolve } from './proposal/evolve.js';
import type { Proposal } from './proposal/proposal.js';
import { submissionBlockers } from './proposal/decide/submit-proposal.js';
import type { Actor, SignOffKey, Tier } from './vocabulary/index.js';

export interface RevisionPreview {
  changedPaths: string[];
  tier: Tier;
  /** Sign-offs now given and current that would stay so. */
  stays: SignOffKey[];
  becomesStale: SignOffKey[];
  /** What submission would then wait for. */
  blockers: Blocker[];
}

export interface Preview {
  actor: Actor;
  catalogue: Catalogue;
  at: string;
}

/** Writes nothing. Whoever may read the whole proposal may ask; what is INVALID for saving is so here, what blocks it is among the blockers. */
export function previewRevision(
  proposal: Proposal,
  dossier: DossierInput,
  { actor, catalogue, at }: Preview,
): RevisionPreview | Problem {
  const as = {
    ...actor,
    personId: proposal.author.personId,
    roles: [{ role: 'analyst' as const, organisationId: proposal.leadOrganisationId }],
  };
  const command = {
    type: 'ReviseProposal' as const,
    proposalId: proposal.id,
    expectedVersion: proposal.version,
    dossier,
  };
  const facts = { organisationIds: [], authorHasLeft: false };
  const judged = judge(
    { ...command, title: undefined },
    { actor: as, catalogue, facts, at, newId: () => '', proposal },
  );
  const given = Object.values(proposal.signOffs).filter(({ status }) => status === 'GIVEN');
  if (isProblem(judged)) return judged.kind === 'BLOCKED' ? nothingSaved(proposal, judged.blockers) : judged;
  const circumstances = { proposalId: proposal.id, by: judged.by, at, version: proposal.version };
  const next =
    judged.events.map((event): RecordedEvent => ({ ...event, ...circumstances })).reduce(evolve, proposal) ?? proposal;
  const staysGiven = (key: SignOffKey): boolean => next.signOffs[key]?.status === 'GIVEN';
  return {
    changedPaths: judged.events.flatMap(event => (event.type === 'ProposalRevised' ? event.changedPaths : [])),
    tier: next.tier,
    stays: given.map(({ key }) => key).filter(staysGiven),
    becomesStale: given.map(({ key }) => key).filter(key => !staysGiven(key)),
    blockers: submissionBlockers(catalogue, next),
  };
}

/** Saving would be refused: all stays, and the blockers say why. */
const nothingSaved = ({ tier, signOffs }: Proposal, blockers: Blocker[]): RevisionPreview => ({
  changedPaths: [],
  tier,
  stays: Object.values(signOffs).flatMap(({ key, status }) => (status === 'GIVEN' ? [key] : [])),
  becomesStale: [],
  blockers,
});
