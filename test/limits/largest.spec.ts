// The other side of every limit: the largest queries within the contract are served by the real api, whatever they cost.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openApi, type OpenApi } from '../harness/index.js';

/** What an ordinary token has when nothing else is configured. */
const usual = {
  person: { perSecond: 200, burst: 4_000 },
  token: { perSecond: 100, burst: 2_000 },
  address: { perSecond: 10, burst: 400 },
};

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const served = async (query: string, variables: object = {}, pad = '') => {
  const { status, body } = await api.as('analyst').send(JSON.stringify({ query, variables, pad }));
  return body.errors ? `${status} ${JSON.stringify(body.errors[0])}` : status;
};
const times = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(' ');
const wrapped = (levels: number, core: string) => `${'{ ... '.repeat(levels)}{ ${core} }${' }'.repeat(levels)}`;

/** Twelve levels: there is no such path through the proposals, so the last ones are those of introspection. */
const deepest = `{ __type(name: "Proposal") ${'{ ofType '.repeat(10)}{ name }${' }'.repeat(10)} }`;
const page = `(first: 100) { edges { node { id title history(first: 100) { edges { node { id payload actor { id organisation { id } } } } }
  concerns(first: 100) { edges { node { id raisedBy { organisation { name } } } } } availableCommands { command blockers { code } } } } }`;
const dearest = `{ ${times(15, n => `p${n}: proposals${page}`)} }`;

describe('The largest that the contract allows', () => {
  it.each([
    ['12 levels', deepest],
    ['15 aliases of full pages within full pages', dearest],
    ['2,000 tokens of one field', `{ viewer { ${times(1_994, () => 'roles')} } }`],
    [
      '2,000 tokens in fragments',
      `{ ${times(95, n => `...F${n}`)} } ${times(
        95,
        n => `fragment F${n} on Query { ...G${n} viewer { roles } }
        fragment G${n} on Query { __typename }`,
      )}`,
    ],
    [
      'fragments in a long chain',
      `{ ...F0 } ${times(150, n => `fragment F${n} on Query { ...F${n + 1} viewer { roles } }`)} fragment F150 on Query { __typename }`,
    ],
    ['600 fragments in each other', wrapped(600, 'viewer { roles }')],
    ['one field in parts', `{ ${times(240, n => (n % 2 ? 'viewer { roles }' : '... { viewer { person { id } } }'))} }`],
    ['the same arguments again and again', `{ ${times(180, () => 'proposals(first: 1) { totalCount }')} }`],
    ['comments and blanks', `${'# kōrero\n'.repeat(20_000)}{ viewer { roles } }`],
  ])('is served: %s', async (_name, query) => expect(await served(query)).toBe(200));

  it('is served: 262,144 bytes', async () => {
    const query = '{ viewer { roles } }';
    const empty = JSON.stringify({ query, variables: {}, pad: '' }).length;
    expect(await served(query, {}, 'x'.repeat(262_144 - empty))).toBe(200);
    expect(await served(query, {}, 'x'.repeat(262_145 - empty))).toMatch(/^413/);
  });

  it('is served to an ordinary person with the usual budgets, and leaves a debt', async () => {
    const ordinary = await openApi({ rates: usual });
    try {
      const ask = async (query: string) => (await ordinary.as('analyst').send({ query })).status;
      expect(await ask(dearest)).toBe(200);
      expect(await ask('{ viewer { roles } }')).toBe(429);
    } finally {
      await ordinary.close();
    }
  });

  it('is served: any nesting of fields and fragments within the tokens', async () => {
    const selection = fc.letrec<{ part: string }>(tie => ({
      part: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom('roles', '__typename', 'person { id displayName }', 'person { organisation { id name } }'),
        fc.array(tie('part'), { minLength: 1, maxLength: 6 }).map(parts => `... { ${parts.join(' ')} }`),
        fc.array(tie('part'), { minLength: 1, maxLength: 6 }).map(parts => `... on Viewer { ${parts.join(' ')} }`),
        tie('part').map(part => `... @include(if: true) { ${part} }`),
      ),
    })).part;
    await fc.assert(
      fc.asyncProperty(fc.array(selection, { minLength: 1, maxLength: 60 }), async parts => {
        const query = `{ viewer { ${parts.join(' ')} } }`;
        const tokens = query.match(/\.\.\.|[@(){}:]|\w+/g)?.length ?? 0;
        const directives = query.match(/@/g)?.length ?? 0;
        fc.pre(tokens <= 2_000 && directives <= 1_000);
        expect(await served(query)).toBe(200);
      }),
      { numRuns: 60 },
    );
  });
});
