// How random sequences are made: some moves at random, by fitting people or by anybody, and some that help the proposal on.
import fc from 'fast-check';
import { names, type Name } from './cast.js';
import { edits, signOffs, type Edit, type Move, type Promise_, type SignOff } from './moves.js';
import type { SimpleModel } from './simple-model.js';

/** Resolved when its turn comes, from where the proposal then stands. */
export interface Helpful {
  do: 'help';
  n: number;
}

const by = (...fitting: Name[]): fc.Arbitrary<Name> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: fc.constantFrom(...names) });

const rarely = (oneIn: number): fc.Arbitrary<boolean> => fc.nat(oneIn - 1).map(n => n === 1);

const move = <M extends Move['do']>(which: M, who: fc.Arbitrary<Name>, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({
    do: fc.constant(which),
    by: who,
    stale: rarely(20),
    blank: rarely(40),
    ...fields,
  }) as unknown as fc.Arbitrary<Move>;

const promise = fc.option(
  fc.record<Promise_>({
    about: fc.constantFrom('PM-4', 'PR-10', 'RK-2', 'RK-9', 'RK-17', 'CN-1', 'TC-1'),
    precedent: fc.boolean(),
    dated: fc.nat(3).map(n => n > 0),
    owned: fc.nat(3).map(n => n > 0),
  }),
  { nil: undefined },
);

const key = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom<string>(...signOffs) },
  { weight: 1, arbitrary: fc.constantFrom('spelling', '__proto__', 'xstate.done.state.purpose', '') },
);
const finding = fc.constantFrom('MET', 'MET', 'MET_WITH_CONDITIONS', 'MET_WITH_CONDITIONS', 'NOT_MET');
const outcome = fc.constantFrom(
  'APPROVED',
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'APPROVED_WITH_CONDITIONS',
  'RETURNED',
  'DECLINED',
  'REDIRECTED',
);
const concern = fc.constantFrom(0, 0, 0, 1, 1, 2, 9);
const reviewers = ['steward', 'steward_2', 'officer', 'officer_2', 'officer_3', 'security', 'engagement'];

const usual: Record<SignOff, Name[]> = {
  purpose: ['steward', 'steward_2'],
  proportionality: ['officer_2', 'officer_3'],
  privacy_risk: ['security', 'officer_3', 'approver_2', 'steward'],
  consultation: ['engagement', 'steward_2'],
  transparency: ['officer', 'officer_3', 'steward'],
};

const usuallyBy = (which: string): Name[] => (Object.hasOwn(usual, which) ? usual[which as SignOff] : reviewers);

export const randomMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: move('submit', by('author', 'analyst'), {}) },
  {
    weight: 12,
    arbitrary: move('revise', by('author', 'author', 'author', 'analyst'), { edit: fc.constantFrom<Edit>(...edits) }),
  },
  { weight: 18, arbitrary: move('sign', by(...reviewers), { key, finding, promise }) },
  {
    weight: 3,
    arbitrary: key.chain(which => move('unsign', by(...usuallyBy(which)), { key: fc.constant(which) })),
  },
  {
    weight: 5,
    arbitrary: move('raise', by('partner', 'partner_2', 'other_partner', 'analyst', 'security'), {
      severity: fc.constantFrom('MINOR', 'MODERATE', 'SUBSTANTIAL'),
      audience: fc.constantFrom('PARTIES', 'PARTIES', 'REVIEWERS'),
    }),
  },
  {
    weight: 6,
    arbitrary: move('answer', by('author', 'engagement'), {
      concern,
      disposition: fc.constantFrom('ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'),
    }),
  },
  {
    weight: 6,
    arbitrary: move('settle', by('partner', 'partner_2', 'other_partner', 'analyst'), {
      concern,
      outcome: fc.constantFrom('SETTLED', 'SETTLED', 'DISPUTED', 'DISPUTED', 'WITHDRAWN', 'OPEN', 'ANSWERED'),
    }),
  },
  {
    weight: 7,
    arbitrary: move('decide', by('approver', 'approver_2', 'officer'), {
      outcome,
      overrules: fc.boolean(),
      promise,
      wouldChangeIt: fc.boolean(),
      answers: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: move('conflict', by(...names), {}) },
  { weight: 2, arbitrary: move('propose', by('partner', 'other_partner'), {}) },
  {
    weight: 1,
    arbitrary: move('raiseTier', by('officer_2', 'officer_3'), { tier: fc.constantFrom('T1', 'T2', 'T3', 'U') }),
  },
  {
    weight: 2,
    arbitrary: move('relevance', by('officer_2', 'officer_3'), {
      question: fc.constantFrom('PM-1', 'RK-2'),
      relevant: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: move('handOver', by('author', 'analyst'), {}) },
  { weight: 1, arbitrary: move('withdraw', fc.constantFrom(...names), {}) },
);

export const randomSequence: fc.Arbitrary<(Move | Helpful)[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: randomMove },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('help' as const), n: fc.nat(30) }) },
  ),
  { minLength: 15, maxLength: 40, size: 'max' },
);

const pick = <T>(list: T[], n: number): T => list[n % list.length]!;

/** The next thing that brings this proposal nearer to its decision, as far as anyone can tell. */
export function helpfulMove(model: SimpleModel, n: number): Move {
  const { author } = model;
  const mending = mend(model);
  if (mending) return { do: 'revise', by: author, edit: mending };
  if (model.state === 'DRAFTING' || model.state === 'RETURNED') return { do: 'submit', by: author };
  const silent = model.concerns.findIndex(({ status }) => status === 'OPEN');
  const disposition = pick(['ACCEPTED', 'NOT_ACCEPTED'] as const, n);
  if (silent >= 0) return { do: 'answer', by: 'engagement', concern: silent, disposition };
  const answered = model.concerns.findIndex(({ status }) => status === 'ANSWERED');
  if (answered >= 0 && n % 3 === 0) return settling(model, answered, n / 3);
  const lacking = model.required.find(
    each => model.given[each]?.status !== 'GIVEN' || model.given[each]?.finding === 'NOT_MET',
  );
  if (lacking) return signing(model, lacking, n);
  const isWhole = model.required.every(each => model.given[each]?.finding === 'MET');
  const promised = { about: 'RK-2', precedent: true, dated: true, owned: true };
  return {
    do: 'decide',
    by: pick(['approver', 'approver_2', 'officer'], n),
    outcome: isWhole && n % 2 === 0 ? 'APPROVED' : 'APPROVED_WITH_CONDITIONS',
    overrules: n % 4 !== 0,
    promise: promised,
    wouldChangeIt: true,
    answers: true,
  };
}

const settling = ({ concerns }: SimpleModel, concern: number, n: number): Move => {
  const outcome = pick(['SETTLED', 'DISPUTED', 'WITHDRAWN'] as const, n);
  return { do: 'settle', by: concerns[concern]!.by, concern, outcome };
};

function mend({ openQuestions, recipients, partnersAlternatives, rung, state }: SimpleModel): Edit | undefined {
  if (!['DRAFTING', 'RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'].includes(state)) return undefined;
  if (openQuestions[0]) return openQuestions[0] as Edit;
  if (recipients === 0) return 'recipient';
  if (partnersAlternatives.includes(false)) return 'explain alternatives';
  return rung >= 5 && partnersAlternatives.length === 0 ? 'rung 1' : undefined;
}

function signing(model: SimpleModel, key: SignOff, n: number): Move {
  const giver = model.given[key]?.status === 'GIVEN' ? model.given[key].by : pick(usual[key], n);
  const about = {
    purpose: 'PM-4',
    proportionality: 'PR-10',
    privacy_risk: 'RK-2',
    consultation: 'CN-1',
    transparency: 'TC-1',
  }[key];
  const isConditional = n % 5 === 0;
  const promise = { about, precedent: true, dated: true, owned: true };
  return isConditional
    ? { do: 'sign', by: giver, key, finding: 'MET_WITH_CONDITIONS', promise }
    : { do: 'sign', by: giver, key, finding: 'MET' };
}
