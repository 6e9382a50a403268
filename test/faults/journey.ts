// A proposal's life as one client plays it: from draft to decision, with concerns, refusals that are meant to be, and one race.
import type { Member, PersonaKey } from '../harness/cast.js';
import { condition, signerOf } from '../builders/acts.js';
import { t1, t2, t3 } from '../builders/dossiers.js';
import type { Outcome, Receipt } from './ask.js';
import type { Client, Intent } from './client.js';
import type { Players } from './players.js';
import { revising, run, shapes, type Shape } from './races.js';
import { countUp } from './tally.js';

const dossiers = { T1: t1, T2: t2, T3: t3 };
const threeSignOffs = ['purpose', 'proportionality', 'privacy_risk'];
const fiveSignOffs = [...threeSignOffs, 'consultation', 'transparency'];
/** A step that meets somebody else's is tried again, this often. */
const tries = 8;
const ended = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'DECLINED', 'REDIRECTED', 'WITHDRAWN'];

export type Fields = Record<string, unknown>;

/** Where a proposal stands as its client last heard. */
export class Journey {
  version = 1;
  state = 'DRAFTING';
  given: string[] = [];
  /** Something was sent of which nobody knows whether it will still be recorded. */
  isUncertain = false;
  readonly required: string[];

  constructor(
    readonly client: Client,
    readonly players: Players,
    readonly id: string,
    readonly tier: keyof typeof dossiers,
  ) {
    this.required = tier === 'T1' ? threeSignOffs : fiveSignOffs;
  }

  get isEnded(): boolean {
    return ended.includes(this.state);
  }

  member(key: PersonaKey): Member {
    return this.players.members[key];
  }

  /** On this proposal, as it stands; `words` names the field with a person's own sentence. */
  intent(who: PersonaKey | Member, mutation: string, fields: Fields = {}, words?: string): Intent {
    const input = { proposalId: this.id, ...fields };
    return { who: typeof who === 'string' ? this.member(who) : who, mutation, input, words };
  }

  versioned(who: PersonaKey | Member, mutation: string, fields: Fields = {}, words?: string): Intent {
    return this.intent(who, mutation, { expectedVersion: this.version, ...fields }, words);
  }

  signing(who: PersonaKey | Member, signOff: string, fields: Fields = {}): Intent {
    return this.versioned(
      who,
      'giveSignOff',
      { signOff, finding: 'MET', rationale: 'It holds as it stands', ...fields },
      'rationale',
    );
  }

  deciding(who: PersonaKey | Member, outcome: string, fields: Fields = {}): Intent {
    return this.versioned(who, 'recordDecision', { outcome, reasons: 'As weighed', ...fields }, 'reasons');
  }

  /** Sent until it is done or lawfully refused; undefined for refused. Made anew each time, with the version just read. */
  async step(make: () => Intent): Promise<Receipt | undefined> {
    for (let left = tries; left > 0; left -= 1) {
      const outcome = await this.client.perform(make());
      await this.learn(outcome);
      if (outcome.is === 'acknowledged') return outcome;
      if (outcome.is === 'refused' && outcome.code !== 'stale-version') return undefined;
    }
    return undefined;
  }

  /** Sent once: whatever comes of it. */
  async attempt(intent: Intent): Promise<void> {
    await this.learn(await this.client.perform(intent));
  }

  private async learn(outcome: Outcome): Promise<void> {
    if (outcome.is === 'unknown') this.isUncertain = true;
    if (outcome.is === 'refused' && outcome.code !== 'stale-version') return;
    if (
      outcome.is === 'acknowledged' &&
      !outcome.replayed &&
      !outcome.entries.some(({ type }) => type.startsWith('SignOff'))
    ) {
      this.version = outcome.proposal.version;
      this.state = outcome.proposal.state;
      return;
    }
    await this.look();
  }

  /** Reads where it stands. A proposal that was acknowledged and is gone is the checker's to report; here it has ended. */
  async look(): Promise<void> {
    const standing = await this.client.standingOf(this.member('auditor'), this.id);
    if (standing) Object.assign(this, standing);
    else this.state = 'WITHDRAWN';
  }
}

/** Undefined when the draft's sender never learnt what came of it. */
async function begin(client: Client, players: Players): Promise<Journey | undefined> {
  const tier = client.dice.pick(['T1', 'T1', 'T1', 'T2', 'T3'] as const);
  const input = { title: 'Where visits are missing', dossier: dossiers[tier]() };
  const drafted = await client.perform({
    who: players.members.analyst,
    mutation: 'draftProposal',
    input,
    words: 'title',
  });
  return drafted.is === 'acknowledged' ? new Journey(client, players, drafted.proposal.id, tier) : undefined;
}

/** Plays one proposal to its end, or for as long as the campaign lasts. */
export async function playProposal(client: Client, players: Players): Promise<void> {
  const journey = await begin(client, players);
  if (!journey) return;
  const { proposals } = client.world;
  proposals.push(journey.id);
  const shape = client.dice.pick(shapes);
  const isOver = (): boolean => client.world.isOver() || journey.isEnded;
  await prepare(journey);
  for (let round = 0; round < 3 && !isOver(); round += 1) {
    await journey.step(() => journey.versioned('analyst', 'submitProposal', { message: 'Ready' }, 'message'));
    if (client.dice.chance(0.4) && !isOver()) await discuss(journey);
    if (client.dice.chance(0.3) && !isOver()) await overstep(journey);
    if (!isOver()) await visit(journey, client.dice.pick(proposals));
    if (!isOver()) await signOff(journey, shape);
    if (!isOver()) await decide(journey, shape);
    await client.repeatAnOldOne();
  }
  countUp(client.world.tally.decisions, journey.state);
}

async function prepare(journey: Journey): Promise<void> {
  const { dice } = journey.client;
  const { partnerA, partnerB } = journey.players.organisations;
  if (dice.chance(0.5)) await journey.step(() => revising(journey));
  await journey.step(() =>
    journey.versioned('engagement_lead', 'invitePartners', { organisationIds: [partnerA, partnerB] }),
  );
}

async function discuss(journey: Journey): Promise<void> {
  const { dice } = journey.client;
  const raiser = dice.pick(['partner_a', 'partner_b'] as const);
  const words = { statement: 'Families will stop coming', severity: 'SUBSTANTIAL', about: ['CN-1'] };
  const raised = await journey.step(() => journey.intent(raiser, 'raiseConcern', words, 'statement'));
  const concernId = raised?.entries[0]?.payload?.concernId;
  if (!concernId) return;
  const answer = { concernId, disposition: 'ACCEPTED', response: 'Names are dropped from the file' };
  await journey.step(() => journey.intent('engagement_lead', 'answerConcern', answer, 'response'));
  const settled = { concernId, outcome: dice.pick(['SETTLED', 'WITHDRAWN']), note: 'Read' };
  if (dice.chance(0.7)) await journey.step(() => journey.intent(raiser, 'settleConcern', settled, 'note'));
}

/** What must be refused: too early, by the wrong person, on a version long gone. */
async function overstep(journey: Journey): Promise<void> {
  const { dice } = journey.client;
  await journey.attempt(
    dice.pick([
      journey.deciding('approver', 'APPROVED'),
      journey.signing('analyst', 'purpose'),
      journey.signing('partner_a', 'proportionality'),
      journey.signing('data_steward', 'purpose', { expectedVersion: 1 }),
      journey.versioned('analyst_2', 'withdrawProposal', { reason: 'Not mine' }, 'reason'),
      journey.intent('outsider', 'comment', { body: 'Let me see' }, 'body'),
    ]),
  );
}

/** Somebody has a word on another client's proposal: the row is shared, its version is not moved. */
async function visit(journey: Journey, proposalId: string): Promise<void> {
  const who = journey.client.dice.pick(['approver', 'data_steward', 'analyst_2'] as const);
  await journey.client.perform({
    who: journey.member(who),
    mutation: 'comment',
    input: { proposalId, body: 'Seen' },
    words: 'body',
  });
}

async function signOff(journey: Journey, shape: Shape): Promise<void> {
  for (const key of journey.required) {
    if (journey.client.world.isOver() || journey.isEnded) return;
    await run(journey, shape, key);
    await signWhatIsMissing(journey, key);
  }
  if (journey.client.dice.chance(0.1)) await thinkAgain(journey);
}

/** Whoever won a race for another sign-off may be barred from this one: then a colleague gives it. */
async function signWhatIsMissing(journey: Journey, key: string): Promise<void> {
  if (journey.given.includes(key)) return;
  const given = await journey.step(() => journey.signing(signerOf(key) as PersonaKey, key));
  if (!given && key === 'transparency') await journey.step(() => journey.signing('privacy_officer', key));
}

async function thinkAgain(journey: Journey): Promise<void> {
  const key = journey.client.dice.pick(journey.given.length > 0 ? journey.given : journey.required);
  const who = signerOf(key) as PersonaKey;
  await journey.step(() =>
    journey.versioned(who, 'withdrawSignOff', { signOff: key, reason: 'I was told more' }, 'reason'),
  );
  await journey.step(() => journey.signing(who, key));
}

async function decide(journey: Journey, shape: Shape): Promise<void> {
  await run(journey, shape, 'decision');
  if (journey.isEnded || journey.state === 'RETURNED' || journey.client.world.isOver()) return;
  for (const key of journey.required) await signWhatIsMissing(journey, key);
  const outcome = journey.client.dice.pick([
    'APPROVED',
    'APPROVED',
    'APPROVED_WITH_CONDITIONS',
    'DECLINED',
    'RETURNED',
  ]);
  const answers = ['PR-10', 'PR-15'].map(questionId => ({ questionId, value: 'As the author said.' }));
  const more = {
    ...(outcome === 'DECLINED' ? { wouldChangeIt: 'Less.', ...(journey.tier === 'T1' ? {} : { answers }) } : {}),
    ...(outcome === 'APPROVED_WITH_CONDITIONS' ? { conditions: [condition(['RK-2'])] } : {}),
  };
  await journey.step(() => journey.deciding('approver', outcome, more));
}
