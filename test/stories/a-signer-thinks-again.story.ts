// Whoever gave two sign-offs may give one of them again: it replaces the first, and is no third one.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, signOffWords, submit, type OpenApi } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

describe('A signer thinks again', () => {
  it('gives two sign-offs, then one of them anew, and the last word stands', async () => {
    const proposalId = await submit(api);
    const give = (who: 'data_steward' | 'privacy_officer', signOff: string, more: object = {}) =>
      api.as(who).do('giveSignOff', { proposalId, ...signOffWords(signOff), ...more });
    await give('data_steward', 'purpose');
    await give('privacy_officer', 'proportionality');
    await give('privacy_officer', 'privacy_risk');
    await give('privacy_officer', 'privacy_risk', { finding: 'NOT_MET', rationale: 'The cell rule is not in place.' });
    const seen = await api.as('auditor').read(proposalId);
    expect(seen?.['signOffs']).toContainEqual(expect.objectContaining({ key: 'privacy_risk', finding: 'NOT_MET' }));
  });
});
