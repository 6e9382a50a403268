// What had happened to a proposal, up to where it is seen.
import type DataLoader from 'dataloader';
import type { Happening } from '#governance';
import type { SeenProposal } from './proposal-view.js';

/** What had happened to it when it stood as it is seen: the past knows nothing of what came after. */
export async function happeningsOf(
  { proposal, until }: SeenProposal,
  happenings: DataLoader<string, Happening[]>,
): Promise<Happening[]> {
  const all = await happenings.load(proposal.id);
  if (!until) return all;
  const { sequence, at } = until;
  return all.filter(
    happening =>
      (typeof sequence !== 'number' || happening.sequence <= sequence) &&
      (typeof at !== 'string' || Date.parse(happening.event.at) <= Date.parse(at)),
  );
}
