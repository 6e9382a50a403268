// What a command needs to know from outside its proposal: declared here, loaded by the hallway in the same statement.
import type { Command } from './proposal/commands.js';

export interface NeededFacts {
  organisationIds: string[];
  personId?: string;
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
    case 'DraftProposal':
      return command.copyOf ? { ...none, copyOf: command.copyOf } : none;
    default:
      return none;
  }
}
