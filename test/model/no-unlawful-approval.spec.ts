// No sequence of commands reaches an approval that the rules forbid, and the product agrees with a model that knows only them.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isProblem } from '#governance';
import { emptyHall, handle, type Asked, type Hall } from '../builders/index.js';
import { cast } from './cast.js';
import { faultsOf } from './lawful.js';
import type { Move } from './moves.js';
import { helpfulMove, randomSequence, type Helpful } from './random-moves.js';
import { sent, startingDossier } from './sent.js';
import { SimpleModel, type People, type Verdict } from './simple-model.js';

const sequences = Number(process.env['ASSENT_SEQUENCES'] ?? 2_000);

const people: People = {
  organisation: Object.fromEntries(Object.entries(cast).map(([name, actor]) => [name, actor.organisationId])),
  roles: Object.fromEntries(Object.entries(cast).map(([name, actor]) => [name, actor.roles.map(({ role }) => role)])),
};

const tiers = ['T1', 'T2', 'T3'] as const;

/** Drafted, with both partners invited: where every sequence begins. */
const beginnings = Object.fromEntries(
  tiers.map(tier => [
    tier,
    [
      { by: cast['author']!, type: 'DraftProposal', input: { title: 'Visits', dossier: startingDossier(tier) } },
      {
        by: cast['author']!,
        type: 'InvitePartners',
        input: { proposalId: 'proposal-1', expectedVersion: 1, organisationIds: ['partner-a', 'partner-b'] },
      },
    ].reduce((hall, asked) => accepted(hall, asked as Asked), emptyHall()),
  ]),
) as Record<(typeof tiers)[number], Hall>;

function accepted(hall: Hall, asked: Asked): Hall {
  const outcome = handle(hall, asked);
  if (isProblem(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.hall;
}

const ends = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'DECLINED', 'REDIRECTED', 'WITHDRAWN'];
/** After the end a few more moves are tried: nothing but a conflict or a hand-over may happen there. */
const triedAfterTheEnd = 3;

interface Tally {
  /** In which states the sequences ended. */
  ended: Record<string, number>;
  /** What came of which moves. */
  verdicts: Record<string, number>;
}

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** What came of one move: the same in the product and in the model, or the run fails. */
function compare(hall: Hall, model: SimpleModel, move: Move, n: number): { hall: Hall; verdict: Verdict } {
  const outcome = handle(hall, sent(move, hall.proposal!, n));
  const said = isProblem(outcome) ? outcome.kind : 'ok';
  const told = `${said} ${JSON.stringify(isProblem(outcome) ? outcome : '')}`;
  const expected = model.take(move);
  if (said !== expected) throw new Error(`The model says ${expected}, the product ${told} of ${JSON.stringify(move)}`);
  const next = isProblem(outcome) ? hall : outcome.hall;
  const stands = { state: next.proposal!.state, tier: next.proposal!.tier, ...summaryOf(next.proposal!.signOffs) };
  const should = { state: model.state, tier: model.tier, ...summaryOf(model.given) };
  if (!isDeepStrictEqual(stands, should)) expect({ ...stands, move }).toEqual({ ...should, move });
  return { hall: next, verdict: expected };
}

const summaryOf = (signOffs: Record<string, { status: string; finding?: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(signOffs).map(([key, { status, finding }]) => [key, `${status} ${finding}`]));

function play(tier: (typeof tiers)[number], sequence: (Move | Helpful)[], tally: Tally): void {
  const model = new SimpleModel(people, tier);
  let hall = beginnings[tier];
  let left = triedAfterTheEnd;
  for (const [index, each] of sequence.entries()) {
    const move = each.do === 'help' ? helpfulMove(model, each.n) : each;
    const compared = compare(hall, model, move, index);
    hall = compared.hall;
    count(tally.verdicts, `${move.do} ${compared.verdict}`);
    if (ends.includes(model.state) && (left -= 1) < 0) break;
  }
  expect(faultsOf(hall.history)).toEqual([]);
  count(tally.ended, model.state);
}

describe('random sequences of commands by random people', () => {
  it(`reach no unlawful approval, and go as the rules say (${sequences} sequences)`, () => {
    const tally: Tally = { ended: {}, verdicts: {} };
    fc.assert(
      fc.property(fc.constantFrom(...tiers), randomSequence, (tier, sequence) => play(tier, sequence, tally)),
      { numRuns: sequences, ...seed() },
    );
    const approvals = (tally.ended['APPROVED'] ?? 0) + (tally.ended['APPROVED_WITH_CONDITIONS'] ?? 0);
    const commands = Object.values(tally.verdicts).reduce((sum, each) => sum + each, 0);
    const share = ((100 * approvals) / sequences).toFixed(1);
    process.stdout.write(`${sequences} sequences of ${commands} commands; ${share} % were approved.\n`);
    if (process.env['ASSENT_TALLY']) process.stdout.write(`${JSON.stringify(tally, undefined, 1)}\n`);
    expect(approvals / sequences).toBeGreaterThan(0.2);
  }, 600_000);
});

/** ASSENT_SEED repeats a run; otherwise each run is a new one, and a failure prints its seed. */
function seed(): { seed?: number } {
  const given = process.env['ASSENT_SEED'];
  return given ? { seed: Number(given) } : {};
}
