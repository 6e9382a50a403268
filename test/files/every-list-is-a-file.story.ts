// Every list as a file for spreadsheets: what the query answers to the same person, row for row, and no formula among it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import request from 'supertest';
import { parse } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { authenticate, foldFacts, readingRecorder, sequenceBatch } from '#store';
import { findList, reportParts } from '../../apps/api/csv/lists.js';
import { writeList } from '../../apps/api/csv/write-list.js';
import { GRAPHQL_OPTIONS } from '../../apps/api/graphql/options.js';
import { RateLimits } from '../../apps/api/graphql/rate-limits.js';
import { letIn } from '../../apps/api/http/authentication.js';
import type { RequestContext } from '../../apps/api/identity/context.js';
import { awaitDecision, decide, draft, openApi, submit, type OpenApi, type PersonaKey } from '../harness/index.js';
import { unhindered } from '../harness/unhindered.js';

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
  await draft(api, 'T1', '=HYPERLINK("https://example.org","Kōrero")');
  await submit(api, 'T1', 'Said, with "quotes", and a comma');
  await decide(api, await awaitDecision(api));
  const worker = await api.store.connect('assent_worker');
  await sequenceBatch(worker);
  await foldFacts(worker);
});
afterAll(() => api.close());

const fetchAs = (who: PersonaKey, path: string) =>
  request(api.url).get(path).set('authorization', `Bearer ${api.store.cast.members[who].token}`);

/** RFC 4180, read back by hand. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && bare === '') break;
    rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
const rowsAs = async (who: PersonaKey, path: string): Promise<string[][]> => {
  const { status, text } = await fetchAs(who, path);
  expect([path, status]).toEqual([path, 200]);
  return rowsOf(text);
};
const column = (rows: string[][], heading: string): string[] => {
  const at = rows[0]!.indexOf(heading);
  return rows.slice(1).map(row => row[at]!);
};

describe('The file of proposals', () => {
  it('holds what the list holds, in its order, for whoever asks', async () => {
    for (const who of ['analyst', 'partner_a', 'auditor', 'outsider'] as const) {
      const { edges } = await api.as(who).list({}, { first: 100 });
      const rows = await rowsAs(who, '/csv/proposals');
      expect(column(rows, 'Id')).toEqual(edges.map(({ node }) => node['id']));
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    }
  });

  it('shows formulas as text, and keeps quotes, lines and macrons', async () => {
    const titles = column(await rowsAs('analyst', '/csv/proposals'), 'Title');
    expect(titles).toContain(`'=HYPERLINK("https://example.org","Kōrero")`);
    expect(titles).toContain('Said, with "quotes", and a comma');
  });

  it('takes the filters of the query, under their names', async () => {
    expect(new Set(column(await rowsAs('analyst', '/csv/proposals?states=DRAFTING&sort=REFERENCE'), 'State'))).toEqual(
      new Set(['DRAFTING']),
    );
    const several = await rowsAs('analyst', '/csv/proposals?states=DRAFTING,IN_REVIEW&states=APPROVED');
    expect(new Set(column(several, 'State')).size).toBeGreaterThan(1);
    expect(await rowsAs('analyst', '/csv/proposals?text=korero&mine=true')).toHaveLength(2);
    expect(await rowsAs('approver', '/csv/proposals?mine=true')).toHaveLength(1);
  });

  it.each([
    ['states=DONE', 'BAD_USER_INPUT'],
    ['mine=perhaps', 'BAD_USER_INPUT'],
    ['colour=green', 'BAD_USER_INPUT'],
    ['first=1', 'BAD_USER_INPUT'],
  ])('refuses %s in words', async (search, code) => {
    const { status, body } = await fetchAs('analyst', `/csv/proposals?${search}`);
    expect([status, body.errors[0].extensions.code]).toEqual([400, code]);
    expect(body.errors[0].message).not.toMatch(/did you mean/i);
  });

  it('is a file that browsers keep, in UTF-8, with a mark of it for those who want one', async () => {
    const { headers } = await fetchAs('analyst', '/csv/proposals');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="assent-proposals.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const plain = await fetchAs('analyst', '/csv/proposals').responseType('blob');
    const marked = await fetchAs('analyst', '/csv/proposals?bom=true').responseType('blob');
    expect([plain.body.subarray(0, 3).toString('hex'), marked.body.subarray(0, 3).toString('hex')]).toEqual([
      Buffer.from('Ref').toString('hex'),
      'efbbbf',
    ]);
  });
});

describe('The other lists', () => {
  it.each([
    ['my-work', 'analyst'],
    ['history', 'auditor'],
    ['people', 'analyst'],
  ] as const)('%s have a file with rows', async (name, who) => {
    expect((await rowsAs(who, `/csv/${name}`)).length).toBeGreaterThanOrEqual(2);
  });

  it('reports have one for each part', async () => {
    const period = 'from=2020-01-01T00:00:00Z&to=2090-01-01T00:00:00Z';
    for (const part of reportParts)
      expect((await rowsAs('auditor', `/csv/reports?part=${part}&${period}`)).length).toBeGreaterThanOrEqual(1);
    expect(column(await rowsAs('auditor', `/csv/reports?${period}`), 'Outcome')).toContain('APPROVED');
    expect((await fetchAs('auditor', '/csv/reports')).status).toBe(400);
  });

  it.each(['/csv/secrets', '/csv/reports?part=all', '/csv/constructor', '/csv/reports?part=toString'])(
    '%s is none',
    async path => {
      expect((await fetchAs('analyst', path)).status).toBe(404);
    },
  );

  it('are asked for at the same door', async () => {
    expect((await request(api.url).get('/csv/proposals')).status).toBe(401);
    expect((await request(api.url).get('/csv/proposals').set('authorization', 'Bearer nobody')).status).toBe(401);
  });

  it('are queries that the schema knows', () => {
    for (const name of ['proposals', 'my-work', 'history', 'people'])
      expect(parse(findList(name)!.query).definitions).toHaveLength(1);
  });
});

describe('What an auditor has as a file', () => {
  it('is recorded like what they read', async () => {
    const readings = async () =>
      (await api.as('auditor').history({ stream: 'audit' })).edges.map(
        ({ node }) => node['payload'] as { operations: string[]; asked: unknown },
      );
    const before = (await readings()).length;
    await rowsAs('auditor', '/csv/proposals?text=korero');
    const [, ofFile] = (await readings()).slice(before);
    expect(ofFile?.operations).toEqual(['proposals']);
    expect(JSON.stringify(ofFile?.asked)).toContain('korero');
  });
});

describe('A long list', () => {
  it('is read page by page, and says plainly where it ends before the end', async () => {
    const all = column(await rowsAs('auditor', '/csv/proposals'), 'Id');
    const viewer = await authenticate(api.store.dataSource, api.store.cast.members.auditor.token);
    const account = new RateLimits(unhindered).accountOf(viewer!.actor.personId, uuidv7());
    const carrying = {};
    letIn(carrying, { viewer, account });
    const { context } = api.app.get(GRAPHQL_OPTIONS, { strict: false });
    const written = await writeList(
      {
        schema: api.app.get(GraphQLSchemaHost, { strict: false }).schema,
        list: findList('proposals')!,
        asked: {},
        contextOf: () => context(carrying) as RequestContext,
        record: readingRecorder(api.store.dataSource),
      },
      all.length - 1,
    );
    let text = '';
    for await (const piece of written) text += piece;
    const rows = rowsOf(text);
    expect(rows.at(-1)![0]).toBe(`There is more: this file ends after ${all.length - 1} rows. Ask for less at a time.`);
    expect(rows).toHaveLength(all.length + 1);
  });

  it('of hundreds of entries is whole', async () => {
    for (let n = 0; n < 40; n += 1) await submit(api);
    const entries: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await api.as('approver').history({}, { after });
      entries.push(...edges.map(({ node }) => node['id'] as string));
      if (!pageInfo['hasNextPage']) break;
      after = pageInfo['endCursor'];
    }
    expect(entries.length).toBeGreaterThan(100);
    expect(column(await rowsAs('approver', '/csv/history'), 'Id')).toEqual(entries);
  });
});
