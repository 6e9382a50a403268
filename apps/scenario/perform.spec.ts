// What the player fills in when it sends a command, and what it does when a version is old.
import { describe, expect, test } from '@jest/globals';
import type { Step } from './case-file.js';
import { type Script, problem, proposal, receipt, result } from './testing/fake-product.js';
import { draft, met, playOnFake, sign } from './testing/stage.js';

describe('what the player fills in', () => {
  test('a draft takes the dossier of the file, and one of its own where it has one', async () => {
    const own: Step = { as: 'analyst', do: 'draftProposal', with: { title: 'B', dossier: { summary: 'own' } } };
    const { product } = await playOnFake([draft, own], {}, { dossier: { summary: 'of the file' } });
    expect(product.sent('draftProposal').map(one => one.variables.input)).toEqual([
      { commandId: 'id-1', title: 'Ngā kai', dossier: { summary: 'of the file' } },
      { commandId: 'id-2', title: 'B', dossier: { summary: 'own' } },
    ]);
  });

  test('the version of the last receipt, and none where the command has no such field', async () => {
    const concern: Step = { as: 'partner_a', do: 'raiseConcern', with: { statement: 'S', severity: 'MINOR' } };
    const { product } = await playOnFake([draft, concern, sign()], {
      raiseConcern: asked => result(asked, receipt('p-1', 7)),
      giveSignOff: asked => result(asked, receipt('p-1', 8)),
    });
    expect(product.sent('raiseConcern')[0]!.variables.input).not.toHaveProperty('expectedVersion');
    expect(product.sent('giveSignOff')[0]!.variables.input).toMatchObject({ proposalId: 'p-1', expectedVersion: 7 });
    expect(product.sent('giveSignOff')[0]!.persona).toBe('data_steward');
  });

  test('a step may state commandId, proposalId and expectedVersion, and the stated version is not mended', async () => {
    const stated = {
      commandId: 'mine',
      proposalId: 'p-9',
      expectedVersion: 3,
      signOff: 'purpose',
      finding: 'MET',
      rationale: 'R',
    };
    const step = sign({ with: stated, expect: { refused: 'CONFLICT' } });
    const { all, product } = await playOnFake([draft, step], {
      giveSignOff: asked => result(asked, problem('CONFLICT', 'stale-version')),
    });
    expect(product.sent('giveSignOff').map(one => one.variables.input)).toEqual([stated]);
    expect(met(all)).toEqual([true, true]);
  });

  test('organisations, due dates, a named draft and the first open condition', async () => {
    const other: Step = { as: 'analyst_2', do: 'draftProposal', id: 'other', with: { title: 'B' } };
    const invite: Step = {
      as: 'analyst',
      do: 'invitePartners',
      on: 'other',
      with: { organisationIds: ['@partner_a', 'o-7'] },
    };
    const conditions = [
      { statement: 'S', precedent: true, owner: 'O', at: '+10d' },
      { dueAt: '+1d' },
      { dueAt: '2027-01-01' },
    ];
    const decide: Step = {
      as: 'approver',
      do: 'recordDecision',
      on: 'other',
      with: { outcome: 'APPROVED', conditions },
    };
    const meet: Step = {
      as: 'partner_a',
      do: 'meetCondition',
      on: 'other',
      with: { conditionId: '@first', evidence: 'E' },
    };
    const { product } = await playOnFake([other, draft, invite, decide, meet], {
      draftProposal: (asked, nth) => result(asked, receipt(`p-${nth}`, 1)),
      invitePartners: asked => result(asked, receipt('p-1', 2)),
      recordDecision: asked => result(asked, receipt('p-1', 3)),
      meetCondition: asked => result(asked, receipt('p-1', 4)),
      Conditions: ({ persona }) =>
        proposal(
          persona === 'analyst_2'
            ? {
                id: 'p-1',
                conditions: [
                  { id: 'k-1', metAt: 'then' },
                  { id: 'k-2', metAt: null },
                ],
              }
            : null,
        ),
    });
    const input = (operation: string) => product.sent(operation)[0]!.variables.input;
    expect(input('invitePartners')).toMatchObject({ proposalId: 'p-1', organisationIds: ['org-partner_a', 'o-7'] });
    expect(input('recordDecision').conditions).toEqual([
      { statement: 'S', precedent: true, owner: 'O', dueAt: '2026-03-11T00:00:00.000Z' },
      { dueAt: '2026-03-02T00:00:00.000Z' },
      { dueAt: '2027-01-01' },
    ]);
    expect(input('meetCondition').conditionId).toBe('k-2');
  });
});

describe('a version that is no longer current', () => {
  const stale: Script = {
    giveSignOff: (asked, nth) => result(asked, nth === 1 ? problem('CONFLICT', 'stale-version') : receipt('p-1', 6)),
  };

  test('is read again as the acting persona, and the command is sent once more', async () => {
    const { all, product } = await playOnFake([draft, sign()], {
      ...stale,
      Version: () => proposal({ id: 'p-1', version: 5 }),
    });
    expect(met(all)).toEqual([true, true]);
    expect(product.sent('giveSignOff').map(one => one.variables.input.expectedVersion)).toEqual([1, 5]);
    expect(product.sent('Version').map(one => one.persona)).toEqual(['data_steward']);
  });

  test('is read as the drafting persona where the acting one may not read it', async () => {
    const Version: Script[string] = ({ persona }) => proposal(persona === 'analyst' ? { id: 'p-1', version: 5 } : null);
    const { all, product } = await playOnFake([draft, sign()], { ...stale, Version });
    expect(met(all)).toEqual([true, true]);
    expect(product.sent('Version').map(one => one.persona)).toEqual(['data_steward', 'analyst']);
  });

  test('a CONFLICT of another kind is left as it is', async () => {
    const step = sign({ expect: { refused: 'CONFLICT', code: 'already-given' } });
    const { all, product } = await playOnFake([draft, step], {
      giveSignOff: asked => result(asked, problem('CONFLICT', 'already-given')),
      Version: () => proposal({ id: 'p-1', version: 1 }),
    });
    expect(met(all)).toEqual([true, true]);
    expect(product.sent('giveSignOff')).toHaveLength(1);
  });
});
