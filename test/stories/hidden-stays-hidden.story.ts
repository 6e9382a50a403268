// What rule 12 hides is hidden in the corners too: the payload of a decision, a condition's id, an act for another organisation.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { concern, openApi, sign, signOffWords, submit, type OpenApi } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const decisionPayload = async (who: 'analyst' | 'analyst_2' | 'approver' | 'auditor', proposalId: string) => {
  const { edges } = await api.as(who).history({ proposalId, types: ['DecisionRecorded'] });
  return (edges[0]?.node['payload'] as { overruled: string[] }).overruled;
};

describe('Hidden stays hidden', () => {
  it('in the payload of a decision that overruled a concern among reviewers', async () => {
    const proposalId = await submit(api);
    const theirs = await concern(api, proposalId, 'security_officer', { audience: 'REVIEWERS' });
    await api.as('engagement_lead').do('answerConcern', {
      proposalId,
      concernId: theirs,
      disposition: 'NOT_ACCEPTED',
      response: 'Weighed and kept.',
    });
    for (const key of ['purpose', 'proportionality', 'privacy_risk']) await sign(api, proposalId, key);
    const decision = { proposalId, outcome: 'APPROVED', reasons: 'As weighed.', overruled: [theirs] };
    await api.as('approver').do('recordDecision', decision);
    expect(await decisionPayload('approver', proposalId)).toEqual([theirs]);
    expect(await decisionPayload('auditor', proposalId)).toEqual([theirs]);
    expect(await decisionPayload('analyst', proposalId)).toEqual([]);
    expect(await decisionPayload('analyst_2', proposalId)).toEqual([]);
  });

  it('from a partner who names the id of a condition: there is none, real or not', async () => {
    const proposalId = await submit(api);
    await sign(api, proposalId, 'purpose');
    const condition = { statement: 'Publish the cell rule.', precedent: false, owner: 'Steward', about: ['RK-6'] };
    const given = { ...signOffWords('privacy_risk'), finding: 'MET_WITH_CONDITIONS', conditions: [condition] };
    await api.as('security_officer').do('giveSignOff', { proposalId, ...given });
    const seen = await api.as('auditor').read(proposalId);
    const [real] = seen?.['conditions'] as { id: string }[];
    for (const conditionId of [real!.id, '01a20438-61ec-71ac-ad49-a579e8fab981']) {
      const told = await api.as('partner_a').refused('meetCondition', { proposalId, conditionId, evidence: 'Done.' });
      expect(told).toMatchObject({ kind: 'NOT_FOUND', code: 'not-found' });
    }
  });
});
