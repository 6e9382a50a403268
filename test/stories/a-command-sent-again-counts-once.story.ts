// Idempotency: a command is known by its person and its id. Sent again it gives the same receipt and does nothing more.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  awaitDecision,
  draft,
  openApi,
  signOffWords,
  submit,
  type OpenApi,
  type Problem,
  type Receipt,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

/** A receipt without what may differ in a repetition: that it is one, and the place in the ledger given meanwhile. */
const lasting = (result: Receipt | Problem) => {
  const { replayed: _, entries, proposal, ...rest } = result as Receipt;
  return { ...rest, id: proposal['id'], entries: entries.map(({ index: __, ...entry }) => entry) };
};

describe('The same command again', () => {
  it('gives the same receipt, says so, and changes nothing', async () => {
    const proposalId = await draft(api);
    const input = { commandId: randomUUID(), proposalId, expectedVersion: 1, dossier: { retention: 'One year.' } };
    const first = await api.as('analyst').raw('reviseProposal', input);
    expect(first).toMatchObject({ replayed: false, proposal: { version: 2 } });
    const before = await api.digest();
    const second = await api.as('analyst').raw('reviseProposal', input);
    expect(second).toMatchObject({ replayed: true });
    expect(lasting(second)).toEqual(lasting(first));
    expect(await api.digest()).toBe(before);
  });

  it('shows the proposal as it is today, with the entries of then', async () => {
    const proposalId = await draft(api);
    const input = { commandId: randomUUID(), proposalId, expectedVersion: 1, dossier: { summary: 'Shorter.' } };
    const first = await api.as('analyst').raw('reviseProposal', input);
    await api.as('analyst').do('withdrawProposal', { proposalId, reason: 'No longer needed.' });
    const again = await api.as('analyst').raw('reviseProposal', input);
    expect(again).toMatchObject({ replayed: true, proposal: { version: 3, state: 'WITHDRAWN' } });
    expect(lasting(again)).toEqual(lasting(first));
  });

  it('finds a draft again, although the client never learned its id', async () => {
    const input = { commandId: randomUUID(), title: 'Lost on the way', dossier: {} };
    const first = await api.as('analyst').raw('draftProposal', input);
    const again = await api.as('analyst').raw('draftProposal', input);
    expect(again).toMatchObject({ replayed: true });
    expect(lasting(again)).toEqual(lasting(first));
    expect((await api.as('analyst').list({ text: 'Lost on the way' })).totalCount).toBe(1);
  });

  it('means the same whatever the order of its fields and the spelling of its id', async () => {
    const proposalId = await draft(api);
    const commandId = randomUUID();
    const first = {
      commandId,
      proposalId,
      expectedVersion: 1,
      title: 'New',
      dossier: { facts: { bulk: true, recurring: true } },
    };
    const other = { dossier: { facts: { recurring: true, bulk: true } }, title: 'New', expectedVersion: 1, proposalId };
    await api.as('analyst').raw('reviseProposal', first);
    const again = await api.as('analyst').raw('reviseProposal', { ...other, commandId: commandId.toUpperCase() });
    expect(again).toMatchObject({ replayed: true });
  });

  it('gives a partner the entries of its own act', async () => {
    const proposalId = await awaitDecision(api, 'T3');
    const input = { commandId: randomUUID(), proposalId, description: 'Ask us for the counts.', rung: 1 };
    const first = await api.as('partner_a').raw('proposeAlternative', input);
    expect((first as Receipt).entries.map(({ type }) => type)).toEqual(['AlternativeProposed', 'SignOffMadeStale']);
    expect(lasting(await api.as('partner_a').raw('proposeAlternative', input))).toEqual(lasting(first));
  });
});

describe('The same command id', () => {
  const used = { kind: 'CONFLICT', code: 'command-id-used' };

  it('with another body, another command or another proposal is a conflict and changes nothing', async () => {
    const [proposalId, other] = [await draft(api), await draft(api)];
    const input = { commandId: randomUUID(), proposalId, expectedVersion: 1, dossier: { retention: 'One year.' } };
    await api.as('analyst').raw('reviseProposal', input);
    const before = await api.digest();
    const tries: [string, Row][] = [
      ['reviseProposal', { ...input, dossier: { retention: 'Two years.' } }],
      ['reviseProposal', { ...input, expectedVersion: 2 }],
      ['reviseProposal', { ...input, proposalId: other }],
      ['withdrawProposal', { commandId: input.commandId, proposalId, expectedVersion: 2, reason: 'No.' }],
      ['draftProposal', { commandId: input.commandId, title: 'Another' }],
      ['comment', { commandId: input.commandId, proposalId, body: 'Hello.' }],
    ];
    for (const [mutation, body] of tries) expect(await api.as('analyst').raw(mutation, body)).toMatchObject(used);
    expect(await api.digest()).toBe(before);
  });

  it('may be used by two people, for each of whom it is their own', async () => {
    const proposalId = await submit(api);
    const input = { commandId: randomUUID(), proposalId, body: 'I agree.' };
    const [one, two] = [await api.as('analyst').raw('comment', input), await api.as('approver').raw('comment', input)];
    expect([one, two]).toMatchObject([{ replayed: false }, { replayed: false }]);
    expect((one as Receipt).entries[0]!['id']).not.toBe((two as Receipt).entries[0]!['id']);
  });

  it('of a refused command can be used again, for this or for another command', async () => {
    const proposalId = await draft(api);
    const commandId = randomUUID();
    const { partnerA, lead } = api.store.cast.organisations;
    const invite = (organisationIds: string[]) =>
      api.as('analyst').raw('invitePartners', { commandId, proposalId, expectedVersion: 1, organisationIds });
    expect(await invite([lead])).toMatchObject({ kind: 'INVALID', path: ['organisationIds'] });
    expect(await invite([randomUUID()])).toMatchObject({ kind: 'INVALID' });
    expect(await invite([partnerA])).toMatchObject({ replayed: false });
  });

  it('of a command that was too early succeeds later', async () => {
    const proposalId = await submit(api);
    const words = { commandId: randomUUID(), proposalId, expectedVersion: 3, ...signOffWords('proportionality') };
    expect(await api.as('privacy_officer').raw('giveSignOff', words)).toMatchObject({ kind: 'BLOCKED' });
    await api.as('data_steward').do('giveSignOff', { proposalId, ...signOffWords('purpose') });
    const later = await api.as('privacy_officer').raw('giveSignOff', { ...words, expectedVersion: 4 });
    expect(later).toMatchObject({ replayed: false });
  });
});

describe('A repetition', () => {
  it('asks again whether its sender may read the proposal', async () => {
    const { cast } = api.store;
    const leaver = await cast.add({ name: 'Ana Leaver', organisation: 'lead', roles: ['analyst'] });
    const input = { commandId: randomUUID(), title: 'Left behind', dossier: {} };
    await api.as(leaver).raw('draftProposal', input);
    const [assignmentId = ''] = leaver.assignmentIds;
    const { personId } = leaver;
    await cast.change([{ type: 'RoleEnded', assignmentId, personId, endsAt: new Date().toISOString() }]);
    const before = await api.digest();
    expect(await api.as(leaver).raw('draftProposal', input)).toMatchObject({ kind: 'NOT_FOUND', code: 'not-found' });
    expect(await api.digest()).toBe(before);
  });
});

describe('Ten at once', () => {
  const tenTimes = (mutation: string, input: Row) =>
    Promise.all(Array.from({ length: 10 }, () => api.as('analyst').raw(mutation, input)));

  it.each([
    ['draftProposal', { title: 'Ten drafts', dossier: {} }],
    ['recordUrgentDisclosure', { title: 'Ten records', record: urgent() }],
  ])('of one %s make one proposal and equal receipts', async (mutation, body) => {
    const results = await tenTimes(mutation, { commandId: randomUUID(), ...body });
    expect(results.filter(each => (each as Receipt).replayed === false)).toHaveLength(1);
    const [first, ...others] = results.map(lasting);
    for (const other of others) expect(other).toEqual(first);
    expect((await api.as('analyst').list({ text: body.title })).totalCount).toBe(1);
  });

  it('of one revision raise the version once', async () => {
    const proposalId = await draft(api);
    const input = { commandId: randomUUID(), proposalId, expectedVersion: 1, dossier: { retention: 'One year.' } };
    const results = await tenTimes('reviseProposal', input);
    const [first, ...others] = results.map(lasting);
    for (const other of others) expect(other).toEqual(first);
    expect(await api.as('analyst').read(proposalId)).toMatchObject({ version: 2, revision: 2 });
    expect(await api.as('analyst').historyOf(proposalId)).toHaveLength(2);
  });

  it('of one comment, which has no version to guard it, leave one comment', async () => {
    const proposalId = await draft(api);
    const results = await tenTimes('comment', { commandId: randomUUID(), proposalId, body: 'Once.' });
    const [first, ...others] = results.map(lasting);
    for (const other of others) expect(other).toEqual(first);
    expect((await api.as('analyst').historyOf(proposalId)).map(({ type }) => type)).toEqual([
      'ProposalDrafted',
      'CommentMade',
    ]);
  });

  it('with ten different bodies leave one, and the others are told of the conflict', async () => {
    const commandId = randomUUID();
    const titles = Array.from({ length: 10 }, (_, n) => `Body ${n}`);
    const results = await Promise.all(
      titles.map(title => api.as('analyst').raw('draftProposal', { commandId, title })),
    );
    const kinds = results.map(each => (each.__typename === 'Problem' ? each.code : 'done')).sort();
    expect(kinds).toEqual([...Array<string>(9).fill('command-id-used'), 'done']);
    expect((await api.as('analyst').list({ text: 'Body ' })).totalCount).toBe(1);
  });
});

function urgent() {
  const texts = [
    'A child of six.',
    'To protect.',
    'A request.',
    'Concerns seen.',
    'The refuge.',
    'Not asked.',
    'The school.',
  ];
  return Object.fromEntries(texts.map((text, index) => [`U-${index + 1}`, text]));
}
