// What the player reads for a look, and as whom.
import { describe, expect, test } from '@jest/globals';
import type { Step } from './case-file.js';
import { proposal } from './testing/fake-product.js';
import { draft, met, playOnFake } from './testing/stage.js';

describe('looks', () => {
  test('history is read in pages to its end, and compared in order with others between', async () => {
    const types = Array.from({ length: 150 }, (_, index) => (index === 149 ? 'DecisionRecorded' : 'CommentMade'));
    const page = (after: string | null) => ({
      edges: types.slice(after ? 100 : 0, after ? 150 : 100).map(type => ({ node: { type } })),
      pageInfo: { hasNextPage: !after, endCursor: after ? 'end' : 'c-100' },
    });
    const look = (history: string[]): Step => ({ as: 'auditor', check: { history } });
    const { all, product } = await playOnFake(
      [draft, look(['CommentMade', 'DecisionRecorded']), look(['DecisionRecorded', 'CommentMade'])],
      {
        Look: () => proposal({ id: 'p-1', version: 9 }),
        History: ({ variables }) => proposal({ id: 'p-1', page: page(variables.after) }),
      },
    );
    expect(met(all)).toEqual([true, true, false]);
    expect(product.sent('History').map(one => one.variables.after)).toEqual([null, 'c-100', null, 'c-100']);
  });

  test('who may not read the proposal sees it as if it did not exist', async () => {
    const unreadable: Step = { as: 'partner_b', check: { canRead: false } };
    const state: Step = { as: 'outsider', check: { state: 'DRAFTING', sees: { concerns: 0 } } };
    const { all } = await playOnFake(
      [draft, unreadable, { ...unreadable, as: 'auditor' }, state, { as: 'analyst', check: { canRead: false } }],
      {
        Look: ({ persona }) => {
          if (persona === 'analyst') return proposal({ id: 'p-1', version: 1 });
          if (persona !== 'auditor') return proposal(null);
          return {
            status: 200,
            body: { data: { proposal: null }, errors: [{ message: 'No.', extensions: { code: 'NOT_FOUND' } }] },
          };
        },
      },
    );
    expect(met(all)).toEqual([true, true, true, false, false]);
    expect(all[3]!.expectations.map(one => one.seen)).toEqual([
      'may not read the proposal',
      'may not read the proposal',
    ]);
  });

  test('an unknown token is not the same as an unreadable proposal', async () => {
    const { all } = await playOnFake([draft, { as: 'outsider', check: { canRead: false } }], {
      Look: () => ({ status: 401, body: { errors: [{ message: 'Who?', extensions: { code: 'UNAUTHENTICATED' } }] } }),
    });
    expect(met(all)).toEqual([true, false]);
  });

  test('ask only for what is compared', async () => {
    const { product } = await playOnFake([draft, { as: 'partner_a', check: { state: 'IN_REVIEW' } }], {
      Look: () => proposal({ id: 'p-1', version: 1, state: 'IN_REVIEW' }),
    });
    expect(product.sent('Look')[0]!.query).toContain('{ proposal(id: $id) { id version state } }');
  });
});
