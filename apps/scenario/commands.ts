// The commands of the public API, by the names of their mutations, and what the player fills in for each of them.
// The fields of their inputs are not listed here: the product judges those.

/** What a command's input names besides its own content: nothing, a proposal, or a proposal and its version. */
type Names = 'nothing' | 'proposal' | 'version';

const commands = {
  draftProposal: 'nothing',
  recordUrgentDisclosure: 'nothing',
  reviseProposal: 'version',
  submitProposal: 'version',
  invitePartners: 'version',
  raiseConcern: 'proposal',
  proposeAlternative: 'proposal',
  answerConcern: 'proposal',
  settleConcern: 'proposal',
  giveSignOff: 'version',
  withdrawSignOff: 'version',
  recordDecision: 'version',
  raiseTier: 'version',
  declareConflict: 'proposal',
  meetCondition: 'proposal',
  markRelevance: 'version',
  handOverProposal: 'version',
  withdrawProposal: 'version',
  comment: 'proposal',
  editComment: 'proposal',
  assignTask: 'proposal',
} as const satisfies Record<string, Names>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as [CommandName, ...CommandName[]];

/** True for the commands that make a proposal, so that later steps are about it. */
export const isDraft = (command: string): boolean =>
  command === 'draftProposal' || command === 'recordUrgentDisclosure';

export const namesProposal = (command: CommandName): boolean => commands[command] !== 'nothing';

export const namesVersion = (command: CommandName): boolean => commands[command] === 'version';

/** `draftProposal` takes `DraftProposalInput`. */
export const inputTypeOf = (command: CommandName): string => `${command[0]!.toUpperCase()}${command.slice(1)}Input`;
