// What a command needs to know from outside its proposal: declared here, loaded by the hallway with it.
import type { Command } from './proposal/commands.js';

export interface NeededFacts {
  organisationIds: string[];
  personId?: string;
  /** Whom a comment mentions: looked up with their roles, in a statement of its own, only where there are any. */
  mentions?: string[];
  /** What waits since when, who has taken anything, and to whom it goes: in statements of their own. */
  work?: { to: string | undefined };
  copyOf?: string;
  /** Whether the author still is an analyst of the lead organisation. */
  author: boolean;
}

export function neededFacts(command: Command): NeededFacts {
  const none: NeededFacts = { organisationIds: [], author: false };
  switch (command.type) {
    case 'InvitePartners':
      return { ...none, organisationIds: command.organisationIds };
    case 'HandOverProposal':
      return { ...none, personId: command.toPersonId, author: true };
    case 'Comment':
      return { ...none, mentions: command.mentions };
    case 'AssignTask':
      return { ...none, work: { to: command.to } };
    case 'DraftProposal':
      return command.copyOf ? { ...none, copyOf: command.copyOf } : none;
    default:
      return none;
  }
}
