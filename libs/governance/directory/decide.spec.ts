// The rules of the directory: who may change it, which roles may not meet, and that somebody can always administer.
import { describe, expect, it } from '@jest/globals';
import {
  ask,
  dayFrom,
  daysPass,
  founded,
  giveRole,
  givenDirectory,
  giveToken,
  judgedIn,
  newPerson,
  opening,
} from '../../../test/builders/index.js';
import { directoryCommandTypes, type DirectoryCommandType } from './commands.js';
import { foundDirectory } from './found.js';
import { roleKeys } from '../vocabulary/index.js';

const [soon, later, latest] = [dayFrom(opening, 10), dayFrom(opening, 20), dayFrom(opening, 30)] as const;
const earlier = dayFrom(opening, -1);

/** Ana, an analyst with a token, and Ben, of whom nothing is known yet. */
const people = [newPerson('ana'), newPerson('ben'), giveRole('ana', 'analyst'), giveToken('ana')];
/** Olga could administer as well as Root. */
const twoAdministrators = [newPerson('olga'), giveRole('olga', 'administrator'), giveToken('olga')];

describe('Organisations and people', () => {
  it('are added by administrators, in whose role the act is recorded', () => {
    const added = givenDirectory().when('root', 'AddOrganisation', { name: ' Kōwhai  ', kind: 'NGO' });
    added.then({ type: 'OrganisationAdded', name: 'Kōwhai', organisationKind: 'NGO' });
    added.by({ personId: 'founded-2', organisationId: 'founded-1', role: 'administrator' });
    givenDirectory()
      .when('root', 'AddPerson', { organisationId: 'ministry', displayName: 'Ana' })
      .then({ type: 'PersonAdded', organisationId: 'founded-1', displayName: 'Ana' });
  });

  it('never have the name of another organisation, in capitals or not, with marks in one piece or two', () => {
    const kowhai = ask('root', 'AddOrganisation', { name: 'Kōwhai', kind: 'NGO' });
    for (const name of ['Kōwhai', 'KŌWHAI', 'Kōwhai'.normalize('NFD'), ' kōwhai'])
      givenDirectory(kowhai)
        .when('root', 'AddOrganisation', { name, kind: 'OTHER' })
        .refuses('BLOCKED', { code: 'name-taken' });
  });

  it('never look like another organisation: blanks of whatever kind and number are one space', () => {
    const agency = ask('root', 'AddOrganisation', { name: 'Test  Agency', kind: 'NGO' });
    for (const blank of [' ', '   ', '\u00A0', '\u3000', ' \u2009'])
      givenDirectory(agency)
        .when('root', 'AddOrganisation', { name: `test${blank}agency`, kind: 'OTHER' })
        .refuses('BLOCKED', { code: 'name-taken' });
    givenDirectory()
      .when('root', 'AddPerson', { organisationId: 'ministry', displayName: '\u00A0Ana \u00A0Fale' })
      .then({ displayName: 'Ana Fale' });
  });

  it('of an organisation that is not there are NOT_FOUND', () => {
    givenDirectory().when('root', 'AddPerson', { organisationId: 'nowhere', displayName: 'Ana' }).refuses('NOT_FOUND');
  });
});

describe('Names and labels', () => {
  const asking: [DirectoryCommandType, string, object][] = [
    ['AddOrganisation', 'name', { kind: 'NGO' }],
    ['AddPerson', 'displayName', { organisationId: 'ministry' }],
    ['IssueToken', 'label', { personId: 'root' }],
  ];
  it.each(asking)(
    'of %s (%s) are one line that somebody can see, without characters that turn it',
    (type, field, more) => {
      for (const bad of [
        '',
        '  ',
        '\u200B',
        'a\u200Bb',
        'a\u00ADb',
        '\uFEFFa',
        'a\u3164b',
        'a\nb',
        'a\u202Eb',
        'a\u0000',
        'x'.repeat(501),
        7,
        null,
      ])
        givenDirectory()
          .when('root', type, { ...more, [field]: bad })
          .refuses('INVALID', { path: [field] });
    },
  );

  it('apart, a shape refuses what no field is called', () => {
    for (const type of directoryCommandTypes)
      givenDirectory().when('ana', type, { secret: 'x' }).refuses('INVALID', { code: 'malformed' });
  });
});

describe('Whoever is no administrator', () => {
  it.each(roleKeys.filter(role => role !== 'administrator'))('%s: adds, assigns and ends nothing', role => {
    const given = givenDirectory(...people, newPerson('cem'), giveRole('cem', role));
    given.when('cem', 'AddOrganisation', { name: 'Mine', kind: 'NGO' }).refuses('DENIED', { code: 'not-permitted' });
    given.when('cem', 'AddPerson', { organisationId: 'ministry', displayName: 'Me' }).refuses('DENIED');
    given.when('cem', 'AssignRole', { personId: 'ben', role: 'analyst' }).refuses('DENIED', { code: 'not-permitted' });
    given.when('cem', 'EndRole', { assignmentId: `cem:${role}` }).refuses('DENIED');
    given.when('cem', 'IssueToken', { personId: 'ana', label: 'Hers' }).refuses('DENIED');
  });

  it('is told DENIED before anything of the content', () => {
    const given = givenDirectory(...people);
    given.when('ana', 'AddOrganisation', { name: 'The Ministry', kind: 'NGO' }).refuses('DENIED');
    given.when('ana', 'AssignRole', { personId: 'ben', role: 'analyst', until: earlier }).refuses('DENIED');
  });

  it('does not learn what is there elsewhere: people, roles and tokens of others are NOT_FOUND', () => {
    const given = givenDirectory(
      ...people,
      ask('root', 'AddOrganisation', { name: 'Kōwhai', kind: 'NGO' }, 'kowhai'),
      newPerson('pat', 'kowhai'),
      giveRole('pat', 'partner'),
      giveToken('pat'),
    );
    given.when('ana', 'AssignRole', { personId: 'pat', role: 'partner' }).refuses('NOT_FOUND');
    given.when('ana', 'IssueToken', { personId: 'pat', label: 'His' }).refuses('NOT_FOUND');
    given.when('ana', 'EndRole', { assignmentId: 'rootRole' }).refuses('NOT_FOUND');
    given.when('ana', 'RevokeToken', { tokenId: 'key' }).refuses('NOT_FOUND');
    given.when('ana', 'RevokeToken', { tokenId: 'no such' }).refuses('NOT_FOUND');
  });

  it('and is an auditor, knows all people and roles, changes none, and does not know of tokens', () => {
    const given = givenDirectory(...people, newPerson('jo'), giveRole('jo', 'auditor'));
    given.when('jo', 'EndRole', { assignmentId: 'ana:analyst' }).refuses('DENIED');
    given.when('jo', 'AssignRole', { personId: 'ben', role: 'analyst' }).refuses('DENIED');
    given.when('jo', 'RevokeToken', { tokenId: 'ana:token' }).refuses('NOT_FOUND');
  });

  it('is so before the role begins and from its end on', () => {
    const given = [newPerson('olga'), giveRole('olga', 'administrator', { from: soon, until: later })];
    const add = ['olga', 'AddOrganisation', { name: 'Hers', kind: 'NGO' }] as const;
    givenDirectory(...given, daysPass(9))
      .when(...add)
      .refuses('DENIED');
    givenDirectory(...given, daysPass(10))
      .when(...add)
      .then({ type: 'OrganisationAdded' });
    givenDirectory(...given, daysPass(20))
      .when(...add)
      .refuses('DENIED');
  });

  it('or is not in the directory at all, is DENIED', () => {
    givenDirectory().when('nobody', 'AddOrganisation', { name: 'Mine', kind: 'NGO' }).refuses('DENIED');
    givenDirectory().when('nobody', 'IssueToken', { label: 'Mine' }).refuses('DENIED');
  });
});

describe('A role is assigned', () => {
  it('from now on and for good, in the person’s own organisation, where nothing else is said', () => {
    givenDirectory(...people)
      .when('root', 'AssignRole', { personId: 'ben', role: 'approver' })
      .then({ type: 'RoleAssigned', organisationId: 'founded-1', role: 'approver', startsAt: opening });
  });

  it('from a moment to a moment, in any offset, in another organisation', () => {
    const kowhai = ask('root', 'AddOrganisation', { name: 'Kōwhai', kind: 'NGO' }, 'kowhai');
    givenDirectory(...people, kowhai)
      .when('root', 'AssignRole', {
        ...{ personId: 'ben', role: 'partner', organisationId: 'kowhai' },
        ...{ from: '2027-02-01T00:00:00+13:00', until: '2027-03-01T00:00:00+13:00' },
      })
      .then({ startsAt: '2027-01-31T11:00:00.000Z', endsAt: '2027-02-28T11:00:00.000Z' });
  });

  it('never to oneself, whatever the role', () => {
    for (const role of roleKeys)
      givenDirectory()
        .when('root', 'AssignRole', { personId: 'root', role })
        .refuses('DENIED', { code: 'separation-of-duties' });
  });

  it('never for a time that has passed, and never backwards', () => {
    const given = givenDirectory(...people);
    const assign = (more: object) => given.when('root', 'AssignRole', { personId: 'ben', role: 'approver', ...more });
    assign({ from: earlier }).refuses('INVALID', { path: ['from'] });
    assign({ from: earlier, until: earlier }).refuses('INVALID', { path: ['from', 'until'] });
    assign({ until: opening }).refuses('INVALID', { path: ['until'] });
    assign({ from: later, until: soon }).refuses('INVALID', { path: ['until'] });
    assign({ from: later, until: later }).refuses('INVALID', { path: ['until'] });
    assign({ from: 'tomorrow' }).refuses('INVALID', { path: ['from'] });
    assign({ role: 'king' }).refuses('INVALID', { path: ['role'] });
  });

  it('twice only for times that do not meet, or for two organisations', () => {
    const until = giveRole('ben', 'approver', { from: soon, until: later });
    const given = givenDirectory(...people, until);
    const assign = (more: object) => given.when('root', 'AssignRole', { personId: 'ben', role: 'approver', ...more });
    const twice = { code: 'role-overlaps', subject: 'role:ben:approver' };
    assign({}).refuses('BLOCKED', twice);
    assign({ until: dayFrom(soon, 1) }).refuses('BLOCKED', twice);
    assign({ from: dayFrom(soon, 1), until: dayFrom(soon, 2) }).refuses('BLOCKED', twice);
    assign({ from: dayFrom(later, -1) }).refuses('BLOCKED', twice);
    assign({ until: soon }).then({ endsAt: soon });
    assign({ from: later }).then({ startsAt: later });
    const kowhai = ask('root', 'AddOrganisation', { name: 'Kōwhai', kind: 'NGO' }, 'kowhai');
    givenDirectory(...people, until, kowhai)
      .when('root', 'AssignRole', { personId: 'ben', role: 'approver', organisationId: 'kowhai' })
      .then({ type: 'RoleAssigned' });
  });

  it('again once it has ended, also where it ended before it began', () => {
    const ended = ask('root', 'EndRole', { assignmentId: 'ana:analyst' });
    givenDirectory(...people, ended)
      .when('root', 'AssignRole', { personId: 'ana', role: 'analyst' })
      .then({});
    const never = [
      giveRole('ben', 'approver', { from: soon }),
      ask('root', 'EndRole', { assignmentId: 'ben:approver' }),
    ];
    givenDirectory(...people, ...never)
      .when('root', 'AssignRole', { personId: 'ben', role: 'approver' })
      .then({});
  });
});

describe('Whoever administers holds no other role', () => {
  const refused = { code: 'separation-of-duties' };
  it.each(roleKeys.filter(role => role !== 'administrator'))('not %s meanwhile, in whichever order', role => {
    givenDirectory(newPerson('ben'), giveRole('ben', role))
      .when('root', 'AssignRole', { personId: 'ben', role: 'administrator', from: later })
      .refuses('DENIED', refused);
    givenDirectory(newPerson('ben'), giveRole('ben', 'administrator', { until: later }))
      .when('root', 'AssignRole', { personId: 'ben', role, from: soon })
      .refuses('DENIED', refused);
  });

  it('but one after the other is possible', () => {
    const analyst = giveRole('ben', 'analyst', { until: soon });
    givenDirectory(newPerson('ben'), analyst)
      .when('root', 'AssignRole', { personId: 'ben', role: 'administrator', from: soon })
      .then({ startsAt: soon });
  });

  it('and may administer for two organisations', () => {
    const kowhai = ask('root', 'AddOrganisation', { name: 'Kōwhai', kind: 'NGO' }, 'kowhai');
    givenDirectory(...twoAdministrators, kowhai)
      .when('root', 'AssignRole', { personId: 'olga', role: 'administrator', organisationId: 'kowhai' })
      .then({ type: 'RoleAssigned' });
  });
});

describe('A role is ended', () => {
  const end = (more: object = {}) => ['root', 'EndRole', { assignmentId: 'ana:analyst', ...more }] as const;

  it('now, or later', () => {
    givenDirectory(...people)
      .when(...end())
      .then({ type: 'RoleEnded', endsAt: opening });
    givenDirectory(...people)
      .when(...end({ until: soon }))
      .then({ endsAt: soon });
  });

  it('never in the past, never later than it ends anyway, and only once', () => {
    givenDirectory(...people)
      .when(...end({ until: earlier }))
      .refuses('INVALID', { path: ['until'] });
    const ending = givenDirectory(...people, ask(...end({ until: later })));
    for (const until of [later, latest]) ending.when(...end({ until })).refuses('INVALID', { path: ['until'] });
    ending.when(...end({ until: soon })).then({ endsAt: soon });
    const ended = givenDirectory(...people, ask(...end()));
    for (const more of [{}, { until: later }]) ended.when(...end(more)).refuses('BLOCKED', { code: 'already-ended' });
  });

  it('that has not begun, ends as it begins, once', () => {
    const given = [...people, giveRole('ben', 'approver', { from: later })];
    const stop = (until?: string) => ['root', 'EndRole', { assignmentId: 'ben:approver', until }] as const;
    givenDirectory(...given)
      .when(...stop())
      .then({ endsAt: later });
    givenDirectory(...given)
      .when(...stop(soon))
      .then({ endsAt: later });
    givenDirectory(...given)
      .when(...stop(latest))
      .then({ endsAt: latest });
    givenDirectory(...given, ask(...stop()))
      .when(...stop())
      .refuses('BLOCKED', { code: 'already-ended' });
  });
});

describe('A token is issued', () => {
  it('by an administrator to anybody, for 90 days to read and write where nothing else is said', () => {
    givenDirectory(...people)
      .when('root', 'IssueToken', { personId: 'ben', label: 'Laptop' })
      .then({ type: 'TokenIssued', label: 'Laptop', scopes: ['read', 'write'], expiresAt: dayFrom(opening, 90) });
    givenDirectory(...people)
      .when('root', 'IssueToken', { personId: 'ben', label: 'Report', days: 366, readOnly: true })
      .then({ scopes: ['read'], expiresAt: dayFrom(opening, 366) });
  });

  it('by everybody with a role to themself, in that role', () => {
    const mine = givenDirectory(...people).when('ana', 'IssueToken', { label: 'Laptop' });
    mine.then({ type: 'TokenIssued' });
    mine.by({ role: 'analyst', organisationId: 'founded-1' });
    givenDirectory(...people)
      .when('ana', 'IssueToken', { personId: 'ana', label: 'Laptop' })
      .then({});
    givenDirectory(...people)
      .when('ben', 'IssueToken', { label: 'Laptop' })
      .refuses('DENIED');
  });

  it('for 1 to 366 whole days', () => {
    for (const days of [0, 367, -1, 1.5, '30'])
      givenDirectory()
        .when('root', 'IssueToken', { label: 'Long', days })
        .refuses('INVALID', { path: ['days'] });
  });
});

describe('An identity', () => {
  const identity = { issuer: 'https://login.example', subject: 'A-17' };
  const link = ask('root', 'LinkIdentity', { personId: 'ana', ...identity }, 'ana:identity');

  it('is linked and unlinked by administrators, to themselves too', () => {
    const given = givenDirectory(...people, link);
    given.when('root', 'LinkIdentity', { personId: 'root', ...identity, subject: 'B-2' }).by({ role: 'administrator' });
    given.when('root', 'UnlinkIdentity', { identityId: 'ana:identity' }).then({ type: 'IdentityUnlinked' });
    given.when('ana', 'UnlinkIdentity', { identityId: 'ana:identity' }).refuses('DENIED');
    given.when('ana', 'LinkIdentity', { personId: 'ana', ...identity, subject: 'C-3' }).refuses('DENIED');
  });

  it('opens for one person at a time', () => {
    const again = ['root', 'LinkIdentity', { personId: 'root', ...identity }] as const;
    const linked = givenDirectory(...people, link);
    linked.when(...again).refuses('BLOCKED', { code: 'identity-linked', subject: 'identity:ana:identity' });
    const freed = givenDirectory(...people, link, ask('root', 'UnlinkIdentity', { identityId: 'ana:identity' }));
    freed.when(...again).then({ type: 'IdentityLinked' });
    freed
      .when('root', 'UnlinkIdentity', { identityId: 'ana:identity' })
      .refuses('BLOCKED', { code: 'already-unlinked' });
  });

  it('is what issuer and subject say, letter by letter', () => {
    const linked = givenDirectory(...people, link);
    for (const other of [{ subject: 'a-17' }, { subject: 'A-17 ' }, { issuer: 'https://login.example/' }])
      linked
        .when('root', 'LinkIdentity', { personId: 'ana', ...identity, ...other })
        .then({ type: 'IdentityLinked', ...other });
  });

  it.each([
    [{ issuer: 'login.example' }, 'issuer'],
    [{ issuer: 'javascript:alert(1)' }, 'issuer'],
    [{ issuer: 'https://login.example?a=b' }, 'issuer'],
    [{ issuer: '' }, 'issuer'],
    [{ subject: '' }, 'subject'],
    [{ subject: 'two\nlines' }, 'subject'],
    [{ subject: 'x'.repeat(501) }, 'subject'],
  ])('%j is none', (wrong, path) => {
    const given = givenDirectory(...people);
    given.when('root', 'LinkIdentity', { personId: 'ana', ...identity, ...wrong }).refuses('INVALID', { path: [path] });
  });
});

describe('A token is revoked', () => {
  it('by its owner and by administrators, once', () => {
    givenDirectory(...people)
      .when('ana', 'RevokeToken', { tokenId: 'ana:token' })
      .then({ type: 'TokenRevoked' });
    const revoke = ['root', 'RevokeToken', { tokenId: 'ana:token' }] as const;
    givenDirectory(...people)
      .when(...revoke)
      .then({ type: 'TokenRevoked' });
    givenDirectory(...people, ask(...revoke))
      .when(...revoke)
      .refuses('BLOCKED', { code: 'already-revoked' });
  });

  it('by its owner also when their roles have ended, in the role they held last', () => {
    const left = ask('root', 'EndRole', { assignmentId: 'ana:analyst' });
    const given = givenDirectory(...people, left, daysPass(1));
    given.when('ana', 'RevokeToken', { tokenId: 'ana:token' }).by({ role: 'analyst' });
    given.when('ana', 'IssueToken', { label: 'To stay on' }).refuses('DENIED');
  });

  it('by its owner also before their first role begins, in the one that comes first', () => {
    const given = givenDirectory(newPerson('ana'), giveRole('ana', 'analyst', { from: soon }), giveToken('ana'));
    given.when('ana', 'RevokeToken', { tokenId: 'ana:token' }).by({ role: 'analyst' });
    given.when('ana', 'IssueToken', { label: 'To begin with' }).refuses('DENIED');
  });
});

describe('A token issued for oneself', () => {
  const through = (token: string, as: string, days = 90) => ask('ana', 'IssueToken', { label: as, days }, as, token);

  it('does not outlive the token it was issued through, and says which that was', () => {
    const given = givenDirectory(...people, daysPass(60));
    given
      .when('ana', 'IssueToken', { label: 'Longer', days: 366 }, 'ana:token')
      .then({ issuedThrough: given.office.ids['ana:token'], expiresAt: dayFrom(opening, 90) });
    givenDirectory(...people)
      .when('ana', 'IssueToken', { label: 'Shorter', days: 7 }, 'ana:token')
      .then({ expiresAt: dayFrom(opening, 7) });
  });

  it('for somebody else, or where no token is in hand, is as long as was asked for', () => {
    const ours = givenDirectory(...people, daysPass(29));
    for (const token of ['key', undefined]) {
      const judged = judgedIn(ours.office, 'root', 'IssueToken', { personId: 'ana', label: 'Hers' }, token);
      expect(judged).toMatchObject({ events: [{ expiresAt: dayFrom(opening, 119) }] });
      expect(judged).not.toMatchObject({ events: [{ issuedThrough: expect.any(String) }] });
    }
    ours.when('root', 'IssueToken', { label: 'Mine' }).then({ expiresAt: dayFrom(opening, 119) });
  });

  it('is revoked with the one it was issued through, and so is all that came of it and counts still', () => {
    const given = givenDirectory(
      ...people,
      ...[through('ana:token', 'one'), through('one', 'two'), through('two', 'three', 1)],
      ...[through('ana:token', 'gone'), ask('ana', 'RevokeToken', { tokenId: 'gone' }), giveToken('ben')],
      daysPass(1),
    );
    const { ids } = given.office;
    given
      .when('root', 'RevokeToken', { tokenId: 'ana:token' })
      .then(...['ana:token', 'one', 'two'].map(name => ({ type: 'TokenRevoked', tokenId: ids[name] })));
    given
      .when('root', 'RevokeToken', { tokenId: 'one' })
      .then(...['one', 'two'].map(name => ({ type: 'TokenRevoked', tokenId: ids[name] })));
  });

  it('counts as lost with it where somebody has to be left who can administer', () => {
    const mine = ask('root', 'IssueToken', { label: 'Mine' }, 'mine', 'key');
    givenDirectory(mine)
      .when('root', 'RevokeToken', { tokenId: 'key' })
      .refuses('BLOCKED', { code: 'last-administrator', subject: 'token:key' });
    givenDirectory(mine).when('root', 'RevokeToken', { tokenId: 'mine' }).then({});
  });

  it('and everything else is DENIED to a token that was revoked meanwhile', () => {
    const given = givenDirectory(...people, ...twoAdministrators, ask('root', 'RevokeToken', { tokenId: 'key' }));
    for (const [type, input] of [
      ['IssueToken', { label: 'To stay on' }],
      ['AddOrganisation', { name: 'Kōwhai', kind: 'NGO' }],
    ] as const)
      given.when('root', type, input, 'key').refuses('DENIED');
  });
});

describe('The last administrator', () => {
  const last = { code: 'last-administrator' };
  const endRoot = ['root', 'EndRole', { assignmentId: 'rootRole' }] as const;
  const endRootBy = (who: string) => [who, 'EndRole', { assignmentId: 'rootRole' }] as const;

  it('keeps role and token', () => {
    givenDirectory()
      .when(...endRoot)
      .refuses('BLOCKED', { ...last, subject: 'role:rootRole' });
    givenDirectory().when('root', 'EndRole', { assignmentId: 'rootRole', until: later }).refuses('BLOCKED', last);
    givenDirectory()
      .when('root', 'RevokeToken', { tokenId: 'key' })
      .refuses('BLOCKED', { ...last, subject: 'token:key' });
  });

  it('may go when another one stays who can act', () => {
    givenDirectory(...twoAdministrators)
      .when(...endRootBy('olga'))
      .then({ type: 'RoleEnded' });
    givenDirectory(...twoAdministrators)
      .when(...endRoot)
      .then({ type: 'RoleEnded' });
    givenDirectory(...twoAdministrators)
      .when('root', 'RevokeToken', { tokenId: 'key' })
      .then({});
  });

  it.each([
    ['has no token', [newPerson('olga'), giveRole('olga', 'administrator')]],
    ['may only read', [newPerson('olga'), giveRole('olga', 'administrator'), giveToken('olga', { readOnly: true })]],
    ['begins later', [newPerson('olga'), giveRole('olga', 'administrator', { from: soon }), giveToken('olga')]],
    ['ends some day', [newPerson('olga'), giveRole('olga', 'administrator', { until: later }), giveToken('olga')]],
    ['lost the token', [...twoAdministrators, ask('root', 'RevokeToken', { tokenId: 'olga:token' })]],
  ])('is still the last where the other one %s', (_, given) => {
    givenDirectory(...given)
      .when(...endRoot)
      .refuses('BLOCKED', last);
    givenDirectory(...given)
      .when('root', 'RevokeToken', { tokenId: 'key' })
      .refuses('BLOCKED', last);
  });

  it('is still the last where the other one’s token has run out', () => {
    const short = [newPerson('olga'), giveRole('olga', 'administrator'), giveToken('olga', { days: 1 })];
    const given = [giveToken('root'), ...short];
    givenDirectory(...given)
      .when(...endRoot)
      .then({});
    givenDirectory(...given, daysPass(1))
      .when(...endRoot)
      .refuses('BLOCKED', last);
  });

  it('may revoke all but one of their tokens, and those that only read', () => {
    const reader = giveToken('root', { readOnly: true });
    givenDirectory(reader).when('root', 'RevokeToken', { tokenId: 'root:token' }).then({});
    givenDirectory(giveToken('root')).when('root', 'RevokeToken', { tokenId: 'key' }).then({});
  });

  it('whose tokens have all run out may still be given one, and loses the role only after that', () => {
    const given = [...twoAdministrators, daysPass(400)];
    givenDirectory(...given)
      .when(...endRootBy('olga'))
      .refuses('BLOCKED', last);
    givenDirectory(...given)
      .when('olga', 'RevokeToken', { tokenId: 'key' })
      .then({});
    givenDirectory(...given, giveToken('olga'))
      .when(...endRootBy('olga'))
      .then({});
  });
});

describe('A directory is founded', () => {
  it('by its first administrator, with a token for 30 days', () => {
    const { directory } = founded();
    expect(directory.assignments).toMatchObject([{ role: 'administrator', startsAt: opening }]);
    expect(directory.tokens).toMatchObject([{ scopes: ['read', 'write'], expiresAt: dayFrom(opening, 30) }]);
  });

  it('with names that people can read', () => {
    const founding = foundDirectory(
      { organisation: ' ', kind: 'NOTHING', name: 'A\nB' },
      { at: opening, newId: () => 'x' },
    );
    expect(founding).toMatchObject({ kind: 'INVALID' });
    expect((founding as { faults: { path: string }[] }).faults.map(({ path }) => path)).toEqual([
      'organisation',
      'kind',
      'name',
    ]);
  });
});
