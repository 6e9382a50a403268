// The contract's limits, each on both sides of its boundary: the largest query within them is served, the next one is refused.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getIntrospectionQuery } from 'graphql';
import { openTinyApp, post, query, verdict } from './door.js';
import { touched } from './tiny.module.js';

let app: NestFastifyApplication;
beforeAll(async () => void (app = await openTinyApp()));
afterAll(() => app.close());
afterEach(() => void (touched.length = 0));

const send = async (text: string, variables?: object) => verdict(await query(app, text, variables));
const nested = (levels: number) => `{ link ${'{ next '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;
const times = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(' ');

describe('depth', () => {
  it('serves 12 levels and refuses 13', async () => {
    expect(await send(nested(12))).toBe('200 ok');
    expect(await send(nested(13))).toBe('400 QUERY_TOO_DEEP');
  });

  it('counts through fragments, which are no level of their own', async () => {
    const split = (levels: number) =>
      `{ ...Start } fragment Start on Query ${nested(levels).replace('{ next', '{ ...on Link { next').replace(/}$/, '} }')}`;
    expect(await send(split(12))).toBe('200 ok');
    expect(await send(split(13))).toBe('400 QUERY_TOO_DEEP');
  });

  it('lets the introspection query of ordinary tools pass, with every option', async () => {
    const everything = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(await send(getIntrospectionQuery())).toBe('200 ok');
    expect(await send(getIntrospectionQuery(everything))).toBe('200 ok');
  });

  it('bounds introspection too', async () => {
    const type = (levels: number) =>
      `{ __type(name: "Link") ${'{ ofType '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;
    const schema = (levels: number) =>
      `{ __schema { types ${'{ ofType '.repeat(levels - 3)}{ name }${' }'.repeat(levels - 3)} } }`;
    expect([await send(type(12)), await send(type(13))]).toEqual(['200 ok', '400 QUERY_TOO_DEEP']);
    expect([await send(schema(20)), await send(schema(21))]).toEqual(['200 ok', '400 QUERY_TOO_DEEP']);
  });
});

describe('aliases', () => {
  it('serves 15 and refuses the 16th', async () => {
    expect(await send(`{ ${times(15, n => `a${n}: page`)} }`)).toBe('200 ok');
    expect(await send(`{ ${times(16, n => `a${n}: page`)} }`)).toBe('400 TOO_MANY_ALIASES');
  });

  it('counts those on __typename and those that a fragment repeats', async () => {
    expect(await send(`{ ${times(16, n => `a${n}: __typename`)} }`)).toBe('400 TOO_MANY_ALIASES');
    const twice = (count: number) =>
      `{ link { ...F next { ...F } } } fragment F on Link { ${times(count, n => `a${n}: name`)} }`;
    expect(await send(twice(7))).toBe('200 ok');
    expect(await send(twice(8))).toBe('400 TOO_MANY_ALIASES');
  });

  it('measures a bomb of fragments in no time', async () => {
    const bomb = times(60, n => `fragment F${n} on Link { a: next { ...F${n + 1} } b: next { ...F${n + 1} } }`);
    expect(await send(`{ link { ...F0 } } ${bomb} fragment F60 on Link { name }`)).toBe('400 QUERY_TOO_DEEP');
  });
});

describe('directives', () => {
  it('serves as many as 2,000 tokens can write, and refuses more that fragments spread', async () => {
    const skipping = (count: number) => `{ ${times(count, () => 'page @include(if: true)')} }`;
    expect(await send(skipping(200))).toBe('200 ok');
    const spread = `{ ${times(10, () => '...F')} } fragment F on Query { ${times(101, () => 'page @include(if: true)')} }`;
    expect(await send(spread)).toBe('400 TOO_MANY_DIRECTIVES');
  });
});

describe('tokens', () => {
  it('serves 2,000 and refuses the next', async () => {
    expect(await send(`{ ${times(1998, () => 'page')} }`)).toBe('200 ok');
    expect(await send(`{ link { ${times(1995, () => '__typename')} } }`)).toBe('200 ok');
    const answer = await query(app, `{ ${times(1999, () => 'page')} }`);
    expect(verdict(answer)).toBe('400 TOO_MANY_TOKENS');
    expect(answer.body.errors[0].message).toBe(
      'A document may have 2000 tokens; pass values as variables and split the query.',
    );
  });

  it.each([
    ['plain objects', `{ link { ${times(498, () => 'next { name }')} } }`],
    ['arguments', `{ ${times(333, () => 'page(first: 1)')} }`],
    ['fragments', `{ link { ${times(100, () => '...F')} } } fragment F on Link { ${times(1700, () => 'name')} }`],
    ['inline fragments', `{ link { ${times(400, () => '... { name }')} } }`],
    ['a list of values', `{ echo(json: [${times(1990, () => '1')}]) }`],
  ])('serves many repeated %s', async (_name, text) => expect(await send(text)).toBe('200 ok'));

  it('answers repeated fields as if they stood there once', async () => {
    const answer = await query(app, '{ link { name next { name } name next { name } next { next { name } } } }');
    expect(answer.body.data).toEqual({ link: { name: 'link', next: { name: 'link', next: { name: 'link' } } } });
  });
});

describe('body', () => {
  const ofBytes = (bytes: number) => {
    const empty = JSON.stringify({ query: '{ page }', variables: { pad: '' } });
    return empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`);
  };

  it('serves 262,144 bytes and refuses 263,168', async () => {
    expect(Buffer.byteLength(ofBytes(262_144))).toBe(262_144);
    expect(verdict(await post(app, ofBytes(262_144)))).toBe('200 ok');
    expect(verdict(await post(app, ofBytes(262_145)))).toBe('413 BODY_TOO_LARGE');
    const answer = await post(app, ofBytes(263_168));
    expect(verdict(answer)).toBe('413 BODY_TOO_LARGE');
    expect(answer.body.errors[0].message).toBe('A body may have 262144 bytes (256 KB); send less at a time.');
    expect(answer.body.errors[0].extensions.correlationId).toBe(answer.headers['x-correlation-id']);
  });
});

describe('mutations', () => {
  it('runs one and refuses two, having run none', async () => {
    expect(await send('mutation { touch __typename }')).toBe('200 ok');
    expect(touched).toHaveLength(1);
    expect(await send('mutation { touch press }')).toBe('400 TOO_MANY_MUTATIONS');
    expect(await send('mutation { a: touch b: touch }')).toBe('400 TOO_MANY_MUTATIONS');
    expect(await send('mutation { touch ...F } fragment F on Mutation { ... { press } }')).toBe(
      '400 TOO_MANY_MUTATIONS',
    );
    expect(touched).toHaveLength(1);
  });

  it('runs the same field once, however often it is written', async () => {
    expect(await send('mutation { touch ...F } fragment F on Mutation { touch }')).toBe('200 ok');
    expect(touched).toHaveLength(1);
  });

  it('measures only the operation that runs, out of several', async () => {
    const several = `mutation One { touch } mutation Two { touch press } query Deep ${nested(13)}`;
    expect(verdict(await post(app, { query: several, operationName: 'One' }))).toBe('200 ok');
    expect(verdict(await post(app, { query: several, operationName: 'Two' }))).toBe('400 TOO_MANY_MUTATIONS');
    expect(verdict(await post(app, { query: several, operationName: 'Deep' }))).toBe('400 QUERY_TOO_DEEP');
    expect(verdict(await post(app, { query: several }))).toBe('400 OPERATION_RESOLUTION_FAILURE');
    expect(touched).toHaveLength(1);
  });
});

describe('pages', () => {
  it('serves 1 to 100 and refuses 0 and 101', async () => {
    const answer = await query(app, '{ page(first: 101) }');
    expect([await send('{ page }'), await send('{ page(first: 1) }'), await send('{ page(first: 100) }')]).toEqual(
      Array(3).fill('200 ok'),
    );
    expect([await send('{ page(first: 0) }'), await send('{ page(first: -1) }'), verdict(answer)]).toEqual(
      Array(3).fill('400 BAD_USER_INPUT'),
    );
    expect(answer.body.errors[0].message).toBe('`first` is from 1 to 100; read more with `after`, page by page.');
  });
});
