// A concern that nobody answered holds the decision, whatever else is signed, and no way around it closes it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  openApi,
  sign,
  submit,
  signOffWords,
  subjectsOf,
  type OpenApi,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const stateOf = async (id: string) => (await api.as('auditor').read(id))?.['state'];
const approve = (proposalId: string, more: object = {}) =>
  api.as('approver').refused('recordDecision', { proposalId, outcome: 'APPROVED', reasons: 'As weighed.', ...more });

describe('A concern holds the gate', () => {
  let id: string;
  let concernId: string;

  it('while it is open, no sign-off moves the proposal on', async () => {
    id = await submit(api);
    concernId = await concern(api, id);
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality');
    const met = { proposalId: id, ...signOffWords('privacy_risk') };
    expect((await api.as('security_officer').refused('giveSignOff', met)).blockers).toMatchObject([
      { subject: 'CN-5' },
    ]);
    await sign(api, id, 'privacy_risk', 'NOT_MET');
    expect(await stateOf(id)).toBe('IN_REVIEW');
  });

  it('the approver is told the concern by name, and overruling it unanswered is no way past it', async () => {
    for (const overruled of [[], [concernId]]) {
      const told = await approve(id, { overruled });
      expect(told).toMatchObject({ kind: 'BLOCKED', code: 'not-ready' });
      expect(subjectsOf(told)).toEqual([`concern:${concernId}`, 'signOff:privacy_risk']);
    }
  });

  it('neither author, engagement lead, another partner, approver nor administrator can settle it', async () => {
    const input = { proposalId: id, concernId, outcome: 'WITHDRAWN' };
    const kinds: Record<string, string> = {};
    for (const who of [
      'analyst',
      'engagement_lead',
      'approver',
      'auditor',
      'partner_b',
      'administrator',
      'outsider',
    ] as const)
      kinds[who] = (await api.as(who).refused('settleConcern', input)).kind;
    expect(kinds).toEqual({
      ...{ analyst: 'DENIED', engagement_lead: 'DENIED', approver: 'DENIED', auditor: 'DENIED' },
      ...{ partner_b: 'NOT_FOUND', administrator: 'NOT_FOUND', outsider: 'NOT_FOUND' },
    });
  });

  it('an answer with reasons lets the proposal on to the decision', async () => {
    await answer(api, id, concernId, 'NOT_ACCEPTED');
    await sign(api, id, 'privacy_risk');
    expect(await stateOf(id)).toBe('AWAITING_DECISION');
  });

  it('a substantial concern that was not accepted holds the approval until it is overruled by name', async () => {
    expect(await approve(id)).toMatchObject({
      kind: 'BLOCKED',
      blockers: [{ code: 'concern-not-overruled', subject: `concern:${concernId}` }],
    });
  });

  it('disputing it keeps it so, and the answerer may answer again', async () => {
    await api
      .as('partner_a')
      .do('settleConcern', { proposalId: id, concernId, outcome: 'DISPUTED', note: 'It does not.' });
    expect((await approve(id)).blockers).toMatchObject([{ code: 'concern-not-overruled' }]);
    await answer(api, id, concernId, 'PARTLY_ACCEPTED');
    expect(await stateOf(id)).toBe('AWAITING_DECISION');
  });

  it('a colleague of the raiser settles it, and the approval goes through', async () => {
    const roles = ['partner' as const];
    const colleague = await api.store.cast.add({ name: 'Marama Stone', organisation: 'partnerA', roles });
    await api.as(colleague).do('settleConcern', { proposalId: id, concernId, outcome: 'SETTLED' });
    const { proposal } = await decide(api, id);
    expect(proposal['state']).toBe('APPROVED');
  });

  it('a new concern takes a proposal that awaits its decision back into review', async () => {
    const other = await awaitDecision(api);
    expect(await stateOf(other)).toBe('AWAITING_DECISION');
    const late = await concern(api, other, 'partner_b', { severity: 'MINOR' });
    expect(await stateOf(other)).toBe('IN_REVIEW');
    await api.as('partner_b').do('settleConcern', { proposalId: other, concernId: late, outcome: 'WITHDRAWN' });
    expect(await stateOf(other)).toBe('AWAITING_DECISION');
  });

  it('a concern among reviewers holds it just as well, although the author cannot see why', async () => {
    const other = await awaitDecision(api);
    const hidden = await concern(api, other, 'privacy_officer_2', { audience: 'REVIEWERS' });
    expect(await stateOf(other)).toBe('IN_REVIEW');
    const seen = await api.as('analyst').read(other);
    expect(seen).toMatchObject({ state: 'IN_REVIEW', concerns: { totalCount: 0, edges: [] } });
    const input = { proposalId: other, concernId: hidden, disposition: 'ACCEPTED', response: 'Yes.' };
    expect(await api.as('analyst').refused('answerConcern', input)).toMatchObject({ kind: 'NOT_FOUND' });
    expect((await approve(other)).blockers).toMatchObject([{ subject: `concern:${hidden}` }]);
    await answer(api, other, hidden);
    expect(await stateOf(other)).toBe('AWAITING_DECISION');
  });
});
