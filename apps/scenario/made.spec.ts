// What the player remembers of earlier steps, and where it puts it.
import { describe, expect, test } from '@jest/globals';
import type { Step } from './case-file.js';
import { type Script, problem, proposal, receipt, result } from './testing/fake-product.js';
import { draft, met, playOnFake, sign } from './testing/stage.js';

describe('what earlier steps made', () => {
  const raise: Step = {
    as: 'partner_a',
    do: 'raiseConcern',
    id: 'C-1',
    with: { statement: 'Mō ngā tamariki', severity: 'MINOR' },
  };
  const answer: Step = { as: 'engagement_lead', do: 'answerConcern', with: { concernId: '@C-1', response: 'R' } };
  const answerConcern: Script[string] = asked => result(asked, receipt('p-1', 3));

  test('a concern is known by the id in the entry of its receipt', async () => {
    const { product } = await playOnFake([draft, raise, answer], {
      raiseConcern: asked =>
        result(asked, receipt('p-1', 2, [{ type: 'ConcernRaised', payload: { concernId: 'k-7' } }])),
      answerConcern,
    });
    expect(product.sent('answerConcern')[0]!.variables.input.concernId).toBe('k-7');
    expect(product.sent('Concerns')).toHaveLength(0);
  });

  test('else it is the newest of this person with these words, whoever raised others meanwhile', async () => {
    const node = (id: string, raisedAt: string, person: string, statement: string) => ({
      node: { id, statement, status: 'OPEN', disposition: null, raisedAt, raisedBy: { id: person } },
    });
    const edges = [
      node('newest', '2026-03-01T05:00:00Z', 'person-partner_b', 'Mō ngā tamariki'),
      node('mine', '2026-03-01T04:00:00Z', 'person-partner_a', 'Mo\u0304 nga\u0304 tamariki '),
      node('older', '2026-03-01T03:00:00Z', 'person-partner_a', 'Mō ngā tamariki'),
    ];
    const { product } = await playOnFake([draft, raise, answer], {
      raiseConcern: asked => result(asked, receipt('p-1', 2)),
      Concerns: () => proposal({ id: 'p-1', page: { edges, pageInfo: { hasNextPage: false, endCursor: 'z' } } }),
      answerConcern,
    });
    expect(product.sent('answerConcern')[0]!.variables.input.concernId).toBe('mine');
  });

  test("a partner's alternative is put into a later dossier, and into a preview", async () => {
    const propose: Step = {
      as: 'partner_a',
      do: 'proposeAlternative',
      id: 'A-1',
      with: { description: 'Ask first', rung: 2 },
    };
    const dossier = { alternatives: [{ id: '@A-1', whyNot: 'W' }, { id: 'ALT-2' }] };
    const revise: Step = { as: 'analyst', do: 'reviseProposal', with: { dossier } };
    const preview: Step = { as: 'analyst', check: { preview: { dossier, becomesStale: [], stays: ['purpose'] } } };
    const alternatives = [{ id: 'a-9', description: 'Ask first', proposedByPartner: true }];
    const { all, product } = await playOnFake([draft, propose, revise, preview], {
      proposeAlternative: asked => result(asked, receipt('p-1', 2)),
      Alternatives: () => proposal({ id: 'p-1', dossier: { alternatives } }),
      reviseProposal: asked => result(asked, receipt('p-1', 3)),
      Look: () => proposal({ id: 'p-1', version: 3 }),
      Preview: () => ({ data: { previewRevision: { becomesStale: [], stays: ['purpose'] } } }),
    });
    const resolved = [{ id: 'a-9', whyNot: 'W' }, { id: 'ALT-2' }];
    expect(product.sent('reviseProposal')[0]!.variables.input.dossier.alternatives).toEqual(resolved);
    expect(product.sent('Preview')[0]!.variables.dossier.alternatives).toEqual(resolved);
    expect(met(all)).toEqual([true, true, true, true]);
  });

  test('a refused draft leaves the last drafted proposal as it was', async () => {
    const refused: Step = {
      as: 'analyst',
      do: 'draftProposal',
      with: { title: 'U' },
      expect: { refused: 'BLOCKED', code: 'use-urgent-lane' },
    };
    const { all, product } = await playOnFake([draft, refused, sign()], {
      draftProposal: (asked, nth) =>
        result(asked, nth === 1 ? receipt('p-1', 4) : problem('BLOCKED', 'use-urgent-lane')),
      giveSignOff: asked => result(asked, receipt('p-1', 5)),
    });
    expect(product.sent('giveSignOff')[0]!.variables.input).toMatchObject({ proposalId: 'p-1', expectedVersion: 4 });
    expect(met(all)).toEqual([true, true, true]);
  });

  test('an urgent disclosure is a draft: looks after it are about it', async () => {
    const urgent: Step = { as: 'analyst', do: 'recordUrgentDisclosure', with: { title: 'U', record: {} } };
    const { all } = await playOnFake([draft, urgent, { as: 'analyst', check: { state: 'URGENT_RECORDED' } }], {
      recordUrgentDisclosure: asked => result(asked, receipt('p-2', 1)),
      Look: ({ variables }) =>
        proposal({ id: variables.id, version: 1, state: variables.id === 'p-2' ? 'URGENT_RECORDED' : 'DRAFTING' }),
    });
    expect(met(all)).toEqual([true, true, true]);
  });

  test('a name that stands for nothing is reported, and the case goes on', async () => {
    const refusal = sign({ expect: { refused: 'BLOCKED', subjects: ['concern:@C-1'] } });
    const { all } = await playOnFake(
      [draft, raise, answer, refusal, { as: 'analyst', check: { concerns: { '@C-1': { status: 'OPEN' } } } }],
      {
        raiseConcern: asked => result(asked, problem('BLOCKED', 'wrong-state')),
        giveSignOff: asked => result(asked, problem('BLOCKED', 'gate-closed', ['CN-5'])),
        Look: () => proposal({ id: 'p-1', version: 1 }),
        Concerns: () => proposal({ id: 'p-1', page: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } }),
      },
    );
    expect(met(all)).toEqual([true, false, false, false, false]);
    expect(all[2]!.seen).toBe('not sent: @C-1 stands for nothing: the step that makes it made nothing.');
  });
});
