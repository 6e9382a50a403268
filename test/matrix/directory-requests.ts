// What the mutations of the directory send, and what of the directory each cell brings along for it.
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#governance';
import { signIn, type Member } from '../harness/index.js';
import type { Column } from './columns.js';
import type { Asked, Hall, Host } from './requests.js';

/** `to a2`, `of a2`, `to oneself`: the column that is meant. */
const meant = (particulars: string, column: Column): Column => {
  const [, who] = /(?:to|of) (\w+)$/.exec(particulars) ?? [];
  return who === undefined || who === 'oneself' ? column : (who as Column);
};
const personOf = (particulars: string, { members, column }: Hall): Member => members[meant(particulars, column)];

let days = 0;
const day = 24 * 60 * 60 * 1000;
/** Every assignment has a day of its own, long hence, so that none is in another's way. */
function ownDay(): { from: string; until: string } {
  days += 1;
  const at = (count: number): string => new Date(Date.UTC(2100, 0, 1) + count * day).toISOString();
  return { from: at(days), until: at(days + 1) };
}

/** A role of their own that can be ended: auditor, as nobody else here has it, on a day of its own. */
async function bringAssignment(particulars: string, column: Column, { api, members }: Host) {
  const { personId, organisationId } = members[meant(particulars, column)];
  const { from: startsAt, until: endsAt } = ownDay();
  const assignment = { assignmentId: uuidv7(), personId, organisationId, role: 'auditor' as Role, startsAt, endsAt };
  await api.store.cast.change([{ type: 'RoleAssigned', ...assignment }]);
  return { assignmentId: assignment.assignmentId };
}

async function bringToken(particulars: string, column: Column, { api, members }: Host) {
  const { tokenId } = await api.store.cast.issueToken(members[meant(particulars, column)]);
  return { tokenId };
}

async function bringIdentity(particulars: string, column: Column, { api, members }: Host) {
  const { personId } = members[meant(particulars, column)];
  const identityId = uuidv7();
  const provided = { issuer: 'https://login.example', subject: uuidv7() };
  await api.store.cast.change([{ type: 'IdentityLinked', identityId, personId, ...provided }]);
  return { identityId };
}

async function bringSession(particulars: string, column: Column, { api, members }: Host) {
  const { sessionId } = await signIn(api, members[meant(particulars, column)]);
  return { sessionId };
}

/** The entry that gives somebody a name: oneself, or a colleague of that column made for this cell alone. */
export async function bringName(particulars: string, column: Column, { api, members }: Host) {
  const { organisationId, ...oneself } = members[meant(particulars, column)];
  const isOwn = particulars.endsWith('oneself');
  const personId = isOwn ? oneself.personId : uuidv7();
  if (!isOwn)
    await api.store.cast.change([{ type: 'PersonAdded', personId, organisationId, displayName: 'To Be Erased' }]);
  const [entry] = await api.store.database.sql(
    `select id from ledger_entry where type = 'PersonAdded'
      and convert_from(bytes, 'UTF8')::jsonb #>> '{payload,personId}' = $1`,
    [personId],
  );
  return { firstEntryId: entry!['id'] as string };
}

export const directoryRequests: Record<string, Asked> = {
  addOrganisation: { isHarmless: true, input: () => ({ name: `Organisation ${uuidv7()}`, kind: 'NGO' }) },
  addPerson: {
    isHarmless: true,
    input: (particulars, { members }) => {
      const { organisationId } = members[particulars.replace('beside ', '') as Column];
      return { organisationId, displayName: 'Somebody New' };
    },
  },
  assignRole: {
    isHarmless: true,
    input: (particulars, hall) => {
      const role = particulars.split(' ')[0];
      return { personId: personOf(particulars, hall).personId, role, ...ownDay() };
    },
  },
  endRole: { bring: bringAssignment, input: (_, { subject }) => ({ assignmentId: subject.assignmentId }) },
  issueToken: {
    isHarmless: true,
    input: (particulars, hall) => ({ personId: personOf(particulars, hall).personId, label: 'Another', days: 1 }),
  },
  revokeToken: { bring: bringToken, input: (_, { subject }) => ({ tokenId: subject.tokenId }) },
  linkIdentity: {
    isHarmless: true,
    input: (particulars, hall) => ({
      personId: personOf(particulars, hall).personId,
      ...{ issuer: 'https://login.example', subject: uuidv7() },
    }),
  },
  unlinkIdentity: { bring: bringIdentity, input: (_, { subject }) => ({ identityId: subject.identityId }) },
  endSession: { bring: bringSession, input: (_, { subject }) => ({ sessionId: subject.sessionId }) },
  endSessions: {
    isHarmless: true,
    input: (particulars, hall) => ({ personId: personOf(particulars, hall).personId }),
  },
};
