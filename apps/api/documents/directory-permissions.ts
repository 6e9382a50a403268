// Who may change what of the directory, for others and for themselves: computed by asking the rules, one cell at a time.
import {
  checkDirectoryShape,
  decideDirectory,
  directoryCommandTypes,
  isProblem,
  roleKeys,
  roles,
  type Directory,
  type DirectoryCommandType,
  type Role,
} from '#governance';

const at = '2026-01-01T00:00:00.000Z';
const organisationId = 'organisation';
const other = 'other';
const held = [...roleKeys.map(role => ({ id: role, role })), { id: other, role: 'analyst' as const }];

/** One colleague for each role, and another one; each of them with a token. What belongs to them has their id. */
const directory: Directory = {
  organisations: [{ id: organisationId, name: 'An agency', kind: 'AGENCY' }],
  people: held.map(({ id }) => ({ id, organisationId })),
  assignments: held.map(({ id, role }) => ({ id, personId: id, organisationId, role, startsAt: at })),
  tokens: held.map(({ id }) => ({
    id,
    personId: id,
    scopes: ['read', 'write'],
    expiresAt: '2027-01-01T00:00:00.000Z',
  })),
  identities: held.map(({ id }) => ({ id, personId: id, issuer: 'https://login.example', subject: id })),
};

const inputs = (whose: string): Record<DirectoryCommandType, object> => ({
  AddOrganisation: { name: 'Another agency', kind: 'AGENCY' },
  AddPerson: { organisationId, displayName: 'Somebody' },
  AssignRole: { personId: whose, role: 'approver' },
  EndRole: { assignmentId: whose },
  IssueToken: { personId: whose, label: 'Work' },
  RevokeToken: { tokenId: whose },
  LinkIdentity: { personId: whose, issuer: 'https://login.example', subject: 'another' },
  UnlinkIdentity: { identityId: whose },
});

/** Who may is asked here, not whether it is possible at this moment. */
function isPermitted(role: Role, type: DirectoryCommandType, whose: string): boolean {
  const command = checkDirectoryShape(type, inputs(whose)[type]);
  if (isProblem(command)) throw new Error(`The example of ${type} is malformed.`);
  const outcome = decideDirectory(command, { actorId: role, directory, at, newId: () => 'new' });
  return !isProblem(outcome) || outcome.kind === 'BLOCKED';
}

function who(type: DirectoryCommandType, whose: (role: Role) => string): string {
  const permitted = roleKeys.filter(role => isPermitted(role, type, whose(role)));
  if (permitted.length === roleKeys.length) return 'everybody with a role';
  return permitted.map(role => roles[role]).join(', ') || 'nobody';
}

const belongsToNobody = (type: DirectoryCommandType): boolean => type === 'AddOrganisation' || type === 'AddPerson';

export const directoryPermissionTable = (): string =>
  [
    '## The directory',
    '',
    '| command | for others | for oneself |',
    '| --- | --- | --- |',
    ...directoryCommandTypes.map(
      type => `| ${type} | ${who(type, () => other)} | ${belongsToNobody(type) ? '–' : who(type, role => role)} |`,
    ),
    '',
  ].join('\n');
