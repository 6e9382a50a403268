// Partner privacy: what each outsider and insider sees of one proposal, and that the unknown and the forbidden look the same.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  awaitDecision,
  concern,
  decide,
  idsOf,
  mutationText,
  openApi,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
let id: string;
let ofA: string;
let ofB: string;
let hidden: string;
beforeAll(async () => {
  api = await openApi();
  id = await awaitDecision(api, 'T3', 'Flows of home visits');
  ofA = await concern(api, id, 'partner_a', { statement: 'Said by A.' });
  ofB = await concern(api, id, 'partner_b', { statement: 'Said by B.' });
  hidden = await concern(api, id, 'security_officer', { statement: 'Said among reviewers.', audience: 'REVIEWERS' });
  await api.as('analyst').do('comment', { proposalId: id, body: 'For us alone.', audience: 'INTERNAL' });
  await api.as('analyst').do('comment', { proposalId: id, body: 'For partners too.', audience: 'PARTNERS' });
});
afterAll(() => api.close());

const seen = async (who: PersonaKey): Promise<Row> => (await api.as(who).read(id))!;
const concernsOf = async (who: PersonaKey) =>
  ((await seen(who))['concerns'].edges as Row[]).map(({ node }) => node.id as string);

describe('An invited partner', () => {
  it('reads title, summary, purposes, data items, recipients, alternatives and state', async () => {
    const part = await seen('partner_a');
    expect(part).toMatchObject({ title: 'Flows of home visits', state: 'IN_REVIEW', tier: 'T3' });
    expect(part['dossier']).toMatchObject({
      summary: 'Counts of home visits, to place new teams.',
      purposes: [{ id: 'P-1' }],
    });
    expect(part['dossier']).toMatchObject({ dataItems: [{ id: 'D-1' }], recipients: [{ id: 'R-1' }] });
    expect(part['dossier'].alternatives).toHaveLength(2);
  });

  it('reads no answers, risks, facts, retention, route, sign-offs or conditions', async () => {
    const { dossier, signOffs, conditions } = await seen('partner_a');
    expect(dossier).toMatchObject({ answers: [], risks: [], facts: {}, retention: null, transferRoute: null });
    expect([signOffs, conditions]).toEqual([[], []]);
  });

  it('reads its own concern in full, nobody else’s, and counts only its own', async () => {
    expect(await concernsOf('partner_a')).toEqual([ofA]);
    expect((await seen('partner_a'))['concerns']).toMatchObject({ totalCount: 1 });
    expect(await concernsOf('partner_b')).toEqual([ofB]);
  });

  it('knows nobody of the other side by name or id', async () => {
    const part = await seen('partner_a');
    expect(part['author']).toMatchObject({ displayName: 'Analyst, Ministry for Community Wellbeing' });
    const answer = JSON.stringify([part, await api.as('partner_a').history(), await api.as('partner_a').historyOf(id)]);
    for (const { name, personId, organisationId } of Object.values(api.store.cast.members)) {
      if (organisationId === api.store.cast.organisations.partnerA) continue;
      expect([answer.includes(name), answer.includes(personId)]).toEqual([false, false]);
    }
    for (const words of ['Said by B', 'Said among reviewers', 'For us alone']) expect(answer).not.toContain(words);
  });

  it('reads the comments made for partners, by whom in which role, and no others', async () => {
    const { comments } = await seen('partner_a');
    expect(comments).toMatchObject([
      { body: 'For partners too.', by: { displayName: expect.stringMatching(/^Analyst, /) } },
    ]);
    expect((await seen('approver'))['comments']).toHaveLength(2);
  });

  it('does not learn who else was invited', async () => {
    expect((await seen('partner_a'))['partners']).toMatchObject([{ name: 'Kōwhai Family Support' }]);
  });

  it('sees its own acts in the history, and nothing else', async () => {
    const acts = (await api.as('partner_a').historyOf(id)).map(({ type, actor }) => `${type} ${actor.displayName}`);
    expect(acts).toEqual(['ConcernRaised Anahera Quill']);
    expect(idsOf(await api.as('partner_a').history())).toHaveLength(1);
  });

  it('is told of blockers only what it may know', async () => {
    const text = `query ($id: ID!) { proposal(id: $id) { availableCommands { command allowed blockers { subject } } } }`;
    const { proposal } = await api.as('partner_a').query(text, { id });
    const names = proposal.availableCommands.map(({ command }: Row) => command as string).sort();
    expect(names).toEqual(['comment', 'declareConflict', 'proposeAlternative', 'raiseConcern', 'settleConcern']);
    expect(JSON.stringify(proposal)).not.toContain('signOff');
  });

  it('sees the decision with its reasons, and of those overruled only its own concern', async () => {
    for (const concernId of [ofA, ofB, hidden]) {
      const refusal = { proposalId: id, concernId, disposition: 'NOT_ACCEPTED', response: 'It has to be so.' };
      await api.as('engagement_lead').do('answerConcern', refusal);
    }
    await decide(api, id, 'APPROVED', { overruled: [ofA, ofB, hidden] });
    const { decision } = await seen('partner_a');
    expect(decision).toMatchObject({ outcome: 'APPROVED', reasons: 'As weighed.', overruled: [ofA] });
    expect(decision.by.displayName).toBe('Approver, Ministry for Community Wellbeing');
    expect((await seen('partner_b'))['decision'].overruled).toEqual([ofB]);
  });
});

describe('The others', () => {
  it('the author and other analysts see all but the concern among reviewers, also in the decision', async () => {
    for (const who of ['analyst', 'analyst_2'] as const) {
      expect(await concernsOf(who)).toEqual([ofA, ofB]);
      const all = JSON.stringify([await seen(who), await api.as(who).historyOf(id), await api.as(who).history()]);
      expect(all).not.toContain('Said among reviewers');
      expect((await seen(who))['decision'].overruled).toEqual([ofA, ofB]);
    }
  });

  it('reviewers, the approver and the auditor see everything', async () => {
    for (const who of ['data_steward', 'privacy_officer', 'engagement_lead', 'approver', 'auditor'] as const)
      expect([who, await concernsOf(who)]).toEqual([who, [ofA, ofB, hidden]]);
    expect((await seen('auditor'))['dossier'].answers.length).toBeGreaterThan(20);
  });

  it('outsider and administrator see no proposal, in no list and by no id', async () => {
    for (const who of ['outsider', 'administrator'] as const) {
      expect(await api.as(who).read(id)).toBeNull();
      expect(await api.as(who).list()).toMatchObject({ totalCount: 0, edges: [] });
      const node = `query ($id: ID!) { node(id: $id) { id __typename } }`;
      for (const known of [id, ofA, ofB, hidden])
        expect((await api.as(who).query(node, { id: known }))['node']).toBeNull();
      expect((await api.as(who).history({ proposalId: id })).edges).toEqual([]);
    }
  });

  it('a concern is found by its id by those who may see it', async () => {
    const node = `query ($id: ID!) { node(id: $id) { __typename ... on Concern { statement } } }`;
    const find = async (who: PersonaKey, known: string) =>
      (await api.as(who).query(node, { id: known }))['node']?.statement;
    expect(await find('partner_a', ofA)).toBe('Said by A.');
    expect([await find('partner_a', ofB), await find('partner_b', hidden), await find('analyst', hidden)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(await find('auditor', hidden)).toBe('Said among reviewers.');
  });
});

describe('The unknown and the forbidden', () => {
  /** The answer as it came over the wire, less the ids that the client itself sent. */
  const wire = async (who: PersonaKey, body: object, own: string[]) => {
    const { status, text, headers } = await api.as(who).send(body);
    const plain = own.reduce((said, each) => said.replaceAll(each, '<id>'), text);
    return { status, plain, length: headers['content-length'], type: headers['content-type'] };
  };
  const commands: [string, object][] = [
    ['reviseProposal', { expectedVersion: 1, dossier: {} }],
    ['submitProposal', { expectedVersion: 1 }],
    ['giveSignOff', { expectedVersion: 1, signOff: 'purpose', finding: 'MET', rationale: 'Yes.' }],
    ['giveSignOff', { expectedVersion: 1, signOff: 'no-such-sign-off', finding: 'MET', rationale: 'Yes.' }],
    ['recordDecision', { expectedVersion: 99, outcome: 'APPROVED', reasons: 'Yes.' }],
    ['raiseConcern', { statement: 'No.', severity: 'MINOR' }],
    ['handOverProposal', { expectedVersion: 1, toPersonId: uuidv7(), reason: 'Mine now.' }],
    ['comment', { body: 'Hello?' }],
    ['declareConflict', { reason: 'I know them.' }],
  ];

  it.each(['outsider', 'administrator'] as const)('are told alike to %s, byte for byte but the id', async who => {
    for (const [mutation, input] of commands) {
      const ask = (proposalId: string) => {
        const commandId = uuidv7();
        const body = { query: mutationText(mutation), variables: { input: { ...input, commandId, proposalId } } };
        return wire(who, body, [proposalId, commandId]);
      };
      const [forbidden, unknown] = [await ask(id), await ask(uuidv7())];
      expect(forbidden).toEqual(unknown);
      expect(forbidden.plain).toContain('NOT_FOUND');
    }
  });

  it('are alike in every read', async () => {
    const reads = [
      `query ($id: ID!) { proposal(id: $id) { id } }`,
      `query ($id: ID!) { proposalAsOf(id: $id, sequence: 1) { id } }`,
      `query ($id: ID!) { node(id: $id) { id } }`,
      `query ($id: ID!) { decisionHistory(filter: { proposalId: $id }) { edges { cursor } } }`,
      `query ($id: ID!) { previewRevision(proposalId: $id, dossier: { facts: { nonsense: 1 } }) { changedPaths } }`,
    ];
    for (const query of reads) {
      const ask = (known: string) => wire('outsider', { query, variables: { id: known } }, [known]);
      expect(await ask(id)).toEqual(await ask(uuidv7()));
    }
  });

  it('are alike for a concern of somebody else’s and one that there is not', async () => {
    const live = await awaitDecision(api);
    const theirs = await concern(api, live, 'partner_b');
    const ask = (concernId: string) => {
      const commandId = uuidv7();
      const input = { commandId, proposalId: live, concernId, outcome: 'WITHDRAWN' };
      return wire('partner_a', { query: mutationText('settleConcern'), variables: { input } }, [concernId, commandId]);
    };
    expect(await ask(theirs)).toEqual(await ask(uuidv7()));
  });

  it('are alike for a copy of what one may not read', async () => {
    const ask = (copyOf: string) => {
      const input = { commandId: uuidv7(), title: 'A copy', copyOf };
      return wire('outsider', { query: mutationText('draftProposal'), variables: { input } }, [input.commandId]);
    };
    expect(await ask(id)).toEqual(await ask(uuidv7()));
  });
});
