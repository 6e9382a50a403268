// The review checklist: what is INVALID of it, what a No stands in the way of, how it is kept, and that it opens nothing.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answersWith,
  condition,
  drafted,
  gap,
  given,
  giveSignOff,
  inReview,
  markRelevance,
  outcomeOf,
  reviseProposal,
  signOffGiven,
  submitted,
  t2,
  t2Facts,
} from '../../../test/builders/index.js';
import { currentCatalogue } from '../catalogue/index.js';
import { isProblem } from '../problems.js';
import { ticks, type Finding, type Tick } from '../vocabulary/index.js';
import { heldQuestions } from './requirements.js';
import { kindOfField } from './words.js';

const yes = (questionId: string) => ({ questionId, answer: 'YES' });
const no = (questionId: string) => ({ questionId, answer: 'NO', note: 'It is not said for whom.' });
const purpose = (checklist: unknown, more: object = {}) => giveSignOff('purpose', { checklist, ...more });
const promised = (...about: string[]) => ({ finding: 'MET_WITH_CONDITIONS', conditions: [condition(about)] });

describe('A checklist that is INVALID', () => {
  it.each([
    ['a question twice', [yes('PM-1'), yes('PM-2'), no('PM-1')], 'checklist.PM-1', 'duplicate'],
    ['a No without a note', [{ questionId: 'PM-1', answer: 'NO' }], 'checklist.PM-1.note', 'blank'],
    ['a blank note', [{ ...no('PM-1'), note: ' \u200B\n' }], 'checklist.PM-1.note', 'blank'],
    [
      '“does not apply” without a note',
      [{ questionId: 'PM-1', answer: 'NOT_APPLICABLE' }],
      'checklist.PM-1.note',
      'blank',
    ],
    ['control characters', [{ ...yes('PM-1'), note: 'a\u0007b' }], 'checklist.PM-1.note', 'control-characters'],
    ['the direction turned', [{ ...no('PM-1'), note: 'a\u202Eb' }], 'checklist.PM-1.note', 'control-characters'],
    ['a note too long', [{ ...no('PM-1'), note: 'a'.repeat(20_001) }], 'checklist.PM-1.note', 'too-long'],
    ['another answer', [{ questionId: 'PM-1', answer: 'PERHAPS' }], 'checklist.PM-1.answer', 'not-an-option'],
    ['another field', [{ ...yes('PM-1'), finding: 'MET' }], 'checklist.PM-1.finding', 'unknown-key'],
    ['a question there is not', [yes('PM-1'), yes('XX-9')], 'checklist.XX-9', 'unknown-question'],
    ['a question of another sign-off', [yes('RK-2')], 'checklist.RK-2', 'not-asked'],
    ['a question of another tier', [yes('PM-6')], 'checklist.PM-6', 'not-asked'],
    ['a question that does not apply', [yes('PM-8')], 'checklist.PM-8', 'not-asked'],
  ])('%s', (_, checklist, path, fault) => {
    given(inReview('T2'))
      .when(purpose(checklist))
      .refuses('INVALID', { path: [path], faults: [fault] });
  });

  it('a question that was marked as not relevant', () => {
    given(inReview('T2'), markRelevance('PM-3', false))
      .when(purpose([yes('PM-3')]))
      .refuses('INVALID', { path: ['checklist.PM-3'], faults: ['not-asked'] });
  });

  it('is no reason to say so of a sign-off that the tier lacks', () => {
    given(inReview('T1'))
      .when(giveSignOff('consultation', { checklist: [yes('CN-1')] }))
      .refuses('BLOCKED', { code: 'not-required' });
  });
});

describe('A No', () => {
  it('to a blocking question keeps the sign-off from being met', () => {
    const { blockers } = given(inReview('T2'))
      .when(purpose([yes('PM-1'), no('PM-4'), no('PM-12')]))
      .refuses('BLOCKED', { code: 'not-ready', subjects: ['PM-4', 'PM-12'] });
    expect(blockers.map(({ code }) => code)).toEqual(['checklist-no', 'checklist-no']);
  });

  it('to a question that blocks nothing does not, nor does “does not apply”', () => {
    given(inReview('T2'))
      .when(purpose([no('PM-3'), { ...no('PM-4'), answer: 'NOT_APPLICABLE' }]))
      .then(signOffGiven('purpose', { finding: 'MET' }));
  });

  it('says nothing twice of an answer that is missing already', () => {
    const { blockers } = given(drafted(t2({ answers: answersWith(t2Facts, gap('PM-4')) })), submitted())
      .when(purpose([no('PM-4')]))
      .refuses('BLOCKED', { subjects: ['PM-4'] });
    expect(blockers.map(({ code }) => code)).toEqual(['question-gap']);
  });

  it('is let through by a dated condition that names it, where the question allows one', () => {
    given(inReview('T2'))
      .when(purpose([no('PM-4')], promised('PM-4')))
      .then(signOffGiven('purpose', { finding: 'MET_WITH_CONDITIONS' }));
    given(inReview('T2'))
      .when(purpose([no('PM-4')], promised('PM-2')))
      .refuses('BLOCKED', { subjects: ['PM-4'] });
    given(inReview('T2'))
      .when(purpose([no('PM-1')], promised('PM-1')))
      .refuses('BLOCKED', { subjects: ['PM-1'] });
  });

  it('goes with NOT_MET whatever it is to', () => {
    given(inReview('T2'))
      .when(purpose([no('PM-1'), no('PM-12')], { finding: 'NOT_MET' }))
      .then(signOffGiven('purpose', { finding: 'NOT_MET' }));
  });
});

describe('What was gone through', () => {
  it('is kept in the order of the catalogue, with its version and how many there were', () => {
    const { proposal, events } = given(inReview('T2'))
      .when(purpose([{ ...yes('PM-12'), note: '  ' }, no('PM-3'), yes('PM-1')]))
      .accepted();
    const checklist = {
      catalogue: currentCatalogue.pin,
      total: heldQuestions(currentCatalogue, proposal, ['PM']).length,
      answers: [yes('PM-1'), no('PM-3'), yes('PM-12')],
    };
    expect(events[0]).toMatchObject({ type: 'SignOffGiven' });
    expect((events[0] as { checklist?: unknown }).checklist).toEqual(checklist);
    expect(proposal.signOffs.purpose!.checklist).toEqual(checklist);
    expect(checklist.total).toBeGreaterThan(3);
  });

  it('stays with a sign-off that becomes stale, and goes when it is given anew without', () => {
    const stale = given(inReview('T2'), purpose([yes('PM-1')]), reviseProposal({ answers: [gap('PM-1')] }));
    expect(stale.proposal.signOffs.purpose).toMatchObject({
      status: 'STALE',
      checklist: { answers: [yes('PM-1')] },
    });
    const { proposal } = stale.when(giveSignOff('purpose', { finding: 'NOT_MET' })).accepted();
    expect(proposal.signOffs.purpose).not.toHaveProperty('checklist');
  });

  it.each([undefined, null, []])('is nothing for %j: outside programs send none', checklist => {
    const { events } = given(inReview('T2')).when(purpose(checklist)).accepted();
    expect(events[0]).not.toHaveProperty('checklist');
  });

  it('parts into what is open and words', () => {
    expect([kindOfField('checklist', {}), kindOfField('total', 8)]).toEqual(['node', 'open']);
    expect(ticks.map(tick => kindOfField('answer', tick))).toEqual(['open', 'open', 'open']);
    expect([kindOfField('answer', 'She said so.'), kindOfField('note', 'It is not.')]).toEqual(['words', 'words']);
  });
});

describe('Whatever is ticked', () => {
  const { hall, proposal } = given(
    drafted(t2({ answers: answersWith(t2Facts, gap('PM-4'), gap('PM-3')) })),
    submitted(),
  );
  const held = heldQuestions(currentCatalogue, proposal, ['PM']);
  const tick = fc.record({
    questionId: fc.constantFrom(...held.map(({ id }) => id)),
    answer: fc.constantFrom(...ticks),
    note: fc.constantFrom('Not said.', 'Seen.'),
  });
  const asked = fc.record({
    checklist: fc.uniqueArray(tick, { selector: ({ questionId }) => questionId }),
    finding: fc.constantFrom<Finding>('MET', 'MET_WITH_CONDITIONS', 'NOT_MET'),
    about: fc.uniqueArray(fc.constantFrom(...held.map(({ id }) => id)), { minLength: 1 }),
  });
  const isDenied = (checklist: { questionId: string; answer: Tick }[]): boolean =>
    held.some(({ id, blocking }) => blocking && checklist.some(each => each.questionId === id && each.answer === 'NO'));

  it('opens nothing that is shut without it, and shuts MET on a No alone', () => {
    fc.assert(
      fc.property(asked, ({ checklist, finding, about }) => {
        const more = { finding, ...(finding === 'MET_WITH_CONDITIONS' ? { conditions: [condition(about)] } : {}) };
        const without = outcomeOf(hall, purpose([], more)).outcome;
        const { outcome } = outcomeOf(hall, purpose(checklist, more));
        if (isProblem(without)) expect(isProblem(outcome)).toBe(true);
        else if (finding === 'NOT_MET' || !isDenied(checklist)) expect(isProblem(outcome)).toBe(false);
        else if (finding === 'MET') expect(isProblem(outcome)).toBe(true);
      }),
    );
  });

  it('is kept whole, whatever the order it comes in', () => {
    fc.assert(
      fc.property(asked, ({ checklist }) => {
        const kept = [checklist, checklist.toReversed()].map(each => {
          const { proposal: after } = outcomeOf(hall, purpose(each, { finding: 'NOT_MET' })).accepted();
          return after.signOffs.purpose!.checklist;
        });
        expect(kept[0]).toEqual(kept[1]);
        expect(new Set(kept[0]?.answers ?? [])).toEqual(new Set(checklist));
      }),
    );
  });
});
