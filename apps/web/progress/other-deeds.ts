// What somebody may do here though nothing asks for it: the commands that are allowed and no task of theirs, each with its place.
import type { TaskPlace } from '../my-work/task-place.js';
import { deedWords, progressWords } from './progress.words.js';

export interface Deed {
  words: string;
  place: TaskPlace;
}

interface Here {
  reference: string;
  isPartner: boolean;
}

type Command = keyof typeof deedWords;

const places: Record<Command, TaskPlace['to']> = {
  reviseProposal: '/proposals/$reference/dossier/{-$section}',
  raiseConcern: '/proposals/$reference/concerns/{-$id}',
  proposeAlternative: '/say/$reference',
  comment: '/proposals/$reference/review',
  giveSignOff: '/proposals/$reference/review',
  recordDecision: '/proposals/$reference/decide',
};

/** The task by which the command is asked for already. */
const asked: Partial<Record<Command, readonly string[]>> = {
  reviseProposal: ['REVISE'],
  giveSignOff: ['GIVE_SIGN_OFF', 'GIVE_AGAIN'],
  recordDecision: ['DECIDE'],
};

export function otherDeeds(
  commands: readonly { command: string; allowed: boolean }[],
  tasks: readonly { kind: string }[],
  { reference, isPartner }: Here,
): Deed[] {
  const isAsked = (command: Command) => tasks.some(({ kind }) => asked[command]?.includes(kind));
  const possible = commands.flatMap(({ command, allowed }) =>
    allowed && isKnown(command) && !isAsked(command) ? [command] : [],
  );
  const deeds = possible.map(command => ({
    words: deedWords[command],
    place: { to: isPartner ? ('/say/$reference' as const) : places[command], params: { reference } },
  }));
  if (isPartner)
    return [...deeds, { words: progressWords.readPlan, place: { to: '/say/$reference', params: { reference } } }];
  const read = { to: '/proposals/$reference/dossier/{-$section}', params: { reference } } as const;
  return possible.includes('reviseProposal') ? deeds : [...deeds, { words: progressWords.readDossier, place: read }];
}

const isKnown = (command: string): command is Command => Object.hasOwn(places, command);
