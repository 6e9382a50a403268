// The shape of every command: whatever is sent, it is read as it is meant or refused with each offending place.
import { describe, expect, it } from '@jest/globals';
import {
  alternative,
  answer,
  dataItem,
  draftProposal,
  drafted,
  given,
  givenNothing,
  inReview,
  invitePartners,
  purpose,
  recipient,
  reviseProposal,
  risk,
  t1,
} from '../../../test/builders/index.js';
import { isProblem, type Fault } from '../problems.js';
import { checkShape } from './check-shape.js';
import { commandTypes, type Command, type CommandType } from './commands.js';

const faultsOf = (type: CommandType, input: unknown): Fault[] => {
  const checked = checkShape(type, input);
  return isProblem(checked) ? checked.faults : [];
};
const told = (type: CommandType, input: unknown): string[] =>
  faultsOf(type, input).map(({ path, code }) => `${path}: ${code}`);
const ofDossier = (dossier: unknown): string[] => told('DraftProposal', { title: 'A title', dossier });
const json = (text: string): unknown => JSON.parse(text);

/** A well-formed input of each command. */
const on = { proposalId: 'p' };
const versioned = { ...on, expectedVersion: 3 };
const wellFormed: Record<CommandType, object> = {
  DraftProposal: { title: 'A title', dossier: t1(), copyOf: null },
  ReviseProposal: { ...versioned, dossier: t1(), title: null },
  SubmitProposal: { ...versioned, message: null },
  InvitePartners: { ...versioned, organisationIds: ['o'] },
  RaiseConcern: { ...on, statement: 'No.', severity: 'MINOR', about: null, audience: null },
  ProposeAlternative: { ...on, description: 'Counts.', rung: 0, note: null },
  AnswerConcern: { ...on, concernId: 'c', disposition: 'ACCEPTED', response: 'Yes.' },
  SettleConcern: { ...on, concernId: 'c', outcome: 'SETTLED', note: null },
  GiveSignOff: { ...versioned, signOff: 'purpose', finding: 'MET', rationale: 'Fine.', conditions: null },
  WithdrawSignOff: { ...versioned, signOff: 'purpose', reason: 'New.' },
  RecordDecision: {
    ...versioned,
    outcome: 'APPROVED',
    reasons: 'Fine.',
    wouldChangeIt: null,
    overruled: null,
    conditions: null,
    answers: null,
  },
  RaiseTier: { ...versioned, tier: 'T2', reason: 'Small.' },
  DeclareConflict: { ...on, reason: 'Mine.' },
  MeetCondition: { ...on, conditionId: 'c', evidence: 'Here.' },
  RecordUrgentDisclosure: { title: 'A title', record: { 'U-1': 'x' } },
  MarkRelevance: { ...versioned, questionId: 'PM-1', relevant: true, reason: 'So.' },
  HandOverProposal: { ...versioned, toPersonId: 'x', reason: 'I leave.' },
  WithdrawProposal: { ...versioned, reason: 'Over.' },
  Comment: { ...on, body: 'Hm.', about: null, audience: null, mentions: null },
  EditComment: { ...on, commentId: 'c', body: 'Hm?' },
  AssignTask: { ...on, work: 'signOff:purpose', to: null, from: null, note: null },
};

/** Texts that a command needs: blank is INVALID. */
const needed: [CommandType, string][] = [
  ['DraftProposal', 'title'],
  ['ReviseProposal', 'title'],
  ['RaiseConcern', 'statement'],
  ['ProposeAlternative', 'description'],
  ['AnswerConcern', 'response'],
  ['GiveSignOff', 'rationale'],
  ['WithdrawSignOff', 'reason'],
  ['RecordDecision', 'reasons'],
  ['RaiseTier', 'reason'],
  ['DeclareConflict', 'reason'],
  ['MeetCondition', 'evidence'],
  ['RecordUrgentDisclosure', 'title'],
  ['MarkRelevance', 'reason'],
  ['HandOverProposal', 'reason'],
  ['WithdrawProposal', 'reason'],
  ['Comment', 'body'],
  ['EditComment', 'body'],
];

const controls: [string, string][] = [
  ['NUL', '\u0000'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['a C1 control', '\u0085'],
  ['left-to-right override', '\u202d'],
  ['right-to-left override', '\u202e'],
  ['an embedding', '\u202a'],
  ['an isolate', '\u2067'],
  ['the end of an isolate', '\u2069'],
  ['a high surrogate alone', '\ud800'],
  ['a low surrogate alone', '\udc00'],
];

describe('the shape of a command (rules: commands, INVALID shape)', () => {
  it.each(commandTypes)('%s is read as it was handed in, nulls as left out', type => {
    expect(checkShape(type, wellFormed[type])).toMatchObject({ type });
  });

  it.each(commandTypes)('%s is INVALID with a key it does not know', type => {
    for (const key of ['extra', 'type', 'commandId', 'constructor', 'xstate.done.state.stage']) {
      expect(told(type, { ...wellFormed[type], [key]: 1 })).toEqual([`${key}: unknown-key`]);
    }
  });

  it.each(commandTypes)('%s is INVALID when it is no object at all', type => {
    for (const input of [null, undefined, 7, 'text', [], true]) expect(isProblem(checkShape(type, input))).toBe(true);
  });

  it.each(commandTypes)('%s is INVALID without what it needs, naming each', type => {
    const fields = Object.entries(wellFormed[type]).filter(
      ([key, value]) => value !== null && !(type === 'DraftProposal' && key === 'dossier'),
    );
    expect(told(type, {}).sort()).toEqual(fields.map(([key]) => `${key}: required`).sort());
  });

  it.each(commandTypes)('%s is INVALID with every field of the wrong type, naming each', type => {
    const wrong = Object.fromEntries(Object.keys(wellFormed[type]).map(key => [key, key === 'relevant' ? 'yes' : 1.5]));
    expect(
      faultsOf(type, wrong)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(Object.keys(wellFormed[type]).sort());
  });

  it.each(needed)('%s is INVALID with a blank %s', (type, field) => {
    for (const blank of ['', ' ', '\n\t ', '\u00a0', '\u2003']) {
      expect(told(type, { ...wellFormed[type], [field]: blank })).toEqual([`${field}: blank`]);
    }
  });

  it.each(needed)(
    '%s is INVALID with control characters, direction overrides and lone surrogates in %s',
    (type, field) => {
      for (const [, character] of controls) {
        expect(told(type, { ...wellFormed[type], [field]: `a${character}b` })).toEqual([
          `${field}: control-characters`,
        ]);
      }
    },
  );

  it.each(needed)('%s is INVALID with too long a %s', (type, field) => {
    const isLine = field === 'title';
    expect(told(type, { ...wellFormed[type], [field]: 'x'.repeat(isLine ? 501 : 20_001) })).toEqual([
      `${field}: too-long`,
    ]);
    expect(told(type, { ...wellFormed[type], [field]: 'x'.repeat(isLine ? 500 : 20_000) })).toEqual([]);
  });

  it('keeps titles on one line, and lets other texts have several', () => {
    expect(told('DraftProposal', { title: 'One\nTwo' })).toEqual(['title: control-characters']);
    expect(told('DraftProposal', { title: 'One\u2028Two' })).toEqual(['title: control-characters']);
    expect(told('Comment', { ...on, body: 'One\nTwo\ttabbed' })).toEqual([]);
  });

  it('takes macrons, emoji and every other written language', () => {
    for (const title of ['Tāngata whai ora', 'Fa’amolemole', '家庭访问', '👩🏽‍⚕️ visits', 'العربية', '\u200fעברית\u200e'])
      expect(told('DraftProposal', { title })).toEqual([]);
  });

  it.each<[CommandType, string]>([
    ['SubmitProposal', 'message'],
    ['SettleConcern', 'note'],
    ['ProposeAlternative', 'note'],
    ['RecordDecision', 'wouldChangeIt'],
  ])('%s takes a blank %s for none, and is INVALID with a control character in it', (type, field) => {
    const checked = checkShape(type, { ...wellFormed[type], [field]: '  ' }) as Command;
    expect((checked as unknown as Record<string, unknown>)[field]).toBeUndefined();
    expect(told(type, { ...wellFormed[type], [field]: 'a\u0000' })).toEqual([`${field}: control-characters`]);
  });

  it.each<[CommandType, string]>([
    ['SubmitProposal', 'proposalId'],
    ['DraftProposal', 'copyOf'],
    ['AnswerConcern', 'concernId'],
    ['MeetCondition', 'conditionId'],
    ['GiveSignOff', 'signOff'],
    ['MarkRelevance', 'questionId'],
    ['HandOverProposal', 'toPersonId'],
    ['EditComment', 'commentId'],
  ])('%s is INVALID with bytes in %s that cannot be stored', (type, field) => {
    for (const character of ['\u0000', '\ud800'])
      expect(told(type, { ...wellFormed[type], [field]: `a${character}` })).toEqual([`${field}: control-characters`]);
    expect(told(type, { ...wellFormed[type], [field]: 'x'.repeat(201) })).toEqual([`${field}: too-long`]);
  });

  it.each<[CommandType, string]>([
    ['InvitePartners', 'organisationIds'],
    ['RecordDecision', 'overruled'],
    ['Comment', 'mentions'],
  ])('%s is INVALID with bytes in %s that cannot be stored', (type, field) => {
    expect(told(type, { ...wellFormed[type], [field]: ['a\u0000'] })).toEqual([`${field}.0: control-characters`]);
  });

  it.each([3.5, '3', NaN, Infinity, null])('is INVALID with %p for a version', expectedVersion => {
    expect(faultsOf('SubmitProposal', { ...versioned, expectedVersion }).map(({ path }) => path)).toEqual([
      'expectedVersion',
    ]);
  });

  it('is INVALID with nobody to invite', () => {
    expect(told('InvitePartners', { ...versioned, organisationIds: [] })).toEqual(['organisationIds: required']);
    givenInvited('x'.repeat(10)).refuses('INVALID', { path: ['organisationIds'], faults: ['unknown-organisation'] });
  });

  it.each([-1, 8, 1.5, '2'])('is INVALID with a proposed alternative on rung %p', rung => {
    expect(faultsOf('ProposeAlternative', { ...wellFormed.ProposeAlternative, rung }).map(({ path }) => path)).toEqual([
      'rung',
    ]);
  });
});

describe('the shape of conditions (rules: commands 6)', () => {
  const condition = {
    statement: 'Do it.',
    precedent: true,
    owner: 'Me',
    dueAt: '2026-06-30T00:00:00.000Z',
    about: ['RK-9'],
  };
  const ofCondition = (change: object): string[] =>
    told('GiveSignOff', { ...wellFormed.GiveSignOff, conditions: [{ ...condition, ...change }] });

  it('is well formed with owner, due date and questions, and without the last two', () => {
    expect(ofCondition({})).toEqual([]);
    expect(ofCondition({ dueAt: null, about: null })).toEqual([]);
    expect(ofCondition({ dueAt: '2026-06-30T12:00:00+12:00' })).toEqual([]);
  });

  it.each([
    [{ statement: ' ' }, 'conditions.0.statement: blank'],
    [{ statement: 'a\u202eb' }, 'conditions.0.statement: control-characters'],
    [{ precedent: 'yes' }, 'conditions.0.precedent: wrong-type'],
    [{ owner: 'a\u0000' }, 'conditions.0.owner: control-characters'],
    [{ about: ['RK-9\ud800'] }, 'conditions.0.about.0: control-characters'],
    [{ metAt: '2026-06-30T00:00:00.000Z' }, 'conditions.0.metAt: unknown-key'],
    [{ dueAt: 'soon' }, 'conditions.0.dueAt: wrong-shape'],
    [{ dueAt: '' }, 'conditions.0.dueAt: wrong-shape'],
    [{ dueAt: '2026-13-45' }, 'conditions.0.dueAt: wrong-shape'],
    [{ dueAt: '2026-06-30T00:00:00Z\u0000' }, 'conditions.0.dueAt: wrong-shape'],
  ])('is INVALID with %j', (change, fault) => {
    expect(ofCondition(change)).toEqual([fault]);
  });

  it('is INVALID with more conditions than anyone can keep', () => {
    expect(told('GiveSignOff', { ...wellFormed.GiveSignOff, conditions: Array(51).fill(condition) })).toEqual([
      'conditions: too-many',
    ]);
  });
});

describe('the shape of a dossier (rules: commands, INVALID)', () => {
  it.each<[string, object, string]>([
    ['a likelihood of 6', { risks: [risk('K-1', { likelihood: 6 })] }, 'risks.K-1.likelihood: out-of-range'],
    ['a likelihood of 0', { risks: [risk('K-1', { likelihood: 0 })] }, 'risks.K-1.likelihood: out-of-range'],
    ['a consequence of 2.5', { risks: [risk('K-1', { consequence: 2.5 })] }, 'risks.K-1.consequence: wrong-type'],
    [
      'a residual rating of 6',
      { risks: [risk('K-1', { residualLikelihood: 6 })] },
      'risks.K-1.residualLikelihood: out-of-range',
    ],
    [
      'a residual rating of 0',
      { risks: [risk('K-1', { residualConsequence: 0 })] },
      'risks.K-1.residualConsequence: out-of-range',
    ],
    ['rung 8', { alternatives: [alternative('A-1', { rung: 8 })] }, 'alternatives.A-1.rung: out-of-range'],
    ['rung -1', { alternatives: [alternative('A-1', { rung: -1 })] }, 'alternatives.A-1.rung: out-of-range'],
    [
      'an identifiability there is not',
      { dataItems: [dataItem('D-1', { identifiability: 'anonymous' })] },
      'dataItems.D-1.identifiability: not-an-option',
    ],
    ['a blank statement', { purposes: [purpose('P-1', { statement: ' ' })] }, 'purposes.P-1.statement: blank'],
    ['a blank name', { recipients: [recipient('R-1', { name: '' })] }, 'recipients.R-1.name: blank'],
    [
      'a name on two lines',
      { dataItems: [dataItem('D-1', { name: 'a\nb' })] },
      'dataItems.D-1.name: control-characters',
    ],
    [
      'a name that overrides its direction',
      { recipients: [recipient('R-1', { name: 'a\u202eb' })] },
      'recipients.R-1.name: control-characters',
    ],
    [
      'a risk title with a control character',
      { risks: [risk('K-1', { title: 'a\u0007b' })] },
      'risks.K-1.title: control-characters',
    ],
    [
      'a statement with NUL',
      { purposes: [purpose('P-1', { statement: 'a\u0000b' })] },
      'purposes.P-1.statement: control-characters',
    ],
    ['NUL in the summary', { summary: 'a\u0000b' }, 'summary: control-characters'],
    ['a lone surrogate in retention', { retention: 'a\ud800b' }, 'retention: control-characters'],
    ['too long a transfer route', { transferRoute: 'x'.repeat(20_001) }, 'transferRoute: too-long'],
    ['an unknown key', { purposes: [purpose('P-1', { secret: 1 })] }, 'purposes.P-1.secret: unknown-key'],
    ['an unknown section', { secrets: [] }, 'secrets: unknown-key'],
    ['an id that is a sentence', { recipients: [recipient('all of them')] }, 'recipients.all of them.id: wrong-shape'],
    ['the id __proto__', { purposes: [purpose('__proto__')] }, 'purposes.__proto__.id: wrong-shape'],
    ['facts that are a list', { facts: [] }, 'facts: wrong-type'],
    ['a section that is no list', { purposes: {} }, 'purposes: wrong-type'],
    ['neither value nor gap', { answers: [{ questionId: 'PM-1' }] }, 'answers.PM-1: value-or-gap'],
    ['both value and gap', { answers: [{ questionId: 'PM-1', value: 'x', gap: 'y' }] }, 'answers.PM-1: value-or-gap'],
    ['a null value', { answers: [{ questionId: 'PM-1', value: null }] }, 'answers.PM-1: value-or-gap'],
    ['a blank gap', { answers: [{ questionId: 'PM-1', gap: ' ' }] }, 'answers.PM-1: blank'],
    ['a gap with NUL', { answers: [{ questionId: 'PM-1', gap: 'a\u0000' }] }, 'answers.PM-1: control-characters'],
    ['blank evidence', { answers: [{ ...answer('PM-1'), evidence: [' '] }] }, 'answers.PM-1: blank'],
    [
      'too many of one kind',
      { recipients: Array.from({ length: 501 }, (_, index) => recipient(`R-${index}`)) },
      'recipients: too-many',
    ],
  ])('is INVALID with %s', (_, dossier, fault) => {
    expect(ofDossier(dossier)).toEqual([fault]);
  });

  it('lets an id be any of the words that objects are born with', () => {
    expect(ofDossier({ purposes: [purpose('constructor'), purpose('toString')] })).toEqual([]);
  });

  it.each(controls)('finds %s however deep it stands in a value', (_, character) => {
    for (const value of [
      `a${character}`,
      [`a${character}`],
      [{ a: [{ b: `c${character}` }] }],
      { [`k${character}`]: 1 },
      { choice: 'low', text: `a${character}` },
    ]) {
      expect(ofDossier({ answers: [answer('PM-1', value)] })).toEqual(['answers.PM-1: control-characters']);
    }
  });

  it.each(controls)('finds %s in facts and in an urgent record', (_, character) => {
    expect(ofDossier({ facts: { bulk: `a${character}` } })).toEqual(['facts.bulk: control-characters']);
    expect(ofDossier({ facts: { [`bulk${character}`]: true } })).toEqual(['facts: control-characters']);
    expect(told('RecordUrgentDisclosure', { title: 'x', record: { 'U-1': `a${character}` } })).toHaveLength(1);
  });

  it('is INVALID with JSON nested too deeply, without exhausting the stack', () => {
    const deep = (levels: number): unknown => json(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
    expect(ofDossier({ answers: [answer('PM-2', deep(5_000))] })).toEqual(['answers.PM-2: too-deep']);
    expect(ofDossier({ facts: { bulk: deep(5_000) } })).toEqual(['facts.bulk: too-deep']);
    expect(ofDossier({ answers: [answer('PM-2', deep(10))] })).toEqual([]);
  });

  it('is INVALID with a number that JSON cannot hold', () => {
    expect(ofDossier({ answers: [answer('PM-2', [{ n: json('1e999') }])] })).toEqual(['answers.PM-2: wrong-type']);
    expect(ofDossier({ facts: { populationSize: json('1e999') } })).toEqual(['facts.populationSize: wrong-type']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'xstate.done.state.stage'])(
    'is INVALID with the unknown fact %s',
    key => {
      givenNothing()
        .when(draftProposal({ facts: json(`{"identifiability":"aggregate","${key}":true}`) }))
        .refuses('INVALID', { path: [`facts.${key}`] });
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'xstate.after.1000', 'PM-99', ''])(
    'is INVALID with the unknown question %j',
    questionId => {
      given(drafted())
        .when(reviseProposal({ answers: [answer(questionId)] }))
        .refuses('INVALID', { path: [`answers.${questionId}`], faults: ['unknown-question'] });
    },
  );

  it.each(['__proto__', 'xstate.done', 'T4', 't2', ''])('is INVALID with the tier %j', tier => {
    expect(faultsOf('RaiseTier', { ...wellFormed.RaiseTier, tier }).map(({ path }) => path)).toEqual(['tier']);
  });

  it.each(['__proto__', 'constructor', 'xstate.done', 'GIVEN', ''])('is INVALID with the finding %j', finding => {
    expect(faultsOf('GiveSignOff', { ...wellFormed.GiveSignOff, finding }).map(({ path }) => path)).toEqual([
      'finding',
    ]);
  });

  it('names every fault at once', () => {
    const dossier = {
      purposes: [purpose('P-1', { statement: '' })],
      risks: [risk('K-1', { likelihood: 9 })],
      extra: 1,
    };
    expect(told('DraftProposal', { title: ' ', dossier }).sort()).toEqual([
      'extra: unknown-key',
      'purposes.P-1.statement: blank',
      'risks.K-1.likelihood: out-of-range',
      'title: blank',
    ]);
  });
});

function givenInvited(id: string) {
  return given(inReview()).when(invitePartners([id]));
}
