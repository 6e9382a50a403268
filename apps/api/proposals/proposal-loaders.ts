// What is read of a proposal beside its row, each once for a request and in one statement for all proposals of the answer.
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor, Happening, Proposal } from '#governance';
import { findHappenings, findRoleHolders, findPasts } from '#store';

export interface ProposalLoaders {
  /** By proposal: what happened to it, without words. */
  happenings: DataLoader<string, Happening[]>;
  /** By proposal: as much of it as the clock of the work needs. */
  clocks: DataLoader<string, Happening[]>;
  /** By proposal: what it was after each of its entries. */
  pasts: DataLoader<string, Proposal[]>;
  /** By organisation: those who hold a role there now. */
  holders: DataLoader<string, Actor[]>;
}

export const proposalLoaders = (dataSource: DataSource, actor: Actor): ProposalLoaders => ({
  happenings: byProposal(ids => findHappenings(dataSource, actor, ids)),
  clocks: byProposal(ids => findHappenings(dataSource, actor, ids, 'clock')),
  pasts: byProposal(ids => findPasts(dataSource, actor, ids)),
  holders: new DataLoader(ids => findRoleHolders(dataSource, ids)),
});

const byProposal = <T>(find: (ids: readonly string[]) => Promise<Map<string, T[]>>): DataLoader<string, T[]> =>
  new DataLoader(async ids => {
    const found = await find(ids);
    return ids.map(id => found.get(id) ?? []);
  });
