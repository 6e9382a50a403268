// proposals: filters, what awaits whom, pages, and counts that cover only what one may see.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  draft,
  idsOf,
  openApi,
  personaKeys,
  sign,
  submit,
  type OpenApi,
  type Page,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
const made: Record<string, string> = {};
beforeAll(async () => {
  api = await openApi();
  made['drafted'] = await draft(api, 'T1', 'Alpha counts');
  made['submitted'] = await submit(api, 'T2', 'Beta_100% visits');
  made['inReview'] = await submit(api, 'T3', 'Gamma visits');
  made['awaiting'] = await awaitDecision(api, 'T1', 'Delta visits');
  made['approved'] = await awaitDecision(api, 'T1', 'Epsilon visits');
  await decide(api, made['approved']);
  made['elsewhere'] = (await api.as('outsider').do('draftProposal', { title: 'Zeta of harbours' })).proposal['id'];
});
afterAll(() => api.close());

/** What a list holds, by the names given above. */
async function names(who: PersonaKey, filter: Row = {}): Promise<string[]> {
  const page = await api.as(who).list(filter, { first: 100 });
  const nameOf = (id: string) => Object.keys(made).find(name => made[name] === id) ?? id;
  const found = idsOf(page).map(nameOf).sort();
  expect(page.totalCount).toBe(found.length);
  return found;
}

const ofLead = ['approved', 'awaiting', 'drafted', 'inReview', 'submitted'];
const visible: Partial<Record<PersonaKey, string[]>> = {
  auditor: [...ofLead, 'elsewhere'].sort(),
  outsider: ['elsewhere'],
  administrator: [],
  partner_a: ['approved', 'awaiting', 'inReview', 'submitted'],
  partner_b: ['approved', 'awaiting', 'inReview', 'submitted'],
};

describe('A list', () => {
  it.each(personaKeys)('shows %s what they may read, and counts no more', async who => {
    expect(await names(who)).toEqual(visible[who] ?? ofLead);
  });

  it('is newest change first', async () => {
    const text = `{ proposals(first: 100) { edges { node { updatedAt } } } }`;
    const times = (await api.as('auditor').query(text))['proposals'].edges.map(
      ({ node }: Row) => node.updatedAt as string,
    );
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is filtered by state, tier, organisation and words, alone and together', async () => {
    const { lead, unrelated } = api.store.cast.organisations;
    expect(await names('auditor', { states: ['DRAFTING'] })).toEqual(['drafted', 'elsewhere']);
    expect(await names('auditor', { states: ['IN_REVIEW', 'APPROVED'] })).toEqual([
      'approved',
      'inReview',
      'submitted',
    ]);
    expect(await names('auditor', { states: [] })).toEqual([]);
    expect(await names('auditor', { tiers: ['T2', 'T3'] })).toEqual(['inReview', 'submitted']);
    expect(await names('auditor', { organisationId: unrelated })).toEqual(['elsewhere']);
    expect(await names('auditor', { organisationId: lead, states: ['DRAFTING'] })).toEqual(['drafted']);
    expect(await names('analyst', { organisationId: unrelated })).toEqual([]);
    expect(await names('auditor', { text: 'VISITS', tiers: ['T1'] })).toEqual(['approved', 'awaiting']);
  });

  it('is searched by words of the title and by reference, with wildcards standing for themselves', async () => {
    expect(await names('auditor', { text: '  gamma ' })).toEqual(['inReview']);
    expect(await names('auditor', { text: '_100%' })).toEqual(['submitted']);
    expect(await names('auditor', { text: '%' })).toEqual(['submitted']);
    expect(await names('auditor', { text: '' })).toHaveLength(6);
    const { reference } = (await api.as('auditor').read(made['awaiting']!))!;
    expect(await names('auditor', { text: (reference as string).toLowerCase() })).toEqual(['awaiting']);
  });

  it.each([1, 2, 3, 5, 6])('in pages of %d gives each proposal exactly once', async first => {
    const found: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page: Page = await api.as('auditor').list({}, { first, after });
      expect(page.totalCount).toBe(6);
      found.push(...idsOf(page));
      if (!page.pageInfo['hasNextPage']) break;
      after = page.pageInfo['endCursor'] as string;
    }
    expect(found).toEqual(idsOf(await api.as('auditor').list({}, { first: 100 })));
    expect(new Set(found).size).toBe(6);
  });
});

describe('What awaits whom', () => {
  const awaiting = async (id: string): Promise<PersonaKey[]> => {
    const found: PersonaKey[] = [];
    for (const who of personaKeys)
      if (idsOf(await api.as(who).list({ awaitingMe: true }, { first: 100 })).includes(id)) found.push(who);
    return found.sort();
  };
  const signers = ['data_steward', 'privacy_officer', 'privacy_officer_2', 'security_officer'];

  it('a draft and what was returned await their author', async () => {
    const id = await draft(api);
    expect(await awaiting(id)).toEqual(['analyst']);
    await api.as('analyst').do('submitProposal', { proposalId: id });
    await decide(api, id, 'RETURNED');
    expect(await awaiting(id)).toEqual(['analyst']);
  });

  it('a review awaits those whose sign-off is missing', async () => {
    const id = await submit(api, 'T3');
    expect(await awaiting(id)).toEqual([...signers, 'engagement_lead'].sort());
    const light = await submit(api);
    expect(await awaiting(light)).toEqual(signers);
    await sign(api, light, 'purpose');
    await sign(api, light, 'proportionality');
    expect(await awaiting(light)).toEqual(signers.slice(1));
  });

  it('what is signed awaits the approver, and what went stale its signers again', async () => {
    const id = await awaitDecision(api);
    expect(await awaiting(id)).toEqual(['approver']);
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { transferRoute: 'Courier.' } });
    expect(await awaiting(id)).toEqual(signers.slice(1));
  });

  it('an open concern awaits its answer by author or engagement lead, an answered one its raiser', async () => {
    const id = await awaitDecision(api);
    const concernId = await concern(api, id);
    expect(await awaiting(id)).toEqual(['analyst', 'engagement_lead']);
    await answer(api, id, concernId);
    expect(await awaiting(id)).toEqual(['approver', 'partner_a']);
    await api.as('partner_a').do('settleConcern', { proposalId: id, concernId, outcome: 'SETTLED' });
    expect(await awaiting(id)).toEqual(['approver']);
  });

  it('a concern among reviewers awaits the engagement lead alone', async () => {
    const id = await awaitDecision(api);
    await concern(api, id, 'data_steward', { audience: 'REVIEWERS' });
    expect(await awaiting(id)).toEqual(['engagement_lead']);
  });

  it('a colleague’s answered concern awaits the colleague who raised it', async () => {
    const id = await awaitDecision(api);
    const concernId = await concern(api, id, 'analyst_2');
    await answer(api, id, concernId);
    expect(await awaiting(id)).toEqual(['analyst_2', 'approver']);
  });

  it('what is decided awaits nobody, whatever was left unsettled', async () => {
    const id = await awaitDecision(api);
    await answer(api, id, await concern(api, id));
    await decide(api, id);
    expect(await awaiting(id)).toEqual([]);
  });
});
