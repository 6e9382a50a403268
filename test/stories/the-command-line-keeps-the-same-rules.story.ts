// The directory from the command line: a beginning from nothing, then the same rules and the same sentences as at the API's door.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { authenticate, createDataSource } from '#store';
import { perform } from '../../apps/admin/perform.js';
import { Refused, UsageError } from '../../apps/admin/usage.js';
import { createOwnDatabase, digestOfDatabase, openApi, type OpenApi, type OwnDatabase } from '../harness/index.js';

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const idIn = (lines: string[]): string => anyId.exec(lines.join('\n'))?.[0] ?? '';

describe('An empty directory', () => {
  let database: OwnDatabase;
  let dataSource: DataSource;
  const run = (command: string, given: Record<string, string | boolean> = {}) =>
    perform(command, given, dataSource, new Date());
  beforeAll(async () => {
    database = await createOwnDatabase();
    dataSource = await createDataSource({ url: database.url, role: 'assent_application', poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('has nobody in whose name it could be changed', async () => {
    await expect(run('add-organisation', { name: 'Too early', kind: 'NGO' })).rejects.toThrow('Say with --by');
    expect(await run('list')).toEqual([]);
  });

  it('refuses to begin with names that nobody can read, in the words of the rules', async () => {
    const given = { organisation: ' ', name: 'A\nB', kind: 'COUNCIL' };
    await expect(run('bootstrap', given)).rejects.toThrow(
      '--organisation must not be blank. --kind is not one of the options: AGENCY, NGO, IWI, OVERSIGHT, OTHER. ' +
        '--name holds control characters, or characters that turn the direction of writing or that nobody sees; take them out.',
    );
  });

  it('begins with an organisation, its administrator and a token, once', async () => {
    const given = { organisation: 'Ministry of Examples', name: 'Ada Example' };
    const secret = (await run('bootstrap', given)).at(-1)!;
    expect((await authenticate(dataSource, secret))?.actor.roles).toMatchObject([{ role: 'administrator' }]);
    const again = run('bootstrap', given);
    await expect(again).rejects.toThrow('works once');
    await expect(again).rejects.toBeInstanceOf(Refused);
  });

  it('then gets people, roles and tokens in the name of its only administrator', async () => {
    const organisation = idIn(await run('add-organisation', { name: 'Kōwhai', kind: 'NGO' }));
    const person = idIn(await run('add-person', { organisation, name: 'Pat' }));
    const assignment = idIn(await run('assign-role', { person, role: 'partner', until: '2199-01-31T09:00+13:00' }));
    const [, secret = ''] = await run('issue-token', { person, label: 'Laptop', days: '7', 'read-only': true });
    expect(await authenticate(dataSource, secret)).toMatchObject({ displayName: 'Pat', scopes: ['read'] });
    const list = (await run('list')).join('\n');
    for (const shown of [
      'Kōwhai (NGO)',
      'Pat',
      'role partner',
      '2199-01-30 20:00',
      'token “Laptop” (read)',
      'issued by Ada Example',
      assignment,
    ])
      expect(list).toContain(shown);
    expect(list).not.toContain(secret);
    expect(await run('end-role', { assignment })).toHaveLength(1);
  });
});

describe('At both doors', () => {
  let api: OpenApi;
  beforeAll(async () => void (api = await openApi()));
  afterAll(() => api.close());
  const run = (command: string, given: Record<string, string | boolean>) =>
    perform(command, given, api.store.dataSource, new Date());

  it('the same is refused with the same sentence, and changes nothing', async () => {
    const { administrator, approver } = api.store.cast.members;
    const [role = ''] = administrator.assignmentIds;
    const nobody = '0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47';
    const asked: [string, Record<string, string>, string, object][] = [
      ['end-role', { assignment: role }, 'endRole', { assignmentId: role }],
      ['revoke-token', { token: administrator.tokenId }, 'revokeToken', { tokenId: administrator.tokenId }],
      [
        'assign-role',
        { person: administrator.personId, role: 'analyst' },
        'assignRole',
        { personId: administrator.personId, role: 'analyst' },
      ],
      [
        'assign-role',
        { person: approver.personId, role: 'approver' },
        'assignRole',
        { personId: approver.personId, role: 'approver' },
      ],
      ['add-person', { organisation: nobody, name: 'X' }, 'addPerson', { organisationId: nobody, displayName: 'X' }],
      [
        'add-organisation',
        { name: 'DEPARTMENT OF HARBOURS', kind: 'NGO' },
        'addOrganisation',
        { name: 'department of harbours', kind: 'NGO' },
      ],
    ];
    const before = await digestOfDatabase(api.store.database);
    for (const [command, given, mutation, input] of asked) {
      const { message } = await api.as('administrator').refused(mutation, input);
      await expect(run(command, given)).rejects.toThrow(new Refused(message));
    }
    expect(await digestOfDatabase(api.store.database)).toBe(before);
  });

  it('a mistake in an option is told by the option’s name', async () => {
    const { personId: person } = api.store.cast.members.approver;
    const { lead: organisation } = api.store.cast.organisations;
    const asked: [string, Record<string, string>, string][] = [
      ['add-person', { organisation }, '--name is needed.'],
      ['add-organisation', { name: 'X', kind: 'ngo' }, '--kind is not one of the options: AGENCY, NGO'],
      ['assign-role', { person, role: 'king' }, '--role is not one of the options: data_steward'],
      [
        'assign-role',
        { person, role: 'analyst', from: '2020-01-01' },
        '--from is out of range; it must be now or later.',
      ],
      ['assign-role', { person, role: 'analyst', from: 'soon' }, '--from takes a time such as'],
      ['issue-token', { person, label: 'X', days: '400' }, '--days is out of range'],
      ['issue-token', { person, label: 'X', days: 'many' }, '--days has the wrong type; expected: a number.'],
      ['issue-token', { label: 'X' }, '--person is needed.'],
      ['end-role', {}, '--assignment is needed.'],
    ];
    for (const [command, given, sentence] of asked) await expect(run(command, given)).rejects.toThrow(sentence);
    await expect(run('reign', {})).rejects.toThrow(new UsageError('There is no command “reign”.'));
    await expect(run('end-role', { by: person, assignment: 'x' })).rejects.toThrow('is no administrator');
  });
});
