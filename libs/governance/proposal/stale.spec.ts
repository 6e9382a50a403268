// The change table (rules: commands 10; GR-7), row by row, at T1, where privacy_risk stands in, and at T3.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  alternative,
  answer,
  completeDossier,
  dataItem,
  drafted,
  event,
  gap,
  given,
  giveSignOff,
  inReview,
  invited,
  madeStale,
  markRelevance,
  proposeAlternative,
  purpose,
  raiseTier,
  recipient,
  returned,
  reviseProposal,
  risk,
  signedOff,
  submitted,
  t1Facts,
  t3Facts,
  type Act,
  type DossierSent,
  type Journey,
} from '../../../test/builders/index.js';
import type { Proposal } from './proposal.js';

type Key = 'purpose' | 'proportionality' | 'privacy_risk' | 'consultation' | 'transparency';
const all: Key[] = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'];
const three: Key[] = ['purpose', 'proportionality', 'privacy_risk'];
const butConsultation: Key[] = ['purpose', 'proportionality', 'privacy_risk', 'transparency'];
const butPurpose: Key[] = ['proportionality', 'privacy_risk', 'consultation', 'transparency'];

interface Row {
  change: string;
  /** What the author saves; `f` are the facts before. */
  saves: (f: Record<string, unknown>) => object;
  at1: Key[];
  at3: Key[];
  path: string;
  /** Facts that the proposal has beside those of the tier. */
  before?: object;
}

const item = (identifiability: unknown, more: object = {}) => dataItem('D-1', { identifiability, ...more });

/** Raised to T3 beforehand where the facts of T1 are needed, so that no fact changes the tier. */
const rows: Row[] = [
  {
    change: 'a purpose added',
    saves: () => ({ purposes: [purpose(), purpose('P-2')] }),
    at1: three,
    at3: all,
    path: 'purposes.P-2',
  },
  ...['statement', 'benefit', 'authority', 'excludedUses'].map((part): Row => ({
    change: `a purpose’s ${part} changed`,
    saves: () => ({ purposes: [purpose('P-1', { [part]: 'Otherwise.' })] }),
    at1: three,
    at3: all,
    path: 'purposes.P-1',
  })),
  {
    change: 'facts.automatedDecision becomes true',
    saves: f => ({ facts: { ...f, automatedDecision: true } }),
    at1: three,
    at3: all,
    path: 'facts.automatedDecision',
  },
  {
    change: 'a data item added',
    saves: f => ({ dataItems: [item(f['identifiability']), dataItem('D-2')] }),
    at1: three,
    at3: butConsultation,
    path: 'dataItems.D-2',
  },
  ...['name', 'about', 'sensitivity', 'necessity'].map((part): Row => ({
    change: `a data item’s ${part} changed`,
    saves: f => ({ dataItems: [item(f['identifiability'], { [part]: 'Otherwise' })] }),
    at1: three,
    at3: butConsultation,
    path: 'dataItems.D-1',
  })),
  {
    change: 'a data item’s purposes changed',
    saves: f => ({ dataItems: [item(f['identifiability'], { purposeIds: [] })] }),
    at1: three,
    at3: butConsultation,
    path: 'dataItems.D-1',
  },
  {
    change: 'facts.usesLinkage becomes true',
    saves: f => ({ facts: { ...f, usesLinkage: true } }),
    at1: three,
    at3: butConsultation,
    path: 'facts.usesLinkage',
  },
  {
    change: 'a recipient added',
    saves: () => ({ recipients: [recipient(), recipient('R-2')] }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk', 'consultation', 'transparency'],
    path: 'recipients.R-2',
  },
  ...['name', 'kind', 'country'].map((part): Row => ({
    change: `a recipient’s ${part} changed`,
    saves: () => ({ recipients: [recipient('R-1', { [part]: 'Otherwise' })] }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk', 'consultation', 'transparency'],
    path: 'recipients.R-1',
  })),
  {
    change: 'facts.populationSize grows',
    saves: f => ({ facts: { ...f, populationSize: 501 } }),
    at1: ['proportionality', 'privacy_risk'],
    at3: butPurpose,
    path: 'facts.populationSize',
    before: { populationSize: 500 },
  },
  {
    change: 'facts.populationSize is first given',
    saves: f => ({ facts: { ...f, populationSize: 3 } }),
    at1: ['proportionality', 'privacy_risk'],
    at3: butPurpose,
    path: 'facts.populationSize',
    before: { populationSize: undefined },
  },
  {
    change: 'facts.aboutChildren becomes true',
    saves: f => ({ facts: { ...f, aboutChildren: true } }),
    at1: ['proportionality', 'privacy_risk'],
    at3: butPurpose,
    path: 'facts.aboutChildren',
  },
  {
    change: 'facts.sensitiveService becomes true',
    saves: f => ({ facts: { ...f, sensitiveService: true } }),
    at1: ['proportionality', 'privacy_risk'],
    at3: butPurpose,
    path: 'facts.sensitiveService',
    before: { sensitiveService: false, noChoice: true },
  },
  {
    change: 'retention changed',
    saves: () => ({ retention: 'Ten years.' }),
    at1: ['proportionality', 'privacy_risk'],
    at3: ['proportionality', 'privacy_risk'],
    path: 'retention',
  },
  {
    change: 'retention cleared',
    saves: () => ({ retention: '' }),
    at1: ['proportionality', 'privacy_risk'],
    at3: ['proportionality', 'privacy_risk'],
    path: 'retention',
  },
  {
    change: 'transferRoute changed',
    saves: () => ({ transferRoute: 'By post.' }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk'],
    path: 'transferRoute',
  },
  {
    change: 'a risk added',
    saves: () => ({ risks: [risk(), risk('K-2')] }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk'],
    path: 'risks.K-2',
  },
  ...(['title', 'mitigation', 'owner'] as const).map((part): Row => ({
    change: `a risk’s ${part} changed`,
    saves: () => ({ risks: [risk('K-1', { [part]: 'Otherwise' })] }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk'],
    path: 'risks.K-1',
  })),
  {
    change: 'a risk’s rating changed',
    saves: () => ({ risks: [risk('K-1', { residualLikelihood: 5 })] }),
    at1: ['privacy_risk'],
    at3: ['privacy_risk'],
    path: 'risks.K-1',
  },
  {
    change: 'an alternative added',
    saves: () => ({ alternatives: [alternative('A-1'), alternative('A-2', { rung: 2 }), alternative('A-3')] }),
    at1: ['proportionality'],
    at3: ['proportionality'],
    path: 'alternatives.A-3',
  },
  {
    change: 'an alternative changed',
    saves: () => ({ alternatives: [alternative('A-1', { whyNot: 'Otherwise.' }), alternative('A-2', { rung: 2 })] }),
    at1: ['proportionality'],
    at3: ['proportionality'],
    path: 'alternatives.A-1',
  },
  ...(
    [
      ['PM-1', ['purpose'], ['purpose']],
      ['PR-12', ['proportionality'], ['proportionality']],
      ['RK-6', ['privacy_risk'], ['privacy_risk']],
      ['CN-1', ['privacy_risk'], ['consultation']],
      ['TC-1', ['privacy_risk'], ['transparency']],
    ] as [string, Key[], Key[]][]
  ).flatMap(([id, at1, at3]): Row[] => [
    {
      change: `the answer to ${id} changed`,
      saves: () => ({ answers: [answer(id, 'Otherwise.')] }),
      at1,
      at3,
      path: `answers.${id}`,
    },
    {
      change: `the answer to ${id} became a gap`,
      saves: () => ({ answers: [gap(id)] }),
      at1,
      at3,
      path: `answers.${id}`,
    },
  ]),
];

/** What makes nothing stale. */
const harmless: Omit<Row, 'at1' | 'at3' | 'path'>[] = [
  { change: 'the summary changed', saves: () => ({ summary: 'Otherwise.' }) },
  { change: 'nothing changed', saves: f => completeDossier(f) },
  { change: 'a data item removed', saves: () => ({ dataItems: [] }) },
  {
    change: 'a purpose removed that no data item names',
    saves: f => ({ purposes: [], dataItems: [item(f['identifiability'])].slice(1) }),
  },
  { change: 'a recipient removed', saves: () => ({ recipients: [] }) },
  { change: 'a risk removed', saves: () => ({ risks: [] }) },
  { change: 'an alternative removed', saves: () => ({ alternatives: [alternative('A-1')] }) },
  {
    change: 'the order of a list changed',
    saves: () => ({ alternatives: [alternative('A-2', { rung: 2 }), alternative('A-1')] }),
  },
  {
    change: 'facts.populationSize shrinks',
    saves: f => ({ facts: { ...f, populationSize: 499 } }),
    before: { populationSize: 500 },
  },
  {
    change: 'facts.populationSize is left out',
    saves: f => ({ facts: { ...f, populationSize: undefined } }),
    before: { populationSize: 500 },
  },
  ...[
    'automatedDecision',
    'usesLinkage',
    'aboutChildren',
    'sensitiveService',
    'maoriDataInterest',
    'newUseOfExistingData',
    'overseas',
  ].flatMap((fact): Omit<Row, 'at1' | 'at3' | 'path'>[] => [
    {
      change: `facts.${fact} becomes false`,
      saves: f => ({ facts: { ...f, [fact]: false } }),
      before: { [fact]: true },
    },
    {
      change: `facts.${fact} is left out`,
      saves: f => ({ facts: { ...f, [fact]: undefined } }),
      before: { [fact]: true },
    },
  ]),
  { change: 'a fact without effect becomes true', saves: f => ({ facts: { ...f, recurring: true } }) },
];

const staleOf = ({ signOffs }: Proposal): string[] =>
  Object.values(signOffs)
    .filter(({ status }) => status === 'STALE')
    .map(({ key }) => key)
    .sort();

const plain = (facts: object): DossierSent =>
  completeDossier(JSON.parse(JSON.stringify(facts)) as Record<string, unknown>);

/** Given in full and signed off at T1; facts that would call for more are put in only where T1 bears them. */
const signedAt = (tier: 'T1' | 'T3', before: object = {}): { journey: Journey; facts: Record<string, unknown> } => {
  const facts = { ...(tier === 'T1' ? t1Facts : t3Facts), ...before };
  return { facts, journey: [drafted(plain(facts)), invited(), submitted(), allSignedOff(tier)] };
};

const isAbove = (row: { before?: object }): boolean => Object.keys(row.before ?? {}).includes('automatedDecision');

describe.each(['T1', 'T3'] as const)('the change table at %s (rules: commands 10)', tier => {
  it.each(rows.map(row => [row.change, row] as const))('%s', (_, { saves, before, at1, at3, path, change }) => {
    const { facts, journey } = signedAt(tier, before);
    const isRise = tier === 'T1' && change.includes('automatedDecision');
    const outcome = given(journey)
      .when(reviseProposal(saves(facts)))
      .accepted();
    expect(staleOf(outcome.proposal)).toEqual([...(tier === 'T1' ? at1 : at3)].sort());
    for (const signOff of Object.values(outcome.proposal.signOffs).filter(({ status }) => status === 'STALE')) {
      expect(signOff.staleBecause).toContain(path);
      if (!isRise) expect(signOff.staleBecause.every(each => each.split('.')[0] === path.split('.')[0])).toBe(true);
    }
  });

  it.each(harmless.filter(row => tier === 'T3' || !isAbove(row)).map(row => [row.change, row] as const))(
    '%s: none',
    (_, { saves, before }) => {
      const { facts, journey } = signedAt(tier, before);
      expect(
        staleOf(
          given(journey)
            .when(reviseProposal(saves(facts)))
            .accepted().proposal,
        ),
      ).toEqual([]);
    },
  );

  it('the title changed: none', () => {
    expect(
      staleOf(
        given(signedAt(tier).journey)
          .when(reviseProposal({}, { title: 'Otherwise' }))
          .accepted().proposal,
      ),
    ).toEqual([]);
  });

  it('an alternative proposed by a partner: proportionality', () => {
    const { proposal } = given(signedAt(tier).journey)
      .when(proposeAlternative())
      .then(event('AlternativeProposed', { revision: 2 }), madeStale('proportionality', 'alternatives.id-1'));
    expect(staleOf(proposal)).toEqual(['proportionality']);
  });

  it('a partner’s alternative explained by the author: proportionality', () => {
    const explained = { alternatives: [alternative('A-1'), alternative('A-2', { rung: 2 }), alternative('id-1')] };
    expect(
      staleOf(
        given(signedAt(tier).journey, proposeAlternative(), giveNotMet('proportionality'))
          .when(reviseProposal(explained))
          .accepted().proposal,
      ),
    ).toEqual(['proportionality']);
  });
});

const giveNotMet = (key: Key): Act => giveSignOff(key, { finding: 'NOT_MET' });

describe('identifiability (rules: commands 10)', () => {
  it.each([
    ['aggregate', 'de_identified'],
    ['pseudonymous', 'identified'],
  ])('from %s to the more identifying %s', (from, to) => {
    const facts = { identifiability: from };
    const tier = from === 'aggregate' ? 'T1' : 'T2';
    const { proposal } = given(drafted(completeDossier(facts)), submitted(), allSignedOff(tier))
      .when(reviseProposal({ facts: { identifiability: to } }))
      .accepted();
    expect(staleOf(proposal)).toEqual((from === 'aggregate' ? [...three] : [...butConsultation]).sort());
    expect(proposal.signOffs.purpose?.staleBecause).toEqual(['facts.identifiability']);
  });

  it.each([
    ['de_identified', 'aggregate'],
    ['identified', 'pseudonymous'],
  ])('from %s to the less identifying %s: none', (from, to) => {
    const facts = { identifiability: from };
    const tier = from === 'de_identified' ? 'T1' : 'T2';
    expect(
      staleOf(
        given(drafted(completeDossier(facts)), submitted(), allSignedOff(tier))
          .when(reviseProposal({ facts: { identifiability: to } }))
          .accepted().proposal,
      ),
    ).toEqual([]);
  });
});

describe('blocking questions that become applicable (rules: commands 10)', () => {
  it.each([
    ['maoriDataInterest', 'privacy_risk', 'CN-7'],
    ['newUseOfExistingData', 'purpose', 'PM-8'],
    ['thirdPartyNonGovernment', 'privacy_risk', 'RK-13'],
  ])('by facts.%s at T1: %s, which holds %s', (fact, key) => {
    const { proposal } = given(inReview(), allSignedOff())
      .when(reviseProposal({ facts: { ...t1Facts, [fact]: true } }))
      .accepted();
    expect(staleOf(proposal)).toEqual([key]);
    expect(proposal.signOffs[key as Key]?.staleBecause).toEqual([`facts.${fact}`]);
  });

  it.each([
    ['maoriDataInterest', ['consultation']],
    ['directCollection', ['transparency']],
    ['indirectCollection', ['transparency']],
    ['overseas', ['privacy_risk']],
    ['hasSupplyingPartners', ['consultation']],
    ['notificationWithheld', ['transparency']],
    ['fundingConditional', ['consultation']],
  ])('by facts.%s at T3: %j', (fact, keys) => {
    expect(
      staleOf(
        given(inReview('T3'), allSignedOff('T3'))
          .when(reviseProposal({ facts: { ...t3Facts, [fact]: true } }))
          .accepted().proposal,
      ),
    ).toEqual(keys);
  });

  it('by a raise from T1 to T2: the three that hold one', () => {
    const { proposal } = given(inReview(), allSignedOff()).when(raiseTier('T2')).accepted();
    expect(staleOf(proposal)).toEqual([...three].sort());
    expect(proposal.signOffs.purpose?.staleBecause).toEqual(['tier']);
    expect(proposal).toMatchObject({ state: 'IN_REVIEW', tier: 'T2' });
  });

  it('by a raise from T2 to T3: proportionality and consultation', () => {
    const { proposal } = given(inReview('T2'), allSignedOff('T2')).when(raiseTier('T3')).accepted();
    expect(staleOf(proposal)).toEqual(['consultation', 'proportionality']);
    expect(proposal.signOffs.consultation?.staleBecause).toEqual(['tier']);
  });

  it('not by one that was marked irrelevant', () => {
    expect(
      staleOf(
        given(inReview(), markRelevance('PM-8', false), allSignedOff())
          .when(reviseProposal({ facts: { ...t1Facts, newUseOfExistingData: true } }))
          .accepted().proposal,
      ),
    ).toEqual([]);
  });

  it('not by one that applied already for another fact', () => {
    const facts = { ...t3Facts, aboutChildren: true, noChoice: true };
    expect(
      staleOf(
        given(drafted(completeDossier(facts)), submitted(), allSignedOff('T3'))
          .when(reviseProposal({ facts: { ...facts, fundingConditional: true } }))
          .accepted().proposal,
      ),
    ).toEqual(['consultation']);
  });
});

describe('a stale sign-off (rules: commands 10)', () => {
  it('keeps its finding, person and time, and says why', () => {
    const before = given(inReview(), allSignedOff());
    const { proposal } = before.when(reviseProposal({ retention: 'Ten years.', transferRoute: 'By post.' })).accepted();
    const { status: _, staleBecause: __, ...kept } = before.proposal.signOffs.privacy_risk!;
    expect(proposal.signOffs.privacy_risk).toEqual({
      ...kept,
      status: 'STALE',
      staleBecause: ['retention', 'transferRoute'],
    });
    expect(proposal.signOffs.proportionality?.staleBecause).toEqual(['retention']);
  });

  it('is recorded with the revision, one entry for each', () => {
    given(inReview(), allSignedOff())
      .when(reviseProposal({ retention: 'Ten years.' }))
      .then(
        event('ProposalRevised', { changedPaths: ['retention'] }),
        madeStale('proportionality', 'retention'),
        madeStale('privacy_risk', 'retention'),
      );
  });

  it('is not made of one that was withdrawn, is stale already, or was never given', () => {
    const after = given(inReview(), signedOff('purpose'), reviseProposal({ answers: [answer('PM-1', 'Otherwise.')] }));
    after.when(reviseProposal({ answers: [answer('PM-1', 'Yet otherwise.')] })).then(event('ProposalRevised'));
    expect(after.proposal.signOffs.purpose?.staleBecause).toEqual(['answers.PM-1']);
  });

  it('is made while a proposal is returned, too', () => {
    expect(
      staleOf(
        given(inReview(), allSignedOff(), returned())
          .when(reviseProposal({ retention: 'Ten years.' }))
          .accepted().proposal,
      ),
    ).toEqual(['privacy_risk', 'proportionality']);
  });

  it('is made of a finding of any kind', () => {
    expect(
      staleOf(
        given(inReview(), signedOff('purpose', { finding: 'NOT_MET' }))
          .when(reviseProposal({ answers: [gap('PM-1')] }))
          .accepted().proposal,
      ),
    ).toEqual(['purpose']);
  });
});
