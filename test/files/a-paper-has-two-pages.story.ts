// The decision paper on A4: two pages, and what was said against it attached after them. Made by the real route from the built app.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  openApi,
  sign,
  signOffsOf,
  submit,
  type OpenApi,
  type Row,
} from '../harness/index.js';
import { inBrowser } from '../web/browser.js';
import { icld } from '../web/people/icld.js';

const web = fileURLToPath(new URL('../../dist/web', import.meta.url));

let api: OpenApi;
beforeAll(async () => {
  if (!existsSync(`${web}/index.html`)) throw new Error('dist/web is not built. Run: npm run build');
  api = await openApi({ web });
});
afterAll(() => api.close());

async function paperOf(id: string): Promise<string> {
  const { reference } = (await api.as('auditor').read(id)) as Row;
  const { status, body } = await request(api.url)
    .get(`/proposals/${reference}/paper.pdf`)
    .set('authorization', `Bearer ${api.store.cast.members.auditor.token}`)
    .responseType('blob');
  expect(status).toBe(200);
  return (body as Buffer).toString('latin1');
}

/** Of each sign-off a question that every tier asks, with a No. */
const asked: Record<string, string> = {
  ...{ purpose: 'PM-1', proportionality: 'PR-3', privacy_risk: 'RK-2', consultation: 'CN-1', transparency: 'TC-1' },
};
const checklistOf = (key: string) => [{ questionId: asked[key]!, answer: 'NO', note: 'It is not said for whom.' }];

const pagesOf = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

/** The public case as far as the decision that returned it, with all that its reviewers and partners said. */
async function returnedCase(): Promise<string> {
  const { proposal } = await api.as('analyst').do('draftProposal', { title: icld.title, dossier: icld.dossier });
  const proposalId = proposal['id'] as string;
  await api.as('analyst').do('reviseProposal', { proposalId, dossier: icld.gaps });
  await api.as('analyst').do('submitProposal', { proposalId, message: 'Submitted with the gaps stated openly.' });
  const { partnerA, partnerB } = api.store.cast.organisations;
  await api.as('analyst').do('invitePartners', { proposalId, organisationIds: [partnerA, partnerB] });
  for (const { as, with: said } of icld.concerns) await api.as(as).do('raiseConcern', { proposalId, ...said });
  await api.as('partner_a').do('proposeAlternative', { proposalId, ...icld.alternative });
  for (const { as, with: said } of icld.notMet)
    await api.as(as).do('giveSignOff', { proposalId, ...said, checklist: checklistOf(said.signOff) });
  await decide(api, proposalId, 'RETURNED', { reasons: icld.decision.reasons });
  return proposalId;
}

inBrowser('A decision paper', () => {
  it('of an ordinary proposal has two pages at most, and so it has with a concern that was settled', async () => {
    const id = await submit(api, 'T2', 'Where visits are missing');
    const concernId = await concern(api, id);
    await answer(api, id, concernId);
    await api.as('partner_a').do('settleConcern', { proposalId: id, concernId, outcome: 'SETTLED' });
    for (const key of signOffsOf('T2')) await sign(api, id, key);
    await decide(api, id);
    expect(pagesOf(await paperOf(id))).toBeLessThanOrEqual(2);
  });

  it('begins a page for dissent', async () => {
    const id = await submit(api, 'T1', 'Where visits are missing');
    const before = pagesOf(await paperOf(id));
    await concern(api, id);
    expect([before, pagesOf(await paperOf(id))]).toEqual([1, 2]);
  });

  it('of a case with twelve data items and five rationales has two pages, and one with the seven concerns that nobody resolved', async () => {
    expect(pagesOf(await paperOf(await returnedCase()))).toBe(3);
  });

  it('prints addresses at which people reach the proposal', async () => {
    const id = await awaitDecision(api);
    await decide(api, id);
    expect(await paperOf(id)).toContain(`/URI (${api.url}/history/`);
  });
});
