// Giving and withdrawing sign-offs: who, when, what blocks, what a condition lets through, and what never.
import { describe, expect, it } from '@jest/globals';
import {
  allKeys,
  allSignedOff,
  alternative,
  answer,
  answersWith,
  approved,
  awaitingDecision,
  completeDossier,
  concernAnswered,
  concernRaised,
  condition,
  drafted,
  gap,
  given,
  giveSignOff,
  invited,
  inReview,
  markRelevance,
  person,
  proposeAlternative,
  recordDecision,
  returned,
  reviseProposal,
  signedOff,
  signOffGiven,
  submitted,
  t1,
  t1Facts,
  t1Keys,
  t2,
  t2Facts,
  t3,
  t3Facts,
  withdrawProposal,
  withdrawSignOff,
  event,
  type Answered,
  type Journey,
} from '../../../../test/builders/index.js';

const t1With = (...answers: Answered[]): Journey => [
  drafted(t1({ answers: answersWith(t1Facts, ...answers) })),
  submitted(),
];
const t2With = (...answers: Answered[]): Journey => [
  drafted(t2({ answers: answersWith(t2Facts, ...answers) })),
  submitted(),
];
const t3With = (...answers: Answered[]): Journey => [
  drafted(t3({ answers: answersWith(t3Facts, ...answers) })),
  submitted(),
];
const promised = (about: string[], more?: object) => ({
  finding: 'MET_WITH_CONDITIONS',
  conditions: [condition(about, more)],
});

describe('giveSignOff: who may (rules: commands 6, roles count in the lead organisation)', () => {
  const permitted: Record<string, string[]> = {
    purpose: ['data_steward'],
    proportionality: ['privacy_officer', 'privacy_officer_2'],
    privacy_risk: ['privacy_officer', 'privacy_officer_2', 'security_officer'],
    consultation: ['engagement_lead'],
    transparency: ['privacy_officer', 'privacy_officer_2'],
  };
  const readers = [
    'analyst',
    'analyst_2',
    'data_steward',
    'privacy_officer',
    'privacy_officer_2',
    'security_officer',
    'engagement_lead',
    'approver',
    'partner_a',
    'auditor',
  ] as const;
  const table = allKeys.flatMap(key => readers.map(by => [key, by, permitted[key]!.includes(by)] as const));

  it.each(table)('%s by %s: %s', (key, by, isPermitted) => {
    const outcome = given(inReview('T3'), key === 'purpose' ? [] : signedOff('purpose')).when(giveSignOff(key, { by }));
    if (isPermitted) outcome.then(signOffGiven(key, { finding: 'MET', by: expect.objectContaining({ personId: by }) }));
    else outcome.refuses('DENIED', { code: 'not-permitted' });
  });

  it('does not count a role held for another organisation', () => {
    const by = person('both', 'lead', 'approver', ['data_steward', 'partner-a']);
    given(inReview()).when(giveSignOff('purpose', { by })).refuses('DENIED', { code: 'not-permitted' });
  });

  it('counts a role held in the lead organisation by somebody from elsewhere', () => {
    const by = person('seconded', 'elsewhere', ['data_steward', 'lead']);
    given(inReview()).when(giveSignOff('purpose', { by })).then(signOffGiven('purpose'));
  });

  it('does not exempt administrators', () => {
    const by = person('admin', 'lead', 'administrator');
    given(inReview()).when(giveSignOff('purpose', { by })).refuses('NOT_FOUND');
  });
});

describe('giveSignOff: when (rules: commands 6 and the order of refusals)', () => {
  it('is possible in IN_REVIEW and in AWAITING_DECISION', () => {
    given(inReview()).when(giveSignOff('purpose')).then(signOffGiven('purpose'));
    given(awaitingDecision()).when(giveSignOff('purpose')).then(signOffGiven('purpose'));
  });

  it.each([
    ['DRAFTING', [drafted()]],
    ['RETURNED', [submitted(), returned()]],
    ['DECLINED', [submitted(), recordDecision('DECLINED', { wouldChangeIt: 'Less.' })]],
    ['REDIRECTED', [submitted(), recordDecision('REDIRECTED')]],
    ['WITHDRAWN', [submitted(), withdrawProposal()]],
    ['APPROVED', [approved()]],
  ])('is blocked in %s', (_, journey) => {
    given(journey).when(giveSignOff('purpose')).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each([
    'spelling',
    '',
    'Purpose',
    'constructor',
    '__proto__',
    'toString',
    'xstate.done.state.purpose',
    'xstate.after.1.purpose',
    '*',
  ])('is INVALID for the unknown sign-off %j, for anyone who may read', signOff => {
    for (const by of ['data_steward', 'analyst', 'partner_a', 'auditor'] as const) {
      given(inReview())
        .when(giveSignOff(signOff, { by }))
        .refuses('INVALID', { path: ['signOff'], faults: ['unknown-sign-off'] });
    }
    given(inReview())
      .when(giveSignOff(signOff, { by: 'outsider' }))
      .refuses('NOT_FOUND');
  });

  it.each(['consultation', 'transparency'])('is blocked for %s, which T1 does not require', key => {
    given(inReview())
      .when(giveSignOff(key))
      .refuses('BLOCKED', { code: 'not-required', subjects: [`signOff:${key}`] });
    given(inReview())
      .when(giveSignOff(key, { finding: 'NOT_MET' }))
      .refuses('BLOCKED', { code: 'not-required' });
  });

  it('is INVALID without a rationale, or with a blank one', () => {
    given(inReview())
      .when(giveSignOff('purpose', { rationale: ' \n' }))
      .refuses('INVALID', { path: ['rationale'], faults: ['blank'] });
    given(inReview())
      .when(giveSignOff('purpose', { rationale: undefined }))
      .refuses('INVALID', { path: ['rationale'], faults: ['required'] });
  });

  it('is INVALID for a finding there is not', () => {
    given(inReview())
      .when(giveSignOff('purpose', { finding: 'STALE' }))
      .refuses('INVALID', { path: ['finding'], faults: ['not-an-option'] });
  });

  it('is INVALID for a condition about a question there is not', () => {
    given(inReview())
      .when(giveSignOff('purpose', promised(['PM-1', 'XX-9'])))
      .refuses('INVALID', { path: ['conditions.0.about'], faults: ['unknown-question'] });
  });
});

describe('giveSignOff NOT_MET (rules: commands 6)', () => {
  it.each(allKeys)('can always be said of %s, purpose or no purpose', key => {
    const { proposal } = given(inReview('T3'))
      .when(giveSignOff(key, { finding: 'NOT_MET' }))
      .then(signOffGiven(key, { finding: 'NOT_MET' }));
    expect(proposal.signOffs[key]).toMatchObject({
      status: 'GIVEN',
      finding: 'NOT_MET',
      rationale: 'It holds as it stands.',
    });
  });

  it('can be said over gaps and failing answers', () => {
    given(t1With(gap('PM-1'), answer('PM-12', 'yes')))
      .when(giveSignOff('purpose', { finding: 'NOT_MET' }))
      .then(signOffGiven('purpose'));
  });
});

describe('giveSignOff MET (rules: commands 6, answers; GR-2)', () => {
  it('remembers who, when, and on which revision', () => {
    const { proposal } = given(inReview(), reviseProposal({ summary: 'Said better.' }))
      .when(giveSignOff('purpose'))
      .accepted();
    expect(proposal.signOffs.purpose).toMatchObject({
      by: { personId: 'data_steward', role: 'data_steward' },
      onRevision: 2,
      at: proposal.updatedAt,
      conditions: [],
      staleBecause: [],
    });
  });

  it.each([
    ['a gap', 'purpose', t1With(gap('PM-1')), 'PM-1'],
    ['a failing answer', 'purpose', t1With(answer('PM-12', 'yes')), 'PM-12'],
    ['a gap', 'purpose', t2With(gap('PM-4')), 'PM-4'],
    ['a gap', 'proportionality', [t2With(gap('PR-10')), signedOff('purpose')], 'PR-10'],
    ['a gap', 'privacy_risk', [t2With(gap('RK-9')), signedOff('purpose')], 'RK-9'],
    ['a failing answer', 'privacy_risk', [t2With(answer('RK-10', 'no')), signedOff('purpose')], 'RK-10'],
    [
      'a failing answer',
      'privacy_risk',
      [t2With(answer('RK-17', { choice: 'very high', text: 'It is.' })), signedOff('purpose')],
      'RK-17',
    ],
    ['a gap', 'consultation', t2With(gap('CN-2')), 'CN-2'],
    ['a gap', 'consultation', t3With(gap('CN-11')), 'CN-11'],
    ['a failing answer', 'transparency', [t2With(answer('TC-7', 'no')), signedOff('purpose')], 'TC-7'],
    ['a gap', 'transparency', [t3With(gap('TC-14')), signedOff('purpose')], 'TC-14'],
  ] as const)('is blocked by %s of a question that %s holds', (_, key, journey, id) => {
    given(journey as Journey)
      .when(giveSignOff(key))
      .refuses('BLOCKED', { code: 'not-ready', subjects: [id] });
  });

  it('names all that stands in the way', () => {
    given(t1With(gap('PM-1'), gap('PM-2'), answer('PM-12', 'yes')))
      .when(giveSignOff('purpose'))
      .refuses('BLOCKED', { subjects: ['PM-1', 'PM-2', 'PM-12'] });
  });

  it('is not blocked by questions that other sign-offs hold, nor by those that block nothing', () => {
    given(t2With(gap('PR-10'), gap('PM-3')))
      .when(giveSignOff('purpose'))
      .then(signOffGiven('purpose'));
  });

  it('is not blocked by what was marked irrelevant', () => {
    given(t1With(gap('PM-1')), markRelevance('PM-1', false))
      .when(giveSignOff('purpose'))
      .then(signOffGiven('purpose'));
  });

  it('is blocked by what was marked relevant again', () => {
    given(t1With(gap('PM-1')), markRelevance('PM-1', false), markRelevance('PM-1', true))
      .when(giveSignOff('purpose'))
      .refuses('BLOCKED', { subjects: ['PM-1'] });
  });

  it.each(['CN-1', 'TC-1'])('of privacy_risk at T1 is blocked by %s, which it holds there', id => {
    given(t1With(gap(id)), signedOff('purpose'))
      .when(giveSignOff('privacy_risk'))
      .refuses('BLOCKED', { subjects: [id] });
  });

  it('of privacy_risk at T1 is blocked by CN-5 while a concern is open', () => {
    given(inReview(), signedOff('purpose'), concernRaised())
      .when(giveSignOff('privacy_risk'))
      .refuses('BLOCKED', { subjects: ['CN-5'] });
  });

  it('of privacy_risk at T1 is blocked by CN-7 where Māori have an interest', () => {
    const facts = { ...t1Facts, maoriDataInterest: true };
    given(
      drafted(completeDossier(facts, { answers: answersWith(facts, gap('CN-7')) })),
      submitted(),
      signedOff('purpose'),
    )
      .when(giveSignOff('privacy_risk'))
      .refuses('BLOCKED', { subjects: ['CN-7'] });
  });

  it('of privacy_risk at T1 is not blocked by TC-11, which blocks nothing', () => {
    given(t1With(gap('TC-11')), signedOff('purpose'))
      .when(giveSignOff('privacy_risk'))
      .then(signOffGiven('privacy_risk'));
  });

  it('of privacy_risk at T2 leaves CN and TC to their own sign-offs', () => {
    given(t2With(gap('CN-1'), gap('TC-1')), signedOff('purpose'))
      .when(giveSignOff('privacy_risk'))
      .then(signOffGiven('privacy_risk'));
  });

  it('takes no conditions', () => {
    given(inReview())
      .when(giveSignOff('purpose', { conditions: [condition(['PM-1'])] }))
      .refuses('INVALID', { path: ['conditions'] });
  });
});

describe('giveSignOff and the computed questions (rules: answers, computed)', () => {
  const broken: [string, string, object][] = [
    ['PM-9', 'purpose', { dataItems: [{ ...(t2()['dataItems'] as object[])[0], necessity: null }] }],
    ['PM-9', 'purpose', { dataItems: [{ ...(t2()['dataItems'] as object[])[0], purposeIds: [] }] }],
    ['PR-4', 'proportionality', { alternatives: [] }],
    ['PR-4', 'proportionality', { alternatives: [alternative('A-1'), alternative('A-2', { whyNot: ' ' })] }],
    ['RK-4', 'privacy_risk', { risks: [] }],
    ...['mitigation', 'owner', 'residualLikelihood', 'residualConsequence'].map((field): [string, string, object] => [
      'RK-4',
      'privacy_risk',
      { risks: [{ ...(t2()['risks'] as object[])[0], [field]: null }] },
    ]),
  ];
  it.each(broken)('%s keeps %s from being met', (id, key, sections) => {
    given(drafted(t2(sections)), submitted(), key === 'purpose' ? [] : signedOff('purpose'))
      .when(giveSignOff(key))
      .refuses('BLOCKED', { subjects: [id] });
  });

  it('PR-4 is not asked at T1', () => {
    given(drafted(t1({ alternatives: [] })), submitted(), signedOff('purpose'))
      .when(giveSignOff('proportionality'))
      .accepted();
  });

  it('CN-3 keeps consultation from being met while partners supply and none was invited', () => {
    const facts = { ...t2Facts, hasSupplyingPartners: true };
    given(drafted(completeDossier(facts)), submitted())
      .when(giveSignOff('consultation'))
      .refuses('BLOCKED', { subjects: ['CN-3'] });
    given(drafted(completeDossier(facts)), submitted(), invited('partner-a'))
      .when(giveSignOff('consultation'))
      .accepted();
  });

  it('CN-5 keeps consultation from being met while a concern is open', () => {
    given(inReview('T2'), concernRaised())
      .when(giveSignOff('consultation'))
      .refuses('BLOCKED', { subjects: ['CN-5'] });
  });

  it('CN-5 and CN-13 let consultation be met once every concern has an answer', () => {
    given(inReview('T2'), concernRaised(), concernAnswered())
      .when(giveSignOff('consultation'))
      .then(signOffGiven('consultation'));
  });
});

describe('giveSignOff and the ladder (rules: answers, PR-3; GR-3)', () => {
  const rung = (value: number) => reviseProposal({ answers: [answer('PR-3', { 'P-1': value })] });
  const whyNot = (id: string, more: object = {}) => ({ id, description: 'x', rung: 1, whyNot: 'Too late.', ...more });
  const partnersOne = proposeAlternative({ rung: 2 });
  const explained = reviseProposal({ alternatives: [alternative('A-1'), whyNot('id-1')] });
  const tries = (...journey: Journey[]) =>
    given(inReview('T2'), ...journey, signedOff('purpose')).when(giveSignOff('proportionality'));

  it('fails from rung 5 on without a partner’s alternative', () => {
    tries(rung(5)).refuses('BLOCKED', { code: 'not-ready', subjects: ['GR-3'] });
    tries(rung(7)).refuses('BLOCKED', { subjects: ['GR-3'] });
  });

  it('does not fail at rung 4', () => {
    tries(rung(4)).accepted();
  });

  it('passes with two alternatives on a lower rung, one a partner’s, each with whyNot', () => {
    tries(rung(5), partnersOne, explained).then(signOffGiven('proportionality'));
  });

  it('fails while the partner’s alternative has no whyNot', () => {
    tries(rung(5), partnersOne).refuses('BLOCKED', { subjects: ['GR-3', 'PR-4'] });
  });

  it('fails with the partner’s alternative alone', () => {
    tries(rung(5), partnersOne, reviseProposal({ alternatives: [whyNot('id-1')] })).refuses('BLOCKED', {
      subjects: ['GR-3'],
    });
  });

  it('fails when the partner’s alternative is not on a lower rung than the highest one asked', () => {
    tries(rung(5), proposeAlternative({ rung: 5 }), explained).refuses('BLOCKED', { subjects: ['GR-3'] });
  });

  it('fails when the author only says that a partner proposed it', () => {
    tries(
      rung(5),
      reviseProposal({
        alternatives: [
          alternative('A-1', { proposedBy: 'Partner A' }),
          alternative('A-2', { proposedBy: 'Partner A' }),
        ],
      }),
    ).refuses('BLOCKED', { subjects: ['GR-3'] });
  });

  it('looks at the highest rung of all purposes', () => {
    const two = {
      purposes: [
        { id: 'P-1', statement: 'One.' },
        { id: 'P-2', statement: 'Two.' },
      ],
    };
    tries(reviseProposal({ ...two, answers: [answer('PR-3', { 'P-1': 0, 'P-2': 6 })] })).refuses('BLOCKED', {
      subjects: ['GR-3'],
    });
  });

  it('ignores rungs of what is no purpose', () => {
    tries(reviseProposal({ answers: [answer('PR-3', { 'P-1': 1, 'P-9': 7 })] })).accepted();
  });

  it('is never let through by a condition', () => {
    given(inReview('T2'), rung(5), signedOff('purpose'))
      .when(giveSignOff('proportionality', promised(['PR-3', 'GR-3', 'PR-10'], { precedent: true })))
      .refuses('BLOCKED', { subjects: ['GR-3'] });
  });

  it('applies at T1 as well', () => {
    given(inReview(), rung(6), signedOff('purpose'))
      .when(giveSignOff('proportionality'))
      .refuses('BLOCKED', { subjects: ['GR-3'] });
  });
});

describe('giveSignOff MET_WITH_CONDITIONS (rules: commands 6; GR-2, GR-16)', () => {
  it.each(t1Keys.map(key => [key, { purpose: 'PM-5', proportionality: 'PR-3', privacy_risk: 'RK-2' }[key]] as const))(
    'of %s needs a condition about a question of its set',
    (key, id) => {
      const journey = [inReview(), key === 'purpose' ? [] : signedOff('purpose')];
      const { proposal } = given(journey)
        .when(giveSignOff(key, promised([id])))
        .then(signOffGiven(key, { finding: 'MET_WITH_CONDITIONS' }));
      expect(proposal.signOffs[key]?.conditions).toHaveLength(1);
      given(journey)
        .when(giveSignOff(key, { finding: 'MET_WITH_CONDITIONS' }))
        .refuses('BLOCKED', { subjects: ['conditions'] });
    },
  );

  it('is blocked by conditions about other sets only', () => {
    given(inReview('T2'))
      .when(giveSignOff('purpose', promised(['RK-2'])))
      .refuses('BLOCKED', { subjects: ['conditions'] });
    given(inReview('T2'))
      .when(giveSignOff('purpose', promised([])))
      .refuses('BLOCKED', { subjects: ['conditions'] });
  });

  it.each(['CN-1', 'TC-1', 'RK-2'])('of privacy_risk at T1 counts %s to its set', id => {
    given(inReview(), signedOff('purpose'))
      .when(giveSignOff('privacy_risk', promised([id])))
      .accepted();
  });

  it('of privacy_risk at T2 does not count CN-1 to its set', () => {
    given(inReview('T2'), signedOff('purpose'))
      .when(giveSignOff('privacy_risk', promised(['CN-1'])))
      .refuses('BLOCKED', { subjects: ['conditions'] });
  });

  it.each([
    ['purpose', 'PM-4'],
    ['proportionality', 'PR-10'],
    ['privacy_risk', 'RK-3'],
    ['consultation', 'CN-2'],
    ['transparency', 'TC-6'],
  ])('of %s lets the gap at %s through by a condition with owner and dueAt', (key, id) => {
    const journey = [t2With(gap(id)), key === 'purpose' ? [] : signedOff('purpose')];
    given(journey)
      .when(giveSignOff(key, promised([id])))
      .then(signOffGiven(key));
    given(journey)
      .when(giveSignOff(key, promised([id], { owner: '' })))
      .refuses('BLOCKED', { subjects: [id] });
    given(journey)
      .when(giveSignOff(key, promised([id], { owner: ' ' })))
      .refuses('BLOCKED', { subjects: [id] });
    given(journey)
      .when(giveSignOff(key, promised([id], { dueAt: null })))
      .refuses('BLOCKED', { subjects: [id] });
    given(journey)
      .when(giveSignOff(key, promised([`${id.slice(0, 2)}-1`])))
      .refuses('BLOCKED', { subjects: [id] });
  });

  it.each([
    ['purpose', 'PM-1', gap('PM-1')],
    ['purpose', 'PM-2', gap('PM-2')],
    ['purpose', 'PM-5', gap('PM-5')],
    ['purpose', 'PM-12', answer('PM-12', 'yes')],
    ['proportionality', 'PR-3', gap('PR-3')],
    ['proportionality', 'PR-12', gap('PR-12')],
    ['transparency', 'TC-7', answer('TC-7', 'no')],
  ])('of %s never lets %s through, which is not conditionable', (key, id, open) => {
    const journey = [t2With(open), key === 'purpose' ? [] : signedOff('purpose')];
    given(journey)
      .when(giveSignOff(key, promised([id], { precedent: true })))
      .refuses('BLOCKED', { subjects: [id] });
  });

  it('never lets an open concern through', () => {
    given(inReview('T2'), concernRaised())
      .when(giveSignOff('consultation', promised(['CN-5', 'CN-2'], { precedent: true })))
      .refuses('BLOCKED', { subjects: ['CN-5'] });
  });

  it.each([
    ['RK-9', gap('RK-9')],
    ['RK-10', answer('RK-10', 'no')],
    ['RK-10', gap('RK-10')],
  ])('lets %s through only by a condition precedent', (id, open) => {
    const journey = [t2With(open), signedOff('purpose')];
    given(journey)
      .when(giveSignOff('privacy_risk', promised([id])))
      .refuses('BLOCKED', { subjects: [id] });
    given(journey)
      .when(giveSignOff('privacy_risk', promised([id], { precedent: true })))
      .then(signOffGiven('privacy_risk'));
  });

  it('never lets a very high residual risk through', () => {
    given(t2With(answer('RK-17', { choice: 'very high', text: 'It is.' })), signedOff('purpose'))
      .when(giveSignOff('privacy_risk', promised(['RK-17'], { precedent: true })))
      .refuses('BLOCKED', { subjects: ['RK-17'] });
  });

  it('lets RK-17 through while it is only a gap', () => {
    given(t2With(gap('RK-17')), signedOff('purpose'))
      .when(giveSignOff('privacy_risk', promised(['RK-17'])))
      .then(signOffGiven('privacy_risk'));
  });

  it('names what is left beside what a condition lets through', () => {
    given(t2With(gap('RK-3'), gap('RK-8'), gap('RK-1')), signedOff('purpose'))
      .when(giveSignOff('privacy_risk', promised(['RK-8'])))
      .refuses('BLOCKED', { subjects: ['RK-3', 'RK-1'] });
  });
});

describe('giveSignOff: purpose first (rules: commands 6; GR-1)', () => {
  const resting = ['proportionality', 'privacy_risk', 'transparency'] as const;
  const findings = ['MET', 'MET_WITH_CONDITIONS'] as const;
  const with_ = { proportionality: 'PR-10', privacy_risk: 'RK-2', transparency: 'TC-6' } as const;
  const say = (key: (typeof resting)[number], finding: string) =>
    giveSignOff(key, finding === 'MET' ? {} : promised([with_[key]]));
  const table = resting.flatMap(key => findings.map(finding => [key, finding] as const));

  it.each(table)('%s %s is blocked before purpose is given', (key, finding) => {
    given(inReview('T2'))
      .when(say(key, finding))
      .refuses('BLOCKED', { code: 'not-ready', subjects: ['signOff:purpose'] });
  });

  it.each(table)('%s %s is blocked while purpose is not met', (key, finding) => {
    given(inReview('T2'), signedOff('purpose', { finding: 'NOT_MET' }))
      .when(say(key, finding))
      .refuses('BLOCKED', { subjects: ['signOff:purpose'] });
  });

  it.each(table)('%s %s is blocked while purpose is stale', (key, finding) => {
    given(inReview('T2'), signedOff('purpose'), reviseProposal({ answers: [answer('PM-1', 'Another.')] }))
      .when(say(key, finding))
      .refuses('BLOCKED', { subjects: ['signOff:purpose'] });
  });

  it.each(table)('%s %s is blocked once purpose was withdrawn', (key, finding) => {
    given(inReview('T2'), signedOff('purpose'), withdrawSignOff('purpose'))
      .when(say(key, finding))
      .refuses('BLOCKED', { subjects: ['signOff:purpose'] });
  });

  it.each(table)('%s %s goes through when purpose is met with conditions', (key, finding) => {
    given(inReview('T2'), signedOff('purpose', promised(['PM-4'])))
      .when(say(key, finding))
      .then(signOffGiven(key, { finding }));
  });

  it('does not hold consultation', () => {
    given(inReview('T2')).when(giveSignOff('consultation')).then(signOffGiven('consultation'));
  });

  it('names purpose together with the questions', () => {
    given(t2With(gap('PR-10')))
      .when(giveSignOff('proportionality'))
      .refuses('BLOCKED', { subjects: ['signOff:purpose', 'PR-10'] });
  });
});

describe('giveSignOff: replacing (rules: commands 6)', () => {
  const second = person('data_steward_2', 'lead', 'data_steward');

  it('lets its giver replace it, and its conditions lapse', () => {
    const { proposal } = given(inReview(), signedOff('purpose', promised(['PM-1'])))
      .when(giveSignOff('purpose', { finding: 'NOT_MET' }))
      .accepted();
    expect(proposal.signOffs.purpose).toMatchObject({ finding: 'NOT_MET', conditions: [], status: 'GIVEN' });
  });

  it('is a CONFLICT for anyone else', () => {
    given(inReview(), signedOff('purpose'))
      .when(giveSignOff('purpose', { by: second }))
      .refuses('CONFLICT', { code: 'already-given' });
    given(inReview(), signedOff('purpose'))
      .when(giveSignOff('purpose', { by: second, finding: 'NOT_MET' }))
      .refuses('CONFLICT', { code: 'already-given' });
  });

  it('is a CONFLICT after a return too, before the state is spoken of', () => {
    given(inReview(), signedOff('purpose'), returned())
      .when(giveSignOff('purpose', { by: second }))
      .refuses('CONFLICT', { code: 'already-given' });
  });

  it('is open to others once it is stale', () => {
    const { proposal } = given(
      inReview(),
      signedOff('purpose'),
      reviseProposal({ answers: [answer('PM-1', 'Another.')] }),
    )
      .when(giveSignOff('purpose', { by: second }))
      .then(signOffGiven('purpose'));
    expect(proposal.signOffs.purpose).toMatchObject({
      status: 'GIVEN',
      by: { personId: 'data_steward_2' },
      staleBecause: [],
    });
  });

  it('is open to others once it was withdrawn', () => {
    given(inReview(), signedOff('purpose'), withdrawSignOff('purpose'))
      .when(giveSignOff('purpose', { by: second }))
      .then(signOffGiven('purpose'));
  });
});

describe('withdrawSignOff (rules: commands 6, until decision)', () => {
  it('takes back what its giver gave', () => {
    const { proposal } = given(inReview(), signedOff('purpose'))
      .when(withdrawSignOff('purpose'))
      .then(event('SignOffWithdrawn', { signOff: 'purpose', reason: 'I was told something new.' }));
    expect(proposal.signOffs.purpose).toMatchObject({ status: 'WITHDRAWN', finding: 'MET' });
  });

  it('takes a proposal that awaited its decision back into review', () => {
    expect(given(awaitingDecision()).when(withdrawSignOff('privacy_risk')).accepted().proposal.state).toBe('IN_REVIEW');
  });

  it('is possible on a stale sign-off, and after a return', () => {
    given(inReview(), signedOff('purpose'), reviseProposal({ answers: [answer('PM-1', 'Another.')] }))
      .when(withdrawSignOff('purpose'))
      .accepted();
    given(inReview(), signedOff('purpose'), returned()).when(withdrawSignOff('purpose')).accepted();
  });

  it('is denied to anyone but its giver', () => {
    for (const by of ['privacy_officer', 'approver', 'analyst', 'auditor', 'partner_a'] as const) {
      given(inReview(), signedOff('purpose'))
        .when(withdrawSignOff('purpose', { by }))
        .refuses('DENIED', { code: 'not-permitted' });
    }
  });

  it('is denied to an earlier giver whom somebody replaced', () => {
    const by = person('data_steward_2', 'lead', 'data_steward');
    given(inReview(), signedOff('purpose'), withdrawSignOff('purpose'), giveSignOff('purpose', { by }))
      .when(withdrawSignOff('purpose'))
      .refuses('DENIED');
  });

  it('is blocked a second time', () => {
    given(inReview(), signedOff('purpose'), withdrawSignOff('purpose'))
      .when(withdrawSignOff('purpose'))
      .refuses('BLOCKED', { code: 'wrong-state', subjects: ['signOff:purpose'] });
  });

  it('is denied where nobody has given it', () => {
    given(inReview()).when(withdrawSignOff('purpose')).refuses('DENIED');
  });

  it('is blocked after the decision', () => {
    given(approved()).when(withdrawSignOff('purpose')).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it('is INVALID for an unknown sign-off and for a blank reason', () => {
    given(inReview())
      .when(withdrawSignOff('spelling', { by: 'analyst' }))
      .refuses('INVALID', { path: ['signOff'] });
    given(inReview(), signedOff('purpose'))
      .when(withdrawSignOff('purpose', { reason: '' }))
      .refuses('INVALID', { path: ['reason'], faults: ['blank'] });
  });
});

describe('state follows sign-offs and concerns (rules: commands 8)', () => {
  it.each(['T1', 'T2', 'T3'] as const)('awaits a decision at %s when the last sign-off is given', tier => {
    const keys = tier === 'T1' ? t1Keys : allKeys;
    const before = given(
      inReview(tier),
      keys.slice(0, -1).map(key => signedOff(key)),
    );
    expect(before.proposal.state).toBe('IN_REVIEW');
    expect(before.when(giveSignOff(keys.at(-1)!)).accepted().proposal.state).toBe('AWAITING_DECISION');
  });

  it('counts NOT_MET as given', () => {
    const { proposal } = given(
      inReview(),
      t1Keys.map(key => signedOff(key, { finding: 'NOT_MET' })),
    );
    expect(proposal.state).toBe('AWAITING_DECISION');
  });

  it('stays in review while a concern is open', () => {
    expect(given(inReview(), allSignedOff(), concernRaised()).proposal.state).toBe('IN_REVIEW');
    expect(given(awaitingDecision(), concernRaised(), concernAnswered()).proposal.state).toBe('AWAITING_DECISION');
  });

  it('goes back when a sign-off becomes stale', () => {
    expect(
      given(awaitingDecision())
        .when(reviseProposal({ retention: 'Ten years.' }))
        .accepted().proposal.state,
    ).toBe('IN_REVIEW');
  });
});
