// One of the clients: sends commands, some of them several times at once, and asks again under the same id until it knows what
// came of them. Everything is noted in the history before it is sent and after it is answered.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from '../harness/cast.js';
import { patience, readStanding, sendCommand, type Outcome, type Receipt, type Standing } from './ask.js';
import type { Dice } from './dice.js';
import type { History } from './history.js';
import { countUp, type Tally } from './tally.js';

/** What a person means to do. `words` names the field of the input that holds a sentence of their own, if any does. */
export interface Intent {
  who: Member;
  mutation: string;
  input: Record<string, unknown>;
  words?: string;
}

export interface World {
  history: History;
  tally: Tally;
  /** Where the apis answer, whether or not they do so just now. */
  urls: string[];
  /** A number for each attempt of the whole campaign. */
  nextAttempt(): number;
  /** Nothing more is to be begun. */
  isOver(): boolean;
  /** Proposals of all clients, for the others to look in on. */
  proposals: string[];
}

interface Command extends Intent {
  commandId: string;
}

/** Milliseconds after which a sender gives up asking. */
const perseverance = 120_000;

export class Client {
  /** Commands that were acknowledged, to be sent again later. */
  private readonly memory: { command: Command; body: Body }[] = [];

  constructor(
    readonly world: World,
    readonly dice: Dice,
  ) {}

  /** A command of one's own, perhaps with its duplicates. `mustKnow`: its sender does not give up before it knows what came of it. */
  async perform(intent: Intent, { mustKnow = false } = {}): Promise<Outcome & { commandId: string }> {
    const { dice, world } = this;
    const command = { ...intent, commandId: randomUUID() };
    world.tally.commands += 1;
    const times = dice.chance(0.3) ? dice.between(2, 5) : 1;
    const bodies = Array.from({ length: times }, (_, nth) => bodyOf(command, nth > 0 && dice.chance(0.15)));
    world.tally.otherBodies += bodies.filter(({ isOther }) => isOther).length;
    const outcomes = await Promise.all(bodies.map(body => this.attempt(command, body)));
    const outcome = await this.resolve(command, bodies, outcomes, mustKnow);
    this.count(outcome);
    return { ...outcome, commandId: command.commandId };
  }

  /** Something acknowledged long ago is sent once more. The checker compares the answers. */
  async repeatAnOldOne(): Promise<void> {
    if (this.memory.length === 0) return;
    const { command, body } = this.dice.pick(this.memory);
    this.world.tally.asksAgain += 1;
    await this.attempt(command, body);
  }

  standingOf(who: Member, proposalId: string): Promise<Standing | null> {
    return readStanding(() => this.dice.pick(this.world.urls), who.token, proposalId);
  }

  private async attempt(command: Command, body: Body): Promise<Outcome> {
    const { history, tally, urls, nextAttempt } = this.world;
    const attempt = nextAttempt();
    const { who, mutation, commandId } = command;
    const { sentence, input } = body;
    await history.append({ note: 'sent', attempt, personId: who.personId, commandId, mutation, sentence });
    const api = this.dice.between(0, urls.length - 1);
    const sentAt = performance.now();
    tally.attempts += 1;
    // Some hang up before they are answered, which is when most commands are recorded without anybody's hearing of it.
    const hangsUpAfter = this.dice.chance(0.03) ? this.dice.between(10, 150) : patience;
    const door = { url: urls[api]!, token: who.token, hangsUpAfter };
    const outcome = await sendCommand(door, mutation, { commandId, ...input });
    tally.longestWait = Math.max(tally.longestWait, performance.now() - sentAt);
    if (outcome.is === 'acknowledged') tally.hear(api, sentAt);
    if (outcome.is === 'unknown') this.lose(outcome.why);
    await history.append(noteOf(attempt, outcome));
    return outcome;
  }

  private lose(why: string): void {
    this.world.tally.lostAnswers += 1;
    countUp(this.world.tally.lost, why);
  }

  /** One answer for the command: what any of its attempts was told, else asked for again, unless this client gives up. */
  private async resolve(command: Command, bodies: Body[], outcomes: Outcome[], mustKnow: boolean): Promise<Outcome> {
    const deadline = performance.now() + perseverance;
    const givesUp = !mustKnow && this.dice.chance(0.2);
    let [body, known] = [bodies[0]!, verdictOf(outcomes)];
    let told = outcomes.indexOf(known);
    while (known.is === 'unknown' || isUnderOtherBody(known)) {
      if ((known.is === 'unknown' && givesUp) || performance.now() > deadline) return known;
      if (isUnderOtherBody(known)) body = bodyOf(command, !body.isOther);
      else await sleep(this.dice.between(50, 400));
      known = await this.attempt(command, body);
      told = -1;
    }
    if (known.is === 'acknowledged') this.memory.push({ command, body: bodies[told] ?? body });
    return known;
  }

  private count(outcome: Outcome): void {
    const { tally } = this.world;
    tally[outcome.is] += 1;
    if (outcome.is === 'refused') countUp(tally.refusals, `${outcome.kind} ${outcome.code}`);
  }
}

interface Body {
  input: Record<string, unknown>;
  sentence: string | null;
  isOther: boolean;
}

/** The other body differs in its sentence alone; a command without words has one body only. */
function bodyOf({ input, words, commandId }: Command, isOther: boolean): Body {
  if (!words) return { input, sentence: null, isOther: false };
  const sentence = `${String(input[words])} (${commandId.slice(0, 8)}, ${isOther ? 'said differently' : 'as first said'})`;
  return { input: { ...input, [words]: sentence }, sentence, isOther };
}

/** Accepted when anybody was told so; refused only when all were. */
const verdictOf = (outcomes: Outcome[]): Outcome =>
  outcomes.find(({ is }) => is === 'acknowledged') ??
  outcomes.find(isUnderOtherBody) ??
  outcomes.find(({ is }) => is === 'unknown') ??
  outcomes[0]!;

/** Recorded, but not with the body that was asked with. */
const isUnderOtherBody = (outcome: Outcome): boolean => outcome.is === 'refused' && outcome.code === 'command-id-used';

function noteOf(attempt: number, outcome: Outcome) {
  switch (outcome.is) {
    case 'acknowledged':
      return { note: 'acknowledged' as const, attempt, ...factsOf(outcome) };
    case 'refused':
      return { note: 'refused' as const, attempt, kind: outcome.kind, code: outcome.code };
    case 'unknown':
      return { note: 'unknown' as const, attempt, why: outcome.why };
  }
}

const factsOf = ({ replayed, proposal, entries }: Receipt) => ({
  ...{ replayed, proposalId: proposal.id, version: proposal.version },
  entries: entries.map(({ id, sequence, hash, type }) => ({ id, sequence, hash, type })),
});
