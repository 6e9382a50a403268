// previewRevision: what saving would change, before it is saved. Writes nothing.
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { catalogueFor, checkShape, isProblem, previewRevision, type Problem } from '#governance';
import { blockerMessage, problemMessage } from '#messages';
import { findProposal } from '#store';
import { badUserInput } from '../graphql/refusals.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { DossierInput } from '../schema/dossier-input.js';
import { RevisionPreview } from '../schema/revision-preview.js';

/** A preview has no Problem to answer with, so a refusal is an error of the request (HTTP 400) with the same words. */
const refused = (problem: Problem) => badUserInput(problemMessage(problem));

@Resolver()
export class PreviewResolver {
  @Query(() => RevisionPreview, { description: 'What saving this dossier would change. Writes nothing.' })
  async previewRevision(
    @Args('proposalId', { type: () => ID }) proposalId: string,
    @Args('dossier') dossier: DossierInput,
    @Context() context: RequestContext,
  ): Promise<RevisionPreview> {
    const actor = actorOf(context);
    const seen = await findProposal(context.dataSource, actor, proposalId);
    context.notes.note('previewRevision', { proposalId }, seen ? [seen.proposal.id] : []);
    if (seen?.reading.extent !== 'whole')
      throw refused({ kind: 'NOT_FOUND', code: 'not-found', faults: [], blockers: [] });
    const { version } = seen.proposal;
    const command = checkShape('ReviseProposal', { proposalId, expectedVersion: version, dossier });
    if (isProblem(command)) throw refused(command);
    if (command.type !== 'ReviseProposal') throw new Error('checkShape answered with another command.');
    const preview = previewRevision(seen.proposal, command.dossier, {
      actor,
      catalogue: catalogueFor(seen.proposal),
      at: seen.proposal.updatedAt,
    });
    if (isProblem(preview)) throw refused(preview);
    const blockers = preview.blockers.map(blocker => ({ ...blocker, message: blockerMessage(blocker) }));
    return { ...preview, blockers };
  }
}
