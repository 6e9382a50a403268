// Mentions: where the viewer was named in a comment, and whom they may name in one.
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { holdingFor, mentionedAs, type Actor } from '#governance';
import { findProposal, type ProposalSeen } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import { personRef, type PersonRef } from '../identity/person-ref.js';
import { CommentAudience } from '../schema/enums.js';
import { Mention } from '../schema/mention.js';
import { Person } from '../schema/people.js';
import { findMentions, type MentionView } from './list-mentions.js';

/** The most that are offered. */
const most = 500;

@Resolver(() => Mention)
export class MentionsResolver {
  @Query(() => [Mention], {
    description:
      'Comments on open proposals that mention you, of the last 30 days: the newest 20. One is gone once you have commented in the same thread.',
  })
  async myMentions(@Context() context: RequestContext): Promise<MentionView[]> {
    const mentions = await findMentions(context);
    const ids = mentions.map(({ proposal }) => proposal.id);
    context.notes.note('myMentions', {}, ids);
    return mentions;
  }

  @Query(() => [Person], {
    description:
      'Whom you may mention in a comment on this proposal, by name: they read it, and you may know them. Left out, `audience` is the one that your comments have by themselves.',
  })
  async mentionable(
    @Args('proposalId', { type: () => ID }) proposalId: string,
    @Context() context: RequestContext,
    @Args('audience', { type: () => CommentAudience, nullable: true }) audience?: CommentAudience | null,
  ): Promise<PersonRef[]> {
    const seen = await findProposal(context.dataSource, actorOf(context), proposalId);
    context.notes.note('mentionable', { proposalId, audience }, seen ? [seen.proposal.id] : []);
    return seen ? mentionableIn(seen, context, audience) : [];
  }
}

/** Nobody, for whoever may not comment. */
async function mentionableIn(
  { proposal, reading }: ProposalSeen,
  context: RequestContext,
  asked: CommentAudience | null | undefined,
): Promise<PersonRef[]> {
  const actor = actorOf(context);
  const own = holdingFor(actor, 'Comment', proposal);
  if (!own) return [];
  const audience = asked ?? (own.role === 'partner' ? 'PARTNERS' : 'INTERNAL');
  const organisations = [proposal.leadOrganisationId, ...reading.proposal.partnerIds];
  const holders = await Promise.all(organisations.map(id => context.loaders.holders.load(id)));
  const refs = holders.flat().flatMap((holder: Actor) => {
    const by = mentionedAs(holder, { actor, proposal, audience });
    return by ? [personRef(by, true)] : [];
  });
  return [...new Map(refs.map(ref => [ref.id, ref])).values()].slice(0, most);
}
