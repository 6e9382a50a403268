// Words of any length, as a pasted address or a line of dashes is: no screen grows wider than the window that it is read in.
import { afterAll, beforeAll, it } from '@jest/globals';
import { completeDossier, t2Facts } from '../builders/index.js';
import { concern, sign, type PersonaKey } from '../harness/index.js';
import { expectReflow, inBrowser, isQuiet, openWeb, type OpenWeb } from './index.js';
import { open } from './people/hands.js';
import { comment } from './people/hostile.js';

const endless = (length: number): string => 'wordwithoutend'.repeat(length).slice(0, length);
/** Sentences are people's own; what is chosen from a list ends without a full stop. */
const withoutEnd = (dossier: object): object =>
  JSON.parse(JSON.stringify(dossier).replaceAll(/"[^"]*\."/g, `"${endless(190)}"`)) as object;

let web: OpenWeb;
let reference: string;
beforeAll(async () => {
  web = await openWeb();
  const { api } = web;
  const dossier = withoutEnd(completeDossier(t2Facts));
  const id = (await api.as('analyst').do('draftProposal', { title: endless(150), dossier })).proposal['id'];
  const organisationIds = [api.store.cast.organisations.partnerA];
  await api.as('engagement_lead').do('invitePartners', { proposalId: id, organisationIds });
  await api.as('analyst').do('submitProposal', { proposalId: id });
  await concern(api, id, 'partner_a', { statement: endless(900) });
  await comment(api, id);
  await sign(api, id, 'purpose');
  reference = (await api.as('auditor').read(id))!['reference'] as string;
});
afterAll(() => web.close());

const screens: readonly (readonly [who: PersonaKey, paths: (at: string) => string[]])[] = [
  [
    'privacy_officer',
    at => ['/', '/proposals', at, `${at}/review`, `${at}/review?view=questions`, `${at}/review?view=said`],
  ],
  ['privacy_officer', at => [`${at}/review?sign=proportionality`]],
  [
    'analyst',
    at =>
      ['purposes', 'dataItems', 'recipients', 'alternatives', 'risks', 'answers'].map(part => `${at}/dossier/${part}`),
  ],
  ['approver', at => [`${at}/decide`, `${at}/paper`]],
  ['auditor', at => [`${at}/concerns`, `${at}/history`, '/history']],
  ['partner_a', at => ['/', at.replace('proposals', 'say')]],
];

inBrowser('A word without end', () => {
  it.each(screens)('leaves every screen of the %s within 320 px: %#', async (who, paths) => {
    const page = await web.as(who, '/');
    for (const path of paths(`/proposals/${reference}`)) {
      await open(page, path);
      await isQuiet(page);
      await expectReflow(page);
    }
    await page.context().close();
  });
});
