// proposalAsOf: what was read after each command is read again later, by sequence and by time, from the entries alone.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signerOf } from '../builders/index.js';
import {
  openApi,
  pastQuery,
  signOffWords,
  dossiers,
  type OpenApi,
  type PersonaKey,
  type Receipt,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

interface Moment {
  sequence: number;
  at: string;
  seen: Partial<Record<PersonaKey, Row | null>>;
}

const readers: PersonaKey[] = ['auditor', 'analyst', 'approver', 'partner_a', 'partner_b', 'outsider', 'administrator'];

describe('The past of a proposal', () => {
  let id: string;
  const moments: Moment[] = [];
  const past = async (who: PersonaKey, when: object) =>
    (await api.as(who).query(pastQuery, { id, ...when }))['proposalAsOf'];

  async function remember({ proposal, entries }: Receipt): Promise<Receipt> {
    id = proposal['id'] as string;
    const last = entries.at(-1)!;
    const seen: Moment['seen'] = {};
    for (const who of readers) seen[who] = await api.as(who).read(id);
    moments.push({ sequence: last['sequence'], at: last['at'], seen });
    return { proposal, entries } as Receipt;
  }
  const step = async (who: PersonaKey, mutation: string, input: Row = {}) =>
    remember(await api.as(who).do(mutation, mutation === 'draftProposal' ? input : { proposalId: id, ...input }));

  it('is made of many commands', async () => {
    const { partnerA, partnerB } = api.store.cast.organisations;
    await step('analyst', 'draftProposal', { title: 'First title', dossier: dossiers.T2() });
    await step('analyst', 'reviseProposal', {
      title: 'Second title',
      dossier: { retention: '', facts: { identifiability: 'de_identified' } },
    });
    await step('analyst', 'reviseProposal', {
      dossier: { facts: { identifiability: 'pseudonymous' }, retention: 'One year.' },
    });
    await step('analyst', 'invitePartners', { organisationIds: [partnerA] });
    await step('analyst', 'submitProposal');
    const raised = await step('partner_a', 'raiseConcern', { statement: 'Wait.', severity: 'MODERATE' });
    const hidden = await step('approver', 'raiseConcern', {
      statement: 'Hm.',
      severity: 'MINOR',
      audience: 'REVIEWERS',
    });
    for (const { entries } of [raised, hidden]) {
      const { concernId } = entries[0]!['payload'];
      await step('engagement_lead', 'answerConcern', { concernId, disposition: 'ACCEPTED', response: 'Yes.' });
    }
    await step('partner_a', 'proposeAlternative', { description: 'Ask us.', rung: 2 });
    const { alternatives } = moments.at(-1)!.seen.auditor!['dossier'];
    const reasoned = alternatives.map(({ proposedByPartner: _, ...each }: Row) => ({
      ...each,
      whyNot: 'It comes late.',
    }));
    await step('analyst', 'reviseProposal', { dossier: { alternatives: reasoned } });
    await step('privacy_officer', 'markRelevance', { questionId: 'CN-9', relevant: false, reason: 'Nobody else.' });
    for (const key of ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'])
      await step(signerOf(key) as PersonaKey, 'giveSignOff', signOffWords(key));
    await step('data_steward', 'withdrawSignOff', { signOff: 'purpose', reason: 'Told more.' });
    await step('analyst', 'invitePartners', { organisationIds: [partnerB] });
    await step('analyst', 'handOverProposal', {
      toPersonId: api.store.cast.members.analyst_2.personId,
      reason: 'Moving.',
    });
    await step('privacy_officer', 'raiseTier', { tier: 'T3', reason: 'Small suburb.' });
    await step('approver', 'recordDecision', { outcome: 'RETURNED', reasons: 'Look again.' });
    expect(moments.at(-1)!.seen.auditor).toMatchObject({ state: 'RETURNED', tier: 'T3' });
  });

  it('is read by sequence as it was read then, by everyone who could', async () => {
    for (const who of [
      'auditor',
      'approver',
      'outsider',
      'administrator',
      'partner_a',
      'partner_b',
      'analyst',
    ] as const)
      for (const { sequence, seen } of moments)
        expect([who, sequence, await past(who, { sequence })]).toEqual([who, sequence, seen[who] ?? null]);
  });

  it('is read by time as it was read then', async () => {
    for (const [index, { at, seen }] of moments.entries()) {
      if (moments[index + 1]?.at === at) continue; // two commands within one millisecond: the later one stands
      expect(await past('auditor', { at })).toEqual(seen.auditor);
      const justBefore = new Date(Date.parse(at) - 1).toISOString();
      const [, earlier] = [at, moments.filter(each => each.at <= justBefore).at(-1)];
      expect(await past('auditor', { at: justBefore })).toEqual(earlier?.seen.auditor ?? null);
    }
  });

  it('of today is today’s, and before its beginning there is nothing', async () => {
    const today = await api.as('auditor').read(id);
    expect(await past('auditor', {})).toEqual(today);
    expect(await past('auditor', { sequence: 2 ** 31 - 1 })).toEqual(today);
    expect(await past('auditor', { at: '9999-12-31T00:00:00Z' })).toEqual(today);
    for (const when of [{ sequence: 0 }, { sequence: -1 }, { at: '0001-01-01T00:00:00Z' }])
      expect(await past('auditor', when)).toBeNull();
  });

  it('offers no command: nothing can be done there', async () => {
    const text = `query ($id: ID!) { proposalAsOf(id: $id, sequence: 5) { availableCommands { command } } }`;
    expect((await api.as('analyst_2').query(text, { id }))['proposalAsOf'].availableCommands).toEqual([]);
  });

  it('stays when its words were erased: what is left is read, and no reading fails', async () => {
    const { sql } = api.store.database;
    await sql(`delete from entry_words where stream = $1 and sequence <= 3`, [`proposal:${id}`]);
    for (const { sequence } of moments) {
      const { status, body } = await api.as('auditor').send({ query: pastQuery, variables: { id, sequence } });
      expect([sequence, status, body.errors]).toEqual([sequence, 200, undefined]);
    }
  });
});
