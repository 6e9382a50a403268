// The operator's commands as those of the directory: the same rules as at the API's door, with options for fields.
import type { DirectoryCommandType } from '#governance';
import { UsageError } from './usage.js';

export type Given = Record<string, string | boolean | undefined>;

interface OperatorCommand {
  type: DirectoryCommandType;
  input: (given: Given) => object;
}

export const commands: Record<string, OperatorCommand> = {
  'add-organisation': { type: 'AddOrganisation', input: ({ name, kind }) => ({ name, kind }) },
  'add-person': {
    type: 'AddPerson',
    input: ({ organisation: organisationId, name: displayName }) => ({ organisationId, displayName }),
  },
  'assign-role': {
    type: 'AssignRole',
    input: ({ person: personId, role, organisation: organisationId, from, until }) => ({
      ...{ personId, role, organisationId },
      ...{ from: timeOf(from, 'from'), until: timeOf(until, 'until') },
    }),
  },
  'end-role': {
    type: 'EndRole',
    input: ({ assignment: assignmentId, until }) => ({ assignmentId, until: timeOf(until, 'until') }),
  },
  'issue-token': {
    type: 'IssueToken',
    input: ({ person, label, days, 'read-only': readOnly }) => ({
      personId: given(person, 'person'),
      ...{ label, readOnly },
      days: days === undefined ? undefined : Number(days),
    }),
  },
  'revoke-token': { type: 'RevokeToken', input: ({ token: tokenId }) => ({ tokenId }) },
  'link-identity': {
    type: 'LinkIdentity',
    input: ({ person: personId, issuer, subject }) => ({ personId, issuer, subject }),
  },
  'unlink-identity': { type: 'UnlinkIdentity', input: ({ identity: identityId }) => ({ identityId }) },
};

/** Which option a field of the commands comes from, so that a refusal names what the operator wrote. */
export const optionOf: Record<string, string> = {
  ...{ name: '--name', displayName: '--name', kind: '--kind', role: '--role', label: '--label', days: '--days' },
  ...{ organisation: '--organisation', organisationId: '--organisation', personId: '--person' },
  ...{ assignmentId: '--assignment', tokenId: '--token', from: '--from', until: '--until' },
  ...{ issuer: '--issuer', subject: '--subject', identityId: '--identity' },
};

/** At the API a token left without a person is one's own; whoever sits here is nobody in particular. */
function given(value: string | boolean | undefined, option: string): string {
  if (typeof value === 'string') return value;
  throw new UsageError(`--${option} is needed.`);
}

/** The rules take times to the second and with an offset; people at a keyboard write less. */
function timeOf(value: string | boolean | undefined, option: string): string | undefined {
  if (value === undefined) return undefined;
  const time = new Date(String(value));
  if (Number.isNaN(time.getTime())) throw new UsageError(`--${option} takes a time such as 2027-01-31T09:00+13:00.`);
  return time.toISOString();
}
