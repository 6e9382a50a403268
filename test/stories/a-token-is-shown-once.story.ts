// Access tokens through the API: shown once and kept nowhere, for oneself or by an administrator, revoked at once; and every
// change of the directory that is sent again counts once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  mutationText,
  openApi,
  type DirectoryReceipt,
  type OpenApi,
  type Problem,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const raw = (who: Parameters<OpenApi['as']>[0], mutation: string, input: Row) =>
  api.as(who).raw(mutation, input) as unknown as Promise<DirectoryReceipt | Problem>;
const knock = async (token: string): Promise<number> =>
  (await api.withToken(token).send({ query: '{ viewer { roles } }' })).status;

describe('A token', () => {
  it('is shown once: sent again the receipt is the same, without the secret', async () => {
    const { personId } = api.store.cast.members.analyst;
    const input = { commandId: randomUUID(), personId, label: 'Laptop', days: 30 };
    const first = (await raw('administrator', 'issueToken', input)) as DirectoryReceipt;
    expect(first.secret).toMatch(/^assent_[\w-]{43}$/);
    expect(await knock(first.secret!)).toBe(200);
    const before = await api.digest();
    const again = (await raw('administrator', 'issueToken', input)) as DirectoryReceipt;
    expect(again).toEqual({ ...first, replayed: true, secret: null });
    expect(await api.digest()).toBe(before);
  });

  it('is in no table and in no answer afterwards', async () => {
    const { secret, accessToken } = await api.as('analyst').change('issueToken', { label: 'Desk' });
    const tables = await api.store.database.sql(`select tablename as name from pg_tables where schemaname = 'public'`);
    for (const { name } of tables) {
      const [row] = await api.store.database.sql(`select count(*)::int as found from ${name} t where t::text like $1`, [
        `%${secret}%`,
      ]);
      expect([name, row!['found']]).toEqual([name, 0]);
    }
    const seen = await api.as('analyst').accessTokens();
    expect(seen.edges.map(({ node }) => node)).toContainEqual(accessToken);
    expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it('that may only read sends no command, and issues no further token', async () => {
    const { secret } = await api.as('analyst').change('issueToken', { label: 'Report', readOnly: true });
    const before = await api.digest();
    for (const [mutation, input] of [
      ['issueToken', { label: 'More' }],
      ['addOrganisation', { name: '', kind: 'NGO' }],
    ] as const) {
      const variables = { input: { commandId: randomUUID(), ...input } };
      const { status, body } = await api.withToken(secret!).send({ query: mutationText(mutation), variables });
      expect([status, body.errors[0].extensions.code]).toEqual([403, 'TOKEN_READS_ONLY']);
    }
    expect(await api.digest()).toBe(before);
  });

  it('revoked by its owner or by an administrator opens nothing from the next request on', async () => {
    for (const who of ['analyst', 'administrator'] as const) {
      const { secret, accessToken } = await api.as('analyst').change('issueToken', { label: 'Lost' });
      const revoked = await api.as(who).change('revokeToken', { tokenId: accessToken!['id'] });
      expect(revoked.accessToken!['revokedAt']).toBe(revoked.entries[0]!['at']);
      expect(await knock(secret!)).toBe(401);
      expect(await api.as(who).refused('revokeToken', { tokenId: accessToken!['id'] })).toMatchObject({
        ...{ kind: 'BLOCKED', code: 'already-revoked' },
      });
    }
  });

  it('that got lost takes with it what was issued through it', async () => {
    const { token, tokenId, personId } = await api.store.cast.issueToken(api.store.cast.members.approver);
    const issue = async (through: string, days: number) => {
      const input = { commandId: randomUUID(), label: 'Further', days };
      const { body } = await api.withToken(through).send({ query: mutationText('issueToken'), variables: { input } });
      return body.data.issueToken as DirectoryReceipt;
    };
    const first = await issue(token, 366);
    const second = await issue(first.secret!, 366);
    const [kept] = await api.store.database.sql('select expires_at from access_token where id = $1', [tokenId]);
    for (const { accessToken } of [first, second])
      expect(new Date(accessToken!['expiresAt'])).toEqual(kept!['expires_at']);
    const revoked = await api.as('administrator').change('revokeToken', { tokenId });
    expect(revoked.accessToken!['id']).toBe(tokenId);
    expect(revoked.entries.map(({ payload }) => payload)).toMatchObject(
      [tokenId, first.accessToken!['id'], second.accessToken!['id']].map(id => ({ tokenId: id, personId })),
    );
    for (const lost of [token, first.secret!, second.secret!]) expect(await knock(lost)).toBe(401);
    expect(await knock(api.store.cast.members.approver.token)).toBe(200);
  });

  it('of somebody else is neither seen nor revoked nor issued', async () => {
    const { personId, tokenId } = api.store.cast.members.analyst_2;
    for (const who of ['analyst', 'auditor', 'outsider'] as const) {
      expect((await api.as(who).accessTokens({ personId })).edges).toEqual([]);
      expect(await api.as(who).refused('revokeToken', { tokenId })).toMatchObject({ kind: 'NOT_FOUND' });
    }
    expect(await api.as('analyst').refused('issueToken', { personId, label: 'For Tom' })).toMatchObject({
      kind: 'DENIED',
    });
    expect(await api.as('outsider').refused('issueToken', { personId, label: 'For Tom' })).toMatchObject({
      kind: 'NOT_FOUND',
    });
    expect((await api.as('administrator').accessTokens({ personId })).edges).toHaveLength(1);
  });

  it('tells its owner who has seen its secret: themself, or an administrator, nameless to people elsewhere', async () => {
    const issuers = async (who: 'privacy_officer' | 'partner_b') => {
      const { personId } = api.store.cast.members[who];
      await api.as(who).change('issueToken', { label: 'Mine' });
      await api.as('administrator').change('issueToken', { personId, label: 'Yours' });
      const { edges } = await api.as(who).accessTokens();
      return edges.slice(-2).map(({ node }) => node['issuedBy'].displayName as string);
    };
    expect(await issuers('privacy_officer')).toEqual(['Ines Harding', 'Sefa Norwood']);
    expect(await issuers('partner_b')).toEqual(['Peter Lomax', 'Administrator, Ministry for Community Wellbeing']);
  });

  it('is issued and revoked in one’s own history, which shows nobody else’s', async () => {
    await api.as('outsider').change('issueToken', { label: 'Mine' });
    const { edges } = await api.as('outsider').history();
    expect(edges.map(({ node }) => [node['type'], node['payload'].label])).toEqual([['TokenIssued', 'Mine']]);
  });
});

describe('A change of the directory', () => {
  it('sent again gives the same receipt and changes nothing; with another body it is a conflict', async () => {
    const { analyst_2: other } = api.store.cast.members;
    const { organisations } = api.store.cast;
    const asked: [string, Row, Row][] = [
      ['addOrganisation', { name: 'Twice', kind: 'NGO' }, { name: 'Thrice' }],
      ['addPerson', { organisationId: organisations.lead, displayName: 'Twin' }, { displayName: 'Triplet' }],
      ['assignRole', { personId: other.personId, role: 'approver' }, { role: 'data_steward' }],
      ['endRole', { assignmentId: other.assignmentIds[0] }, { until: new Date(Date.now() + 1000).toISOString() }],
      ['revokeToken', { tokenId: other.tokenId }, { tokenId: api.store.cast.members.analyst.tokenId }],
    ];
    for (const [mutation, body, changed] of asked) {
      const input = { commandId: randomUUID(), ...body };
      const first = (await raw('administrator', mutation, input)) as DirectoryReceipt;
      const before = await api.digest();
      expect(await raw('administrator', mutation, input)).toEqual({ ...first, replayed: true });
      for (const otherwise of [{ ...input, ...changed }])
        expect(await raw('administrator', mutation, otherwise)).toMatchObject({
          kind: 'CONFLICT',
          code: 'command-id-used',
        });
      const another = { commandId: input.commandId, name: 'Other', kind: 'NGO' };
      expect(await raw('administrator', 'addOrganisation', another)).toMatchObject({ code: 'command-id-used' });
      expect(await api.digest()).toBe(before);
    }
  });

  it('sent ten times at once is done once', async () => {
    const input = { commandId: randomUUID(), name: 'Ten at once', kind: 'OTHER' };
    const results = await Promise.all(Array.from({ length: 10 }, () => raw('administrator', 'addOrganisation', input)));
    const receipts = results as DirectoryReceipt[];
    expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(receipts.map(({ organisation }) => organisation!['id'])).size).toBe(1);
  });

  it('asked by ten people at once for one name is done once', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        raw('administrator', 'addOrganisation', {
          commandId: randomUUID(),
          name: n % 2 ? 'RĀTĀ' : 'rātā',
          kind: 'NGO',
        }),
      ),
    );
    const codes = results.map(result => (result.__typename === 'Problem' ? result.code : 'done')).sort();
    expect(codes).toEqual(['done', ...Array<string>(9).fill('name-taken')]);
  });
});

describe('A refused change', () => {
  it('names its place or its reason in a sentence, and leaves the database as it was', async () => {
    const { members, organisations } = api.store.cast;
    const { personId } = members.approver;
    const past = '2020-01-01T00:00:00Z';
    const refused: [string, Row, object][] = [
      ['addOrganisation', { name: ' ', kind: 'NGO' }, { kind: 'INVALID', path: ['name'] }],
      ['addOrganisation', { name: 'a\u202Eb', kind: 'NGO' }, { kind: 'INVALID', path: ['name'] }],
      ['addOrganisation', { name: 'a\u200Bb', kind: 'NGO' }, { kind: 'INVALID', path: ['name'] }],
      [
        'addOrganisation',
        { name: 'MINISTRY FOR COMMUNITY WELLBEING', kind: 'NGO' },
        { kind: 'BLOCKED', code: 'name-taken' },
      ],
      ['addPerson', { organisationId: randomUUID(), displayName: 'X' }, { kind: 'NOT_FOUND' }],
      ['addPerson', { organisationId: 'none', displayName: 'X' }, { kind: 'NOT_FOUND' }],
      ['addPerson', { organisationId: organisations.lead, displayName: 'x'.repeat(501) }, { path: ['displayName'] }],
      ['assignRole', { personId: randomUUID(), role: 'analyst' }, { kind: 'NOT_FOUND' }],
      ['assignRole', { personId, role: 'Analyst' }, { kind: 'INVALID', path: ['role'] }],
      ['assignRole', { personId, role: 'approver' }, { kind: 'BLOCKED', code: 'role-overlaps' }],
      ['assignRole', { personId, role: 'administrator' }, { kind: 'DENIED', code: 'separation-of-duties' }],
      ['assignRole', { personId, role: 'analyst', from: past }, { kind: 'INVALID', path: ['from'] }],
      ['endRole', { assignmentId: randomUUID() }, { kind: 'NOT_FOUND' }],
      [
        'endRole',
        { assignmentId: members.approver.assignmentIds[0], until: past },
        { kind: 'INVALID', path: ['until'] },
      ],
      ['issueToken', { personId, label: '' }, { kind: 'INVALID', path: ['label'] }],
      ['issueToken', { personId, label: 'X', days: 367 }, { kind: 'INVALID', path: ['days'] }],
      ['revokeToken', { tokenId: randomUUID() }, { kind: 'NOT_FOUND' }],
    ];
    const before = await api.digest();
    for (const [mutation, input, expected] of refused) {
      const problem = await api.as('administrator').refused(mutation, input);
      expect([mutation, input, problem]).toMatchObject([mutation, input, expected]);
      expect(problem.message).toMatch(/^\S.*\.$/);
    }
    expect(await api.digest()).toBe(before);
  });
});
