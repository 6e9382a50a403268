// Where the viewer was mentioned, over all proposals: outlines for finding, whole proposals for what is shown.
import { mentionDays, mentionsOf, type Comment } from '#governance';
import { findProposals, listMentioning, type ProposalSeen } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import { proposalView, type ProposalView } from '../proposals/proposal-view.js';

/** The most that anybody is shown. */
const most = 20;
const dayInMs = 86_400_000;

export interface MentionView {
  proposal: ProposalView;
  comment: ProposalView['comments'][number];
}

interface Found {
  comment: Comment;
  seen: ProposalSeen;
}

/** Newest first. Two statements, however many there are. */
export async function findMentions(context: RequestContext): Promise<MentionView[]> {
  const actor = actorOf(context);
  const since = new Date(Date.now() - mentionDays * dayInMs).toISOString();
  const candidates = await listMentioning(context.dataSource, actor, since);
  const found = candidates
    .flatMap(seen =>
      mentionsOf(actor.personId, seen.reading.proposal, since).map((comment): Found => ({ comment, seen })),
    )
    .toSorted((one, other) => other.comment.at.localeCompare(one.comment.at))
    .slice(0, most);
  const ids = [...new Set(found.map(({ seen }) => seen.proposal.id))];
  const views = (await findProposals(context.dataSource, actor, ids)).map(proposalView);
  return found.flatMap(({ comment: { id }, seen }) => {
    const proposal = views.find(view => view.id === seen.proposal.id);
    const comment = proposal?.comments.find(each => each.id === id);
    return proposal && comment ? [{ proposal, comment }] : [];
  });
}
