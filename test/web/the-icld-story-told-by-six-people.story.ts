// Individual client-level data as a condition of funding, 2016 to 2017, as six people live it in six browsers: an analyst, a data steward,
// a privacy officer, an engagement lead, somebody of an NGO, and an approver. At the end an auditor's own browser checks what is recorded.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formatKey } from '#ledger';
import { sequenceBatch } from '#store';
import { sha256 } from '../../apps/verify/native.js';
import type { PersonaKey, Row } from '../harness/index.js';
import { openSigner, type OwnSigner } from '../proof/signing.js';
import { comesTo, holds, inBrowser, openWeb, type OpenWeb } from './index.js';
import * as analyst from './people/analyst.js';
import * as approver from './people/approver.js';
import * as auditor from './people/auditor.js';
import * as partner from './people/partner.js';
import * as reviewer from './people/reviewer.js';
import { arrives, box, button, open, region, sees, write } from './people/hands.js';
import { icld } from './people/icld.js';
import { scenes } from './people/scene.js';

let web: OpenWeb;
let signer: OwnSigner;
beforeAll(async () => {
  web = await openWeb();
  signer = await openSigner(web.api.store);
});
afterAll(async () => {
  await web.close();
  signer.close();
});
/** What was done gets its place in the ledger, as the worker does it four times a second: then whoever looks on is told. */
async function told(): Promise<void> {
  while ((await sequenceBatch(signer.worker)) > 0);
}
const scene = scenes(() => web.browser);

/** Each in a browser of their own, which stays open to the end. */
const desks = new Map<PersonaKey, Page>();
async function desk(who: PersonaKey): Promise<Page> {
  const page = desks.get(who) ?? (await web.as(who));
  page.setDefaultTimeout(15_000);
  desks.set(who, page);
  return page;
}

const facts = {
  'How identifying is it?': 'Identified: names, or as good as a name',
  'Is it joined to other information about the same people?': 'Yes',
  'Is it about children or young people?': 'Yes',
  'Is using the service itself sensitive?': 'Yes',
  'Is supplying it a condition of funding?': 'Yes',
  'Is there no way for a person to say no?': 'Yes',
};

inBrowser('Client-level data as a condition of funding', () => {
  let id: string;
  let reference: string;
  const read = async (): Promise<Row> => (await web.api.as('auditor').read(id))!;
  /** The rest of a long dossier, by the same person through the api: the editor has stories of its own. */
  const bring = async (dossier: Row): Promise<void> => {
    await web.api.as('analyst').do('reviseProposal', { proposalId: id, dossier });
    await told();
  };

  scene('the analyst begins it in the editor, and its facts call for the heightened review', async () => {
    const page = await desk('analyst');
    reference = await analyst.beginDraft(page, icld.title);
    await write(page, 'Summary', icld.dossier['summary']);
    await analyst.goToSection(page, 'Facts');
    await analyst.tellFacts(page, facts);
    await sees(page, /With what is saved: heightened review/);
    const { edges } = await web.api.as('auditor').list({ text: reference });
    id = edges[0]!.node['id'] as string;
    expect(await read()).toMatchObject({ state: 'DRAFTING', tier: 'T3', title: icld.title });
  });

  scene('nobody outside sees the draft, and a colleague may not hand it in', async () => {
    await sees(await web.as('partner_a', `/proposals/${reference}`), 'There is nothing here for you');
    const colleague = await web.as('analyst_2', `/proposals/${reference}/submit`);
    await sees(colleague, 'Only its author submits it');
  });

  scene('data that no purpose needs, and items without a reason, show as holes in the matrix', async () => {
    await bring(icld.dossier);
    const page = await desk('analyst');
    await analyst.goToSection(page, 'Data items');
    await sees(page, '12 items without a reason, 5 items that no purpose needs');
    await comesTo(() => page.getByRole('link', { name: 'empty: no reason given' }).count(), 12);
  });

  scene('it cannot be handed in before each gap is said openly', async () => {
    const page = await desk('analyst');
    await analyst.goToSubmit(page);
    await sees(page, '53 things to do before it can be submitted.');
    await sees(page, 'What is missing is listed above.');
    expect(await button(page, /^Submit revision/).getAttribute('aria-disabled')).toBe('true');
    await open(page, `/proposals/${reference}/dossier/PM`);
    await analyst.admitGap(page, 'PM-2', 'No table of decisions, decision-makers or actions was found.');
    await bring(icld.gaps);
    await analyst.goToSubmit(page);
    await sees(page, 'Nothing that is required is missing.');
    await analyst.submit(page, 'Submitted with the gaps stated openly.');
    expect(await read()).toMatchObject({ state: 'IN_REVIEW' });
  });

  scene('the engagement lead invites the partner', async () => {
    const page = await desk('engagement_lead');
    await open(page, `/proposals/${reference}`);
    await reviewer.invitePartner(page, 'Kōwhai Family Support');
    expect((await read())['partners']).toEqual([expect.objectContaining({ name: 'Kōwhai Family Support' })]);
  });

  scene('the partner says in their own words what worries them, and what could be done instead', async () => {
    const page = await desk('partner_a');
    await partner.haveYourSay(page);
    await partner.raiseConcern(page, icld.concern);
    await partner.proposeGentlerWay(page, icld.alternative.description, icld.alternative.note);
    expect(await page.getByText(icld.rationale('purpose')).count()).toBe(0);
  });

  scene('the privacy officer cannot find it proportionate before anybody found a purpose', async () => {
    const page = await desk('privacy_officer');
    await open(page, `/proposals/${reference}/review?sign=proportionality`);
    const told = await reviewer.tryToSignOff(page, {
      ...{ title: 'Necessity and proportionality', finding: 'Met' },
      rationale: 'Checking that services work is important.',
    });
    expect(told).toContain('Purpose');
    expect((await read())['signOffs'].map(({ status }: Row) => status)).toEqual(Array(5).fill('PENDING'));
  });

  scene('the data steward finds no clear purpose, the privacy officer that it is not proportionate', async () => {
    const steward = await desk('data_steward');
    await reviewer.goToTask(steward, 'Give the sign-off “Purpose”');
    await reviewer.signOff(steward, { title: 'Purpose', finding: 'Not met', rationale: icld.rationale('purpose') });
    await told();
    const officer = await desk('privacy_officer');
    await sees(officer, 'Sign-offs: 1 of 5 current');
    await reviewer.signOff(officer, {
      ...{ title: 'Necessity and proportionality', finding: 'Not met' },
      rationale: icld.rationale('proportionality'),
    });
    const { signOffs } = await read();
    expect(signOffs.slice(0, 2).map(({ finding, by }: Row) => [finding, by.displayName])).toEqual([
      ['NOT_MET', 'Ruth Calder'],
      ['NOT_MET', 'Ines Harding'],
    ]);
  });

  scene('the engagement lead answers; the partner reads it where they sit, and does not accept it', async () => {
    const page = await desk('engagement_lead');
    await reviewer.goToTask(page, 'Answer a concern');
    await reviewer.answerConcern(page, 'Not accepted', 'There is no evidence that people would stay away.');
    await told();
    const theirs = await desk('partner_a');
    await sees(theirs, 'There is no evidence that people would stay away.');
    await partner.dispute(theirs, 'Members report that more than half of self-referred clients would not continue.');
  });

  scene('the analyst says why not the counts, which takes the proportionality sign-off back to its giver', async () => {
    const page = await desk('analyst');
    await open(page, `/proposals/${reference}/dossier/alternatives`);
    const field = box(analyst.row(page, 'Way ALT-1'), 'Why it was not chosen');
    await analyst.changeWhatWasSigned(page, field, icld.whyNot, 'Necessity and proportionality');
    const { signOffs } = await read();
    expect(signOffs.find(({ key }: Row) => key === 'proportionality')).toMatchObject({ status: 'STALE' });
  });

  scene('the privacy officer looks at what changed, and stands by it', async () => {
    const page = await desk('privacy_officer');
    await reviewer.goToTask(page, 'Review what changed and give “Necessity and proportionality” again');
    const act = region(page, 'Give again: Necessity and proportionality');
    await sees(act, icld.whyNot);
    await holds(act.getByRole('textbox', { name: 'Rationale' }), icld.rationale('proportionality'));
    await button(act, 'Sign off “Necessity and proportionality”').click();
    await act.waitFor({ state: 'detached' });
    expect((await read())['signOffs'][1]).toMatchObject({ status: 'GIVEN', finding: 'NOT_MET' });
  });

  scene('the approver sees what stands against it, and returns it with reasons', async () => {
    const page = await desk('approver');
    await open(page, `/proposals/${reference}/decide`);
    await approver.outcome(page, 'Approved');
    expect(await approver.inTheWay(page)).toMatch(
      /“Privacy risk” is missing[^]*“Transparency, choice and access” is missing/,
    );
    await approver.returnToAuthor(page, icld.decision.reasons);
    expect(await read()).toMatchObject({ state: 'RETURNED', decision: { outcome: 'RETURNED' } });
  });

  scene('the paper says what was decided, and the partner’s dissent with it', async () => {
    await told();
    const page = await desk('approver');
    await sees(page, icld.decision.reasons);
    await sees(page, icld.concern);
    await sees(await desk('partner_a'), icld.decision.reasons);
    const author = await desk('analyst');
    await open(author, `/proposals/${reference}`);
    await sees(author, 'It was returned to its author for more work.');
  });

  scene('the auditor’s browser checks the concern and the decision against the key of the log', async () => {
    await signer.turn();
    const page = await web.as('auditor');
    await auditor.openEntry(page, reference, 'ConcernRaised', /Anahera Quill, partner, raised a substantial concern/);
    await arrives(page, 'Concern raised');
    await sees(page, icld.concern);
    await auditor.checkWithKey(page, formatKey(sha256, signer.home.keys()!.current.key));
    await auditor.openEntry(page, reference, 'DecisionRecorded', /Grace Ashdown, approver/);
    await arrives(page, 'Decision recorded');
    await sees(page, icld.decision.reasons);
    await sees(page, 'This entry is what was recorded, and it stands in the signed history.');
  });
});
