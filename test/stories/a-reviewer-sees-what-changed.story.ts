// What a reviewer reads beside the dossier: revisions and what each changed, the one they last reviewed, the words that a concern was
// about, and of each sign-off who may give it, why not they, and what became of it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answer,
  awaitDecision,
  concern,
  countStatements,
  decide,
  draft,
  openApi,
  sign,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { dataItem, risk } from '../builders/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const read = async (who: PersonaKey, id: string, fields: string): Promise<Row> =>
  (await api.as(who).query(`query ($id: ID!) { proposal(id: $id) { ${fields} } }`, { id }))['proposal'];
const revise = (proposalId: string, dossier: object) => api.as('analyst').do('reviseProposal', { proposalId, dossier });

describe('Revisions', () => {
  let id: string;
  beforeAll(async () => {
    id = await draft(api, 'T2');
    await revise(id, { retention: 'One year.' });
    const { partnerA } = api.store.cast.organisations;
    await api.as('analyst').do('invitePartners', { proposalId: id, organisationIds: [partnerA] });
    await api.as('analyst').do('submitProposal', { proposalId: id });
    await sign(api, id, 'purpose');
    await revise(id, {
      retention: 'Two years.',
      dataItems: [dataItem('D-1', { identifiability: 'pseudonymous' }), dataItem('D-2')],
    });
    await api.as('partner_a').do('proposeAlternative', { proposalId: id, description: 'Ask us.', rung: 1 });
  });

  it('say who saved what, and which places changed', async () => {
    const { revisions } = await read('data_steward', id, 'revisions { revision by { displayName } changedPaths }');
    const alternative = expect.stringMatching(/^alternatives\./);
    expect(revisions).toEqual([
      { revision: 1, by: { displayName: 'Hana Moreland' }, changedPaths: [] },
      { revision: 2, by: { displayName: 'Hana Moreland' }, changedPaths: ['retention'] },
      { revision: 3, by: { displayName: 'Hana Moreland' }, changedPaths: ['dataItems.D-2', 'retention'] },
      { revision: 4, by: { displayName: 'Anahera Quill' }, changedPaths: [alternative] },
    ]);
  });

  it('begin for partners with the one that was submitted, and name no place that they do not read', async () => {
    const { revisions } = await read('partner_a', id, 'revisions { revision by { displayName } changedPaths }');
    const hidden = 'Analyst, Ministry for Community Wellbeing';
    expect(revisions).toEqual([
      { revision: 2, by: { displayName: hidden }, changedPaths: [] },
      { revision: 3, by: { displayName: hidden }, changedPaths: ['dataItems.D-2'] },
      { revision: 4, by: { displayName: 'Anahera Quill' }, changedPaths: [expect.stringMatching(/^alternatives\./)] },
    ]);
  });

  it('are read one by one as they last stood; what is left out is the one that I last reviewed', async () => {
    const fields = `myLastReview before: atRevision { revision dossier { retention } signOffs { key status } }
      first: atRevision(revision: 1) { revision state dossier { retention } availableCommands { command } }
      none: atRevision(revision: 9) { id } zero: atRevision(revision: 0) { id }`;
    const steward = await read('data_steward', id, fields);
    expect(steward).toMatchObject({
      myLastReview: 2,
      before: { revision: 2, dossier: { retention: 'One year.' } },
      first: {
        revision: 1,
        state: 'DRAFTING',
        dossier: { retention: 'Two years, then deleted.' },
        availableCommands: [],
      },
      ...{ none: null, zero: null },
    });
    expect(steward['before'].signOffs).toContainEqual({ key: 'purpose', status: 'GIVEN' });
    const officer = await read('privacy_officer', id, fields);
    expect(officer).toMatchObject({ myLastReview: null, before: { revision: 1 } });
    const partner = await read('partner_a', id, fields);
    expect(partner).toMatchObject({
      myLastReview: null,
      before: { revision: 2, dossier: { retention: null } },
      first: null,
    });
  });

  it('of the past know nothing of what came after', async () => {
    const past = `query ($id: ID!) { proposalAsOf(id: $id, sequence: 2) { revision revisions { revision } myLastReview
      atRevision(revision: 2) { revision history { edges { node { sequence } } } } later: atRevision(revision: 3) { id }
      signOffs { history { status } whoMay { id } whyNot { code } blockers { code } } dueOn sayBy myTasks { id } } }`;
    const { proposalAsOf: then } = await api.as('data_steward').query(past, { id });
    expect(then).toMatchObject({
      revision: 2,
      revisions: [{ revision: 1 }, { revision: 2 }],
      myLastReview: null,
      later: null,
    });
    expect(then['atRevision'].history.edges.map(({ node }: { node: Row }) => node.sequence)).toEqual([1, 2]);
    expect(then).toMatchObject({ dueOn: null, sayBy: null, myTasks: [] });
    for (const signOff of then['signOffs'])
      expect(signOff).toEqual({ history: [], whoMay: [], whyNot: [], blockers: [] });
  });

  it('take one statement each for what happened and for what was, however much is asked', async () => {
    const text = `query ($id: ID!) { proposal(id: $id) { revisions { revision } myLastReview a: atRevision(revision: 1) { title }
      b: atRevision(revision: 2) { title } progress { nodes { state } } signOffs { history { status } whoMay { id } }
      concerns { edges { node { onRevision aboutPlaces { quote } } } } comments { onRevision aboutPlaces { quote } } } }`;
    const { statements } = await countStatements(api.store.dataSource, () =>
      api.as('data_steward').query(text, { id }),
    );
    expect(statements.toSorted()).toEqual(
      ['authenticate', 'proposal-by-id', 'happenings', 'entries-of-streams', 'holders-of-roles'].sort(),
    );
  });
});

describe('What a concern is about', () => {
  it('is quoted as it stood then, and kept when the place goes', async () => {
    const id = await submit(api, 'T2');
    const about = [
      'retention',
      'risks.K-1',
      'risks.K-1.mitigation',
      'PM-1',
      'answers.PM-1',
      'purposes',
      'The tone of it',
      'risks.K-9',
    ];
    await concern(api, id, 'data_steward', { about });
    await revise(id, { retention: 'For ever.', risks: [risk('K-2')] });
    const { concerns } = await read(
      'analyst',
      id,
      'concerns { edges { node { onRevision aboutPlaces { place quote isPlaceGone } } } }',
    );
    const there = (place: string, quote: string | null, isPlaceGone = false) => ({ place, quote, isPlaceGone });
    expect(concerns.edges[0].node).toEqual({
      onRevision: 1,
      aboutPlaces: [
        there('retention', 'Two years, then deleted.'),
        there('risks.K-1', 'Small suburbs can be recognised', true),
        there('risks.K-1.mitigation', 'Counts below ten are left out.', true),
        there('PM-1', 'A full answer, with reasons.'),
        there('answers.PM-1', 'A full answer, with reasons.'),
        there('purposes', 'Find out where home visits are missing, to place three more teams.'),
        there('The tone of it', null),
        there('risks.K-9', null),
      ],
    });
  });

  it('is quoted to partners only where they read it', async () => {
    const id = await submit(api, 'T2');
    await concern(api, id, 'partner_a', { about: ['retention', 'purposes.P-1'] });
    await api
      .as('partner_a')
      .do('comment', { proposalId: id, body: 'See.', about: ['risks.K-1', 'summary'], audience: 'PARTNERS' });
    const fields =
      'concerns { edges { node { aboutPlaces { quote } } } } comments { onRevision aboutPlaces { quote } }';
    const quotes = async (who: PersonaKey) => {
      const { concerns, comments } = await read(who, id, fields);
      return [...concerns.edges[0].node.aboutPlaces, ...comments[0].aboutPlaces].map(
        ({ quote }: Row) => quote !== null,
      );
    };
    expect(await quotes('partner_a')).toEqual([false, true, false, true]);
    expect(await quotes('approver')).toEqual([true, true, true, true]);
  });
});

describe('A sign-off', () => {
  const signOffs = `signOffs { key status whoMay { displayName } whyNot { code message } blockers { code subject }
    history { status onRevision finding staleBecause by { displayName } } }`;
  const ofKey = async (who: PersonaKey, id: string, key: string): Promise<Row> =>
    (await read(who, id, signOffs))['signOffs'].find((each: Row) => each['key'] === key);
  const codes = ({ whyNot }: Row): string[] => whyNot.map(({ code }: Row) => code);

  it('names who may give it now: by role, without those whom a duty forbids', async () => {
    const id = await submit(api, 'T2');
    const names = async (key: string) =>
      (await ofKey('analyst', id, key))['whoMay'].map(({ displayName }: Row) => displayName);
    expect(await names('privacy_risk')).toEqual(['Dev Marsh', 'Ines Harding', 'Wiremu Sorrell']);
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality');
    expect(await names('transparency')).toEqual(['Wiremu Sorrell']);
    expect(await names('proportionality')).toEqual(['Ines Harding']);
    await api.as('privacy_officer_2').do('declareConflict', { proposalId: id, reason: 'My sister works there.' });
    expect(await names('transparency')).toEqual([]);
    expect(await names('privacy_risk')).toEqual(['Dev Marsh', 'Ines Harding']);
  });

  it('says why I may not give it', async () => {
    const id = await submit(api, 'T2');
    expect(codes(await ofKey('data_steward', id, 'purpose'))).toEqual([]);
    expect(codes(await ofKey('analyst', id, 'purpose'))).toEqual(['role-missing']);
    expect((await ofKey('auditor', id, 'purpose'))['whyNot'][0].message).toBe(
      'The sign-off “Purpose” is given by a data steward of the lead organisation.',
    );
    expect((await ofKey('privacy_officer', id, 'transparency'))['blockers']).toEqual([
      { code: 'sign-off-missing', subject: 'signOff:purpose' },
    ]);
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality');
    expect((await ofKey('privacy_officer', id, 'transparency'))['whyNot']).toEqual([
      {
        code: 'separation-of-duties',
        message:
          'You gave the sign-off “Necessity and proportionality”, and the two may not meet in one person: somebody else has to sign.',
      },
    ]);
    expect(codes(await ofKey('privacy_officer_2', id, 'proportionality'))).toEqual(['already-given']);
    expect(codes(await ofKey('privacy_officer', id, 'proportionality'))).toEqual([]);
    await decide(api, id, 'RETURNED');
    expect(codes(await ofKey('data_steward', id, 'purpose'))).toEqual(['wrong-state']);
    expect(codes(await ofKey('privacy_officer_2', id, 'transparency'))).toEqual(['wrong-state']);
  });

  it('tells somebody who was an author, or declared a conflict, just that', async () => {
    const author = await api.store.cast.add({
      name: 'Wrote And Signs',
      organisation: 'lead',
      roles: ['analyst', 'data_steward'],
    });
    const begun = await api.as(author).do('draftProposal', { title: 'My own', dossier: {} });
    const text = `query ($id: ID!) { proposal(id: $id) { signOffs { key whyNot { message } } } }`;
    const { proposal } = await api.as(author).query(text, { id: begun.proposal['id'] });
    expect(proposal['signOffs'][0].whyNot[0].message).toBe(
      'You wrote this proposal, or a part of it, so somebody else has to sign.',
    );
  });

  it('tells what became of it: given, made stale by whom and why, given again, taken back', async () => {
    const id = await awaitDecision(api, 'T1');
    await revise(id, { transferRoute: 'By courier.' });
    await sign(api, id, 'privacy_risk', 'NOT_MET');
    await api
      .as('security_officer')
      .do('withdrawSignOff', { proposalId: id, signOff: 'privacy_risk', reason: 'Told more.' });
    const { history } = await ofKey('auditor', id, 'privacy_risk');
    const act = (status: string, onRevision: number, by: string, more: object = {}) => ({
      ...{ status, onRevision, by: { displayName: by }, finding: null, staleBecause: [] },
      ...more,
    });
    expect(history).toEqual([
      act('GIVEN', 1, 'Dev Marsh', { finding: 'MET' }),
      act('STALE', 2, 'Hana Moreland', { staleBecause: ['transferRoute'] }),
      act('GIVEN', 2, 'Dev Marsh', { finding: 'NOT_MET' }),
      act('WITHDRAWN', 2, 'Dev Marsh'),
    ]);
  });

  it('offers itself to exactly those whom the command then obeys', async () => {
    const id = await submit(api, 'T2');
    await sign(api, id, 'purpose');
    await answer(api, id, await concern(api, id));
    const { members } = api.store.cast;
    for (const key of ['proportionality', 'privacy_risk', 'consultation', 'transparency']) {
      const may = (await ofKey('approver', id, key))['whoMay'].map(({ displayName }: Row) => displayName);
      for (const who of Object.keys(members) as PersonaKey[]) {
        const why =
          who.startsWith('partner') || ['administrator', 'outsider'].includes(who)
            ? undefined
            : codes(await ofKey(who, id, key));
        if (why) expect([key, who, may.includes(members[who].name)]).toEqual([key, who, why.length === 0]);
        if (why?.length === 0) continue;
        const { kind } = await api
          .as(who)
          .refused('giveSignOff', { proposalId: id, signOff: key, finding: 'NOT_MET', rationale: 'No.' });
        expect([key, who, ['DENIED', 'NOT_FOUND']]).toEqual([key, who, expect.arrayContaining([kind])]);
      }
    }
  });
});
