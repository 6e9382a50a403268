// Refusals of GraphQL and HTTP themselves: reported, never a crash.
import { describe, expect, test } from '@jest/globals';
import { receipt, result } from './testing/fake-product.js';
import { draft, met, playOnFake, playOnNothing, sign } from './testing/stage.js';

describe('refusals of GraphQL and HTTP', () => {
  test('are reported with their code, meet no expectation, and do not end the case', async () => {
    const rejections = [
      { status: 400, body: { errors: [{ message: 'Bad.', extensions: { code: 'BAD_USER_INPUT' } }] } },
      { status: 413, body: 'Payload too large' },
      { status: 500, body: { data: null, errors: [{ message: 'Broken.' }] } },
    ];
    const { all } = await playOnFake([draft, sign({ expect: { refused: 'INVALID' } }), sign(), sign()], {
      giveSignOff: (_, nth) => rejections[nth - 1]!,
    });
    expect(met(all)).toEqual([true, false, false, false]);
    expect(all.slice(1).map(one => one.seen)).toEqual([
      'refused outright BAD_USER_INPUT: Bad.',
      'refused outright HTTP_413: The server answered with status 413.',
      'refused outright HTTP_500: Broken.',
    ]);
  });

  test('a busy server is asked again', async () => {
    const { all } = await playOnFake([draft, sign()], {
      giveSignOff: (asked, nth) =>
        nth === 1 ? { status: 429, headers: { 'retry-after': '0.01' }, body: {} } : result(asked, receipt('p-1', 2)),
    });
    expect(met(all)).toEqual([true, true]);
  });

  test('a server that is gone is reported for each step', async () => {
    const all = await playOnNothing([draft, sign()]);
    expect(met(all)).toEqual([false, false]);
    expect(all[0]!.seen).toMatch(/^refused outright NO_ANSWER: .*did not answer: connect ECONNREFUSED/);
  });
});
