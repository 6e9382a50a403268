// Commands that meet: sent at the same moment from what each sender had read, so that exactly one of them may be recorded.
import type { Intent } from './client.js';
import type { Journey } from './journey.js';

type Contestants = Record<string, Intent>;

interface Race {
  /** The step of the journey at which they meet: a sign-off that is next, or the decision. */
  at: string;
  contestants(journey: Journey): Contestants;
}

const on = (journey: Journey) => ({ expectedVersion: journey.version });
const onNext = (journey: Journey) => ({ expectedVersion: journey.version + 1 });

/** The author changes what sign-offs rest on. */
export const revising = (journey: Journey): Intent =>
  journey.versioned('analyst', 'reviseProposal', {
    dossier: { retention: `Until the end of ${2027 + journey.client.dice.between(0, 900)}.` },
  });

const races = {
  'the last two sign-offs': {
    at: 'proportionality',
    contestants: journey => ({
      proportionality: journey.signing('privacy_officer', 'proportionality'),
      'privacy risk': journey.signing('security_officer', 'privacy_risk'),
    }),
  },
  'two people in one role': {
    at: 'proportionality',
    contestants: journey => ({
      'one officer': journey.signing('privacy_officer', 'proportionality'),
      'another officer': journey.signing('privacy_officer_2', 'proportionality'),
    }),
  },
  'one person in two roles: two sign-offs': {
    at: 'purpose',
    contestants: journey => ({
      purpose: journey.signing(journey.players.stewardAndOfficer, 'purpose'),
      proportionality: journey.signing(journey.players.stewardAndOfficer, 'proportionality', on(journey)),
      'proportionality after it': journey.signing(
        journey.players.stewardAndOfficer,
        'proportionality',
        onNext(journey),
      ),
    }),
  },
  'one person in two roles: sign-off and decision': {
    at: 'privacy_risk',
    contestants: journey => ({
      'sign-off': journey.signing(journey.players.securityAndApprover, 'privacy_risk'),
      decision: journey.deciding(journey.players.securityAndApprover, 'APPROVED', on(journey)),
      'decision after it': journey.deciding(journey.players.securityAndApprover, 'APPROVED', onNext(journey)),
    }),
  },
  'decision against revision': {
    at: 'decision',
    contestants: journey => ({ decision: journey.deciding('approver', 'APPROVED'), revision: revising(journey) }),
  },
  'withdrawal against approval': {
    at: 'decision',
    contestants: journey => ({
      withdrawal: journey.versioned('analyst', 'withdrawProposal', { reason: 'No longer needed' }, 'reason'),
      approval: journey.deciding('approver', 'APPROVED'),
    }),
  },
} satisfies Record<string, Race>;

export type Shape = keyof typeof races;
export const shapes = Object.keys(races) as Shape[];

/** Runs the race when it belongs to this step, and the proposal stands, and will stand, so that one of them can win. */
export async function run(journey: Journey, shape: Shape, at: string): Promise<void> {
  const { client } = journey;
  const race: Race = races[shape];
  if (race.at !== at || journey.isUncertain) return;
  await journey.look();
  if (!canBegin(journey, shape)) return;
  const contestants = Object.entries(race.contestants(journey));
  const outcomes = await Promise.all(
    client.dice.shuffled(contestants).map(async ([role, intent]) => {
      const { commandId, is } = await client.perform(intent, { mustKnow: true });
      return { role, commandId, personId: intent.who.personId, isKnown: is !== 'unknown' };
    }),
  );
  await client.world.history.append({ note: 'raced', shape, contestants: outcomes });
  await journey.look();
}

/** Otherwise none would win, and a race without a winner would hide one that lost its winner. */
function canBegin({ state, given, required, tier }: Journey, shape: Shape): boolean {
  switch (shape) {
    case 'the last two sign-offs':
      return state === 'IN_REVIEW' && tier === 'T1' && given.length === 1 && given.includes('purpose');
    case 'two people in one role':
      return state === 'IN_REVIEW' && given.includes('purpose') && !given.includes('proportionality');
    case 'one person in two roles: two sign-offs':
      return state === 'IN_REVIEW' && given.length === 0;
    case 'one person in two roles: sign-off and decision':
      return state === 'IN_REVIEW' && tier === 'T1' && given.length === 2 && !given.includes('privacy_risk');
    case 'decision against revision':
    case 'withdrawal against approval':
      return state === 'AWAITING_DECISION' && required.every(key => given.includes(key));
  }
}
