// Approval is impossible without purpose, proportionality and privacy-risk sign-offs of permitted, distinct people;
// each refusal names exactly what is missing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  awaitDecision,
  decide,
  openApi,
  personaKeys,
  sign,
  signOffWords,
  subjectsOf,
  submit,
  type Member,
  type OpenApi,
  type PersonaKey,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const approve = (proposalId: string, outcome = 'APPROVED') =>
  api.as('approver').refused('recordDecision', { proposalId, outcome, reasons: 'As weighed.' });
const trySign = (who: PersonaKey | Member, proposalId: string, signOff: string, finding = 'MET') =>
  api.as(who).tryTo('giveSignOff', { proposalId, ...signOffWords(signOff, finding) });

describe('Without its sign-offs', () => {
  it('a proposal of tier T1 is refused approval for each one missing, and for no other', async () => {
    const id = await submit(api);
    expect(subjectsOf(await approve(id))).toEqual([
      'signOff:privacy_risk',
      'signOff:proportionality',
      'signOff:purpose',
    ]);
    await sign(api, id, 'purpose');
    expect(subjectsOf(await approve(id))).toEqual(['signOff:privacy_risk', 'signOff:proportionality']);
    await sign(api, id, 'proportionality');
    expect(subjectsOf(await approve(id))).toEqual(['signOff:privacy_risk']);
    await sign(api, id, 'privacy_risk');
    expect((await decide(api, id)).proposal['state']).toBe('APPROVED');
  });

  it('a proposal of tier T3 needs consultation and transparency as well', async () => {
    const id = await submit(api, 'T3');
    const all = ['consultation', 'privacy_risk', 'proportionality', 'purpose', 'transparency'];
    expect(subjectsOf(await approve(id))).toEqual(all.map(key => `signOff:${key}`));
  });

  it('one that is not met, withdrawn or stale counts as missing', async () => {
    const id = await awaitDecision(api);
    await sign(api, id, 'purpose', 'NOT_MET');
    const notMet = await approve(id);
    expect(notMet).toMatchObject({
      kind: 'BLOCKED',
      blockers: [{ code: 'sign-off-not-met', subject: 'signOff:purpose' }],
    });
    await api.as('data_steward').do('withdrawSignOff', { proposalId: id, signOff: 'purpose', reason: 'Told more.' });
    expect(await approve(id)).toMatchObject({ blockers: [{ code: 'sign-off-missing', subject: 'signOff:purpose' }] });
    await sign(api, id, 'purpose');
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { retention: 'Ten years.' } });
    const stale = (key: string) => ({ code: 'sign-off-stale', subject: `signOff:${key}` });
    expect(await approve(id)).toMatchObject({ blockers: [stale('proportionality'), stale('privacy_risk')] });
  });

  it('conditions on a sign-off do not carry a plain approval', async () => {
    const id = await awaitDecision(api);
    const conditions = [{ statement: 'Write it down.', precedent: false, owner: 'Lead', about: ['PR-1'] }];
    const words = { ...signOffWords('proportionality', 'MET_WITH_CONDITIONS'), conditions };
    await api.as('privacy_officer').do('giveSignOff', { proposalId: id, ...words });
    const told = await approve(id);
    expect(told).toMatchObject({ blockers: [{ code: 'sign-off-conditional', subject: 'signOff:proportionality' }] });
    expect((await decide(api, id, 'APPROVED_WITH_CONDITIONS')).proposal['state']).toBe('APPROVED_WITH_CONDITIONS');
  });

  it('an approval with conditions needs a condition', async () => {
    const id = await awaitDecision(api);
    expect(subjectsOf(await approve(id, 'APPROVED_WITH_CONDITIONS'))).toEqual(['conditions']);
  });
});

describe('Only the permitted person', () => {
  const permitted: Record<string, PersonaKey[]> = {
    purpose: ['data_steward'],
    proportionality: ['privacy_officer', 'privacy_officer_2'],
    privacy_risk: ['privacy_officer', 'privacy_officer_2', 'security_officer'],
    consultation: ['engagement_lead'],
    transparency: ['privacy_officer', 'privacy_officer_2'],
  };
  const blind: PersonaKey[] = ['outsider', 'administrator'];

  it.each(Object.keys(permitted))('may give the sign-off %s', async signOff => {
    const id = await submit(api, 'T3');
    for (const who of personaKeys) {
      const outcome = await trySign(who, id, signOff, 'NOT_MET');
      const may = permitted[signOff]?.includes(who);
      const kind = outcome.__typename === 'Problem' ? outcome.kind : 'given';
      const isFirst = permitted[signOff]?.[0] === who;
      expect([who, kind]).toEqual([
        who,
        may ? (isFirst ? 'given' : 'CONFLICT') : blind.includes(who) ? 'NOT_FOUND' : 'DENIED',
      ]);
    }
  });

  it('decides: nobody but the approver', async () => {
    const id = await awaitDecision(api);
    for (const who of personaKeys.filter(each => each !== 'approver')) {
      const told = await api
        .as(who)
        .refused('recordDecision', { proposalId: id, outcome: 'APPROVED', reasons: 'Yes.' });
      expect([who, told.kind]).toEqual([who, blind.includes(who) ? 'NOT_FOUND' : 'DENIED']);
    }
    await decide(api, id);
  });
});

describe('One person in many roles', () => {
  let everything: Member;
  const roles = ['data_steward', 'privacy_officer', 'engagement_lead', 'approver', 'analyst'] as const;
  beforeEach(async () => {
    everything = await api.store.cast.add({ name: 'Kim Allhands', organisation: 'lead', roles: [...roles] });
  });
  const denied = { kind: 'DENIED', code: 'separation-of-duties' };

  it('gives not both purpose and proportionality, also after withdrawing the first', async () => {
    const id = await submit(api);
    expect((await trySign(everything, id, 'purpose')).__typename).toBe('Receipt');
    expect(await trySign(everything, id, 'proportionality')).toMatchObject(denied);
    await api
      .as(everything)
      .do('withdrawSignOff', { proposalId: id, signOff: 'purpose', reason: 'Somebody else should.' });
    expect(await trySign(everything, id, 'proportionality')).toMatchObject(denied);
  });

  it('gives not both proportionality and transparency, and no third sign-off', async () => {
    const id = await submit(api, 'T3');
    await sign(api, id, 'purpose');
    expect((await trySign(everything, id, 'proportionality')).__typename).toBe('Receipt');
    expect(await trySign(everything, id, 'transparency')).toMatchObject(denied);
    expect((await trySign(everything, id, 'privacy_risk')).__typename).toBe('Receipt');
    expect(await trySign(everything, id, 'consultation', 'NOT_MET')).toMatchObject(denied);
  });

  it('who signed does not decide, and who decided does not sign', async () => {
    const id = await submit(api);
    await trySign(everything, id, 'purpose');
    const returned = { proposalId: id, outcome: 'RETURNED', reasons: 'Think again.' };
    expect(await api.as(everything).tryTo('recordDecision', returned)).toMatchObject(denied);
    const other = await submit(api);
    await api.as(everything).do('recordDecision', { ...returned, proposalId: other });
    await api.as('analyst').do('submitProposal', { proposalId: other });
    expect(await trySign(everything, other, 'purpose')).toMatchObject(denied);
  });

  it('the author signs and decides nothing of their own, also after handing it over', async () => {
    const { proposal } = await api.as(everything).do('draftProposal', { title: 'My own' });
    const proposalId = proposal['id'] as string;
    const toPersonId = api.store.cast.members.analyst.personId;
    await api.as(everything).do('handOverProposal', { proposalId, toPersonId, reason: 'I change teams.' });
    expect(await trySign(everything, proposalId, 'purpose', 'NOT_MET')).toMatchObject(denied);
    const declined = { proposalId, outcome: 'DECLINED', reasons: 'No.', wouldChangeIt: 'More.' };
    expect(await api.as(everything).tryTo('recordDecision', declined)).toMatchObject(denied);
  });

  it('a declared conflict bars from signing and makes what was given stale', async () => {
    const id = await awaitDecision(api);
    await api.as('data_steward').do('declareConflict', { proposalId: id, reason: 'My sister works there.' });
    expect(subjectsOf(await approve(id))).toEqual(['signOff:purpose']);
    expect(await trySign('data_steward', id, 'purpose')).toMatchObject({
      kind: 'DENIED',
      code: 'conflict-of-interest',
    });
    expect((await trySign(everything, id, 'purpose')).__typename).toBe('Receipt');
    expect((await decide(api, id)).proposal['state']).toBe('APPROVED');
  });
});
