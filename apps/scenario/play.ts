// Plays a case from its first step to its last. Nothing is repaired and no later step is skipped.
import { randomUUID } from 'node:crypto';
import { type CaseFile, type CommandStep, type Step, isLook } from './case-file.js';
import type { Expectation } from './checks.js';
import type { Client } from './client.js';
import { look } from './look.js';
import { Made } from './made.js';
import { type Outcome, expectationText, meets, outcomeText } from './outcome.js';
import { type Stage, perform } from './perform.js';
import { Unresolved } from './references.js';

/** One step as it went: `seen` is what came of a command. `message` is the product's own sentence, where it refused. */
export interface Played {
  number: number;
  who: string;
  what: string;
  seen: string;
  message?: string;
  expectations: Expectation[];
}

export interface Outside {
  now: () => Date;
  newId: () => string;
}

const outside: Outside = { now: () => new Date(), newId: randomUUID };

/** Every step of the case in order; `onStep` hears of each as soon as it is done. */
export async function play(
  caseFile: CaseFile,
  client: Client,
  onStep: (played: Played) => void = () => {},
  { now, newId } = outside,
): Promise<Played[]> {
  const stage: Stage = { caseFile, client, made: new Made(), now, newId };
  const all: Played[] = [];
  for (const [index, step] of caseFile.steps.entries()) {
    const played = { number: index + 1, who: step.as, what: whatOf(step), ...(await playStep(step, stage)) };
    all.push(played);
    onStep(played);
  }
  return all;
}

type Went = Pick<Played, 'seen' | 'message' | 'expectations'>;

async function playStep(step: Step, stage: Stage): Promise<Went> {
  if (!isLook(step)) return judged(step, await perform(step, stage), stage.made);
  return { seen: '', expectations: await look(step, stage) };
}

function judged(step: CommandStep, outcome: Outcome, made: Made): Went {
  const { met, why } = judge(step, outcome, made);
  const seen = outcomeText(outcome, made);
  const expected = expectationText(step.expect);
  return {
    seen: seen === 'a Receipt' ? 'allowed' : seen,
    ...('problem' in outcome && { message: `${outcome.problem.code}: ${outcome.problem.message}` }),
    expectations: [{ what: whatOf(step), expected, seen: why ?? seenInFull(seen, step, outcome), met }],
  };
}

/** A name that stands for nothing cannot be compared, so the expectation is not met. */
function judge(step: CommandStep, outcome: Outcome, made: Made): { met: boolean; why?: string } {
  try {
    return { met: meets(outcome, step.expect, made) };
  } catch (error) {
    if (error instanceof Unresolved) return { met: false, why: `${outcomeText(outcome, made)}; ${error.message}` };
    throw error;
  }
}

/** Where a code is expected, the code is shown beside the subjects. */
function seenInFull(seen: string, step: CommandStep, outcome: Outcome): string {
  const code = 'problem' in outcome && step.expect?.code ? outcome.problem.code : '';
  return code && !seen.includes(code) ? `${seen} (${code})` : seen;
}

const tellingFields = [
  'signOff',
  'concernId',
  'conditionId',
  'questionId',
  'tier',
  'outcome',
  'disposition',
  'finding',
];

/** `giveSignOff proportionality MET`, `raiseConcern C-1`, `looks at state, tier`. */
export function whatOf(step: Step): string {
  const on = step.on ? ` on ${step.on}` : '';
  if (isLook(step)) return `looks at ${Object.keys(step.check).join(', ')}${on}`;
  const telling = tellingFields.map(field => step.with?.[field]).filter(value => typeof value === 'string');
  return [step.do, step.id, ...telling].filter(Boolean).join(' ') + on;
}
