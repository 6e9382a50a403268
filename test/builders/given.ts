// given(what has happened).when(command).then(what happens) — or .refuses(kind, with what). Everything goes the hallway's way.
import { expect } from '@jest/globals';
import { isProblem, type Problem, type ProblemKind, type Proposal, type RecordedEvent } from '#governance';
import { draftProposal, type Act } from './acts.js';
import { emptyHall, handle, type Hall, type Recorded } from './hallway.js';
import type { Journey } from './journeys.js';

const flat = (journeys: Journey[]): Act[] => journeys.flatMap(each => (Array.isArray(each) ? flat(each) : [each]));

/** Sends one command; a refusal here is a mistake of the test, and says so. */
function must(hall: Hall, act: Act): Hall {
  const asked = act(hall.proposal);
  const outcome = handle(hall, asked);
  if (isProblem(outcome)) throw new Error(`Given: ${asked.type} was refused: ${JSON.stringify(outcome)}`);
  return outcome.hall;
}

const begins = (act: Act): boolean => {
  try {
    return ['DraftProposal', 'RecordUrgentDisclosure'].includes(act().type);
  } catch {
    return false;
  }
};

/** The hall after these commands; where none begins a proposal, a complete one of tier T1 is drafted first. */
export function hallAfter(...journeys: Journey[]): Hall {
  const acts = flat(journeys);
  const whole = acts[0] && begins(acts[0]) ? acts : [draftProposal(), ...acts];
  return whole.reduce(must, emptyHall());
}

export const proposalAfter = (...journeys: Journey[]): Proposal => hallAfter(...journeys).proposal!;

export const given = (...journeys: Journey[]) => {
  const hall = hallAfter(...journeys);
  return { hall, proposal: hall.proposal!, when: (act: Act) => outcomeOf(hall, act) };
};

/** Nothing has happened yet. */
export const givenNothing = () => ({ when: (act: Act) => outcomeOf(emptyHall(), act) });

interface Refusal {
  code?: string;
  /** Exactly these subjects of blockers. */
  subjects?: string[];
  /** These subjects, among others. */
  among?: string[];
  /** Exactly these places of faults. */
  path?: string[];
  /** The code of each fault. */
  faults?: string[];
}

const sorted = (words: (string | undefined)[]): string[] => words.map(word => word ?? '').sort();

function expectRefusal(outcome: Recorded | Problem, kind: ProblemKind, refusal: Refusal): Problem {
  if (!isProblem(outcome)) throw new Error(`Not refused: ${outcome.events.map(({ type }) => type).join(', ')}`);
  const { code, subjects, among, path, faults } = refusal;
  const told = { kind: outcome.kind, ...(code ? { code: outcome.code } : {}) };
  expect({ ...told, all: outcome }).toEqual({ kind, ...(code ? { code } : {}), all: outcome });
  const subjectsTold = outcome.blockers.map(({ subject }) => subject);
  if (subjects) expect(sorted(subjectsTold)).toEqual(sorted(subjects));
  if (among) expect(subjectsTold).toEqual(expect.arrayContaining(among));
  if (path) expect(sorted(outcome.faults.map(each => each.path))).toEqual(sorted(path));
  if (faults) expect(sorted(outcome.faults.map(each => each.code))).toEqual(sorted(faults));
  return outcome;
}

function expectEvents(outcome: Recorded | Problem, expected: object[]): Recorded {
  if (isProblem(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  expect(outcome.events).toMatchObject(expected);
  return outcome;
}

export function outcomeOf(hall: Hall, act: Act) {
  const outcome = handle(hall, act(hall.proposal));
  const accepted = (): Recorded => expectEvents(outcome, isProblem(outcome) ? [] : outcome.events);
  return {
    outcome,
    /** Exactly these events, each at least with these fields; then what stands. */
    then(...expected: object[]): Standing {
      return standing(expectEvents(outcome, expected));
    },
    /** Accepted, whatever its events. */
    accepted: (): Standing => standing(accepted()),
    refuses: (kind: ProblemKind, refusal: Refusal = {}): Problem => expectRefusal(outcome, kind, refusal),
  };
}

export interface Standing {
  hall: Hall;
  proposal: Proposal;
  events: RecordedEvent[];
  when(act: Act): ReturnType<typeof outcomeOf>;
}

const standing = ({ hall, events }: Recorded): Standing => ({
  hall,
  proposal: hall.proposal!,
  events,
  when: act => outcomeOf(hall, act),
});

type Fields = Record<string, unknown>;
/** What is expected of an event: its type and the fields that matter to the test. */
export const event = (type: RecordedEvent['type'], fields: Fields = {}): object => ({ type, ...fields });
export const signOffGiven = (signOff: string, fields: Fields = {}): object =>
  event('SignOffGiven', { signOff, ...fields });
export const madeStale = (signOff: string, ...staleBecause: string[]): object =>
  event('SignOffMadeStale', { signOff, ...(staleBecause.length > 0 ? { staleBecause } : {}) });
