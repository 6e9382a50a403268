// The shapes of answers, type by type, and how a question stands (rules: answers).
import { describe, expect, it } from '@jest/globals';
import { valueFor } from '../../../test/builders/index.js';
import { emptyDossier, type Json } from '../proposal/dossier.js';
import { hasShape, standingOf } from './answers.js';
import { catalogue } from './load.js';
import type { Question } from './schema.js';

const dossier = {
  ...emptyDossier(),
  purposes: [
    { id: 'P-1', statement: 'One.' },
    { id: 'P-2', statement: 'Two.' },
  ],
};
const byId = (id: string): Question => catalogue.questions.get(id)!;
const fits = (id: string, value: unknown): boolean => hasShape(byId(id), value as Json, dossier);
const entryTypes = [
  'table',
  'list',
  'party_list',
  'attachment_list',
  'flow_diagram',
  'ipp_table',
  'assurance_plan',
  'contact_plan',
  'access_plan',
  'attestation',
  'notice',
  'notice_or_exception',
];
const ofType = (type: string): Question => ({ ...byId('PM-1'), answer: { type } }) as Question;

describe('an answer that shows nothing', () => {
  it('is no answer: zero-width characters are blank in answers as in titles', () => {
    expect(fits('PM-1', '\u200b\u3164')).toBe(false);
  });
});

describe('shapes of answers (rules: answers)', () => {
  it('has a fitting value for every question that is answered by hand', () => {
    for (const question of catalogue.questions.values()) {
      expect(hasShape(question, valueFor(question, ['P-1', 'P-2']) as Json, dossier)).toBe(
        question.answer.type !== 'computed',
      );
    }
  });

  it.each(['long_text', 'date_or_text'])('%s is a string that is not blank', type => {
    const fitsType = (value: unknown) => hasShape(ofType(type), value as Json, dossier);
    expect(['A text.', '2026-03-02'].map(fitsType)).toEqual([true, true]);
    expect(['', ' ', '\n', 7, true, null, [], ['x'], {}, { text: 'x' }].map(fitsType)).toEqual(Array(10).fill(false));
  });

  it.each([
    ['PM-12', 'yes'],
    ['TC-7', 'consent is not used'],
    ['RK-2', 'brief'],
  ])('%s is one of its options', (id, option) => {
    expect(fits(id, option)).toBe(true);
    for (const value of ['maybe', '', ' yes', 'Yes', true, ['yes'], { choice: 'yes' }, null, 'constructor'])
      expect(fits(id, value)).toBe(false);
  });

  it.each([
    ['TC-8', 'yes'],
    ['TC-8', 'no'],
    ['RK-17', 'very high'],
    ['TC-12', 'summary'],
  ])('%s is a choice with a text', (id, choice) => {
    expect(fits(id, { choice, text: 'Because.' })).toBe(true);
    for (const value of [
      choice,
      { choice },
      { text: 'x' },
      { choice, text: ' ' },
      { choice: 'perhaps', text: 'x' },
      [choice, 'x'],
      null,
      7,
    ])
      expect(fits(id, value)).toBe(false);
  });

  it('PR-3 is a rung from 0 to 7 for every purpose, whatever else it names', () => {
    expect(
      [
        { 'P-1': 0, 'P-2': 7 },
        { 'P-1': 1, 'P-2': 2, 'P-9': 'x' },
      ].map(value => fits('PR-3', value)),
    ).toEqual([true, true]);
    for (const value of [
      { 'P-1': 1 },
      { 'P-1': 1, 'P-2': 8 },
      { 'P-1': 1, 'P-2': -1 },
      { 'P-1': 1, 'P-2': 1.5 },
      { 'P-1': 1, 'P-2': '1' },
      {},
      [1, 2],
      1,
      'x',
      null,
    ])
      expect(fits('PR-3', value)).toBe(false);
  });

  it('PR-3 is not fooled by names that every object is born with', () => {
    const odd = { ...emptyDossier(), purposes: [{ id: 'constructor', statement: 'One.' }] };
    expect(hasShape(byId('PR-3'), {}, odd)).toBe(false);
    expect(hasShape(byId('PR-3'), JSON.parse('{"constructor":2}') as Json, odd)).toBe(true);
  });

  it.each(entryTypes)('%s is a list of strings or objects that is not empty, or a text', type => {
    const fitsType = (value: unknown) => hasShape(ofType(type), value as Json, dossier);
    expect([['x'], [{ a: 1 }, 'x'], 'A text.'].map(fitsType)).toEqual([true, true, true]);
    expect([[], '', ' ', [7], [null], [['x']], {}, { a: 1 }, 7, null].map(fitsType)).toEqual(Array(10).fill(false));
  });
});

describe('how a question stands (rules: answers)', () => {
  const stands = (id: string, answer: object | undefined) => standingOf(byId(id), answer as never, dossier);
  const value = (given: unknown) => ({ questionId: 'x', value: given, evidence: [] });

  it('is unanswered, a gap, or answered', () => {
    expect(stands('PM-1', undefined)).toBe('unanswered');
    expect(stands('PM-1', { questionId: 'PM-1', gap: 'Not yet.', evidence: [] })).toBe('gap');
    expect(stands('PM-1', value('An answer.'))).toBe('answered');
  });

  it('is unanswered when a stored value no longer has its shape', () => {
    expect(stands('PR-3', value({ 'P-1': 1 }))).toBe('unanswered');
  });

  it.each([
    ['PM-12', 'yes', 'no'],
    ['RK-10', 'no', 'yes'],
    ['TC-7', 'no', 'consent is not used'],
    ['RK-17', { choice: 'very high', text: 'x' }, { choice: 'high', text: 'x' }],
  ])('%s fails by %j and not by %j', (id, failing, passing) => {
    expect(stands(id, value(failing))).toBe('failing');
    expect(stands(id, value(passing))).toBe('answered');
  });

  it('fails by no other question', () => {
    const withFailing = [...catalogue.questions.values()].filter(({ answer }) => answer.failsOn);
    expect(withFailing.map(({ id, answer }) => [id, answer.failsOn])).toEqual([
      ['PM-12', ['yes']],
      ['RK-10', ['no']],
      ['RK-17', ['very high']],
      ['TC-7', ['no']],
    ]);
  });

  it('asks seven computed questions', () => {
    expect(
      [...catalogue.questions.values()].filter(({ answer }) => answer.type === 'computed').map(({ id }) => id),
    ).toEqual(['PM-7', 'PM-9', 'PR-4', 'RK-4', 'CN-3', 'CN-5', 'CN-13']);
  });
});
