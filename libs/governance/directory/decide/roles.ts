// Roles from when to when: assigned from now or later on, ended now or later, never before. What was in force stays so.
import { blockedBy, type Fault } from '../../problems.js';
import { keyed } from '../lookup.js';
import type { DirectoryCommandOf } from '../commands.js';
import type { RoleAssignment } from '../directory.js';
import type { DirectoryEvent } from '../events.js';
import { evolveDirectory } from '../evolve.js';
import type { DirectoryRule, DirectorySituation } from '../situation.js';
import { hasAdministrator, mayNotMeet, overlaps } from '../standing.js';

type AssignRole = DirectoryCommandOf<'AssignRole'>;

/** The assignment as it would be; its organisation is the person's own unless the command names another. */
function asked(command: AssignRole, { directory, at }: DirectorySituation): Omit<RoleAssignment, 'id'> {
  const { personId, role, from: startsAt = at, until: endsAt } = command;
  const { organisationId = keyed(directory.people, personId).organisationId } = command;
  return { personId, organisationId, role, startsAt, ...(endsAt ? { endsAt } : {}) };
}

const heldMeanwhile = (wanted: Omit<RoleAssignment, 'id'>, { directory }: DirectorySituation): RoleAssignment[] =>
  directory.assignments.filter(held => held.personId === wanted.personId && overlaps(held, wanted));

export const assignRole: DirectoryRule<'AssignRole'> = {
  isBreach: (command, situation) =>
    command.personId === situation.actorId ||
    heldMeanwhile(asked(command, situation), situation).some(({ role }) => mayNotMeet(role, command.role)),
  faults: ({ from, until }, { at }) => {
    const faults: Fault[] = [];
    if (from !== undefined && from < at) faults.push({ path: 'from', code: 'out-of-range', expected: 'now or later' });
    if (until !== undefined && until <= (from ?? at))
      faults.push({ path: 'until', code: 'out-of-range', expected: 'later than the beginning' });
    return faults;
  },
  decide: (command, situation) => {
    const wanted = asked(command, situation);
    const twin = heldMeanwhile(wanted, situation).find(
      ({ role, organisationId }) => role === wanted.role && organisationId === wanted.organisationId,
    );
    if (twin) return blockedBy('role-overlaps', `role:${twin.id}`);
    return { type: 'RoleAssigned', assignmentId: situation.newId(), ...wanted };
  },
};

const hasEnded = ({ startsAt, endsAt }: RoleAssignment, at: string): boolean =>
  endsAt !== undefined && (endsAt <= at || endsAt <= startsAt);

/** A role that has not begun ends as it begins: it never was in force. */
const endOf = ({ startsAt }: RoleAssignment, until: string): string => (until > startsAt ? until : startsAt);

export const endRole: DirectoryRule<'EndRole'> = {
  faults: ({ assignmentId, until }, { directory, at }) => {
    const assignment = keyed(directory.assignments, assignmentId);
    if (until === undefined || hasEnded(assignment, at)) return [];
    const { endsAt } = assignment;
    if (until < at) return [{ path: 'until', code: 'out-of-range', expected: 'now or later' }];
    return endsAt !== undefined && endOf(assignment, until) >= endsAt
      ? [{ path: 'until', code: 'out-of-range', expected: 'earlier than the end that this role has' }]
      : [];
  },
  decide: ({ assignmentId, until }, { directory, at }) => {
    const assignment = keyed(directory.assignments, assignmentId);
    if (hasEnded(assignment, at)) return blockedBy('already-ended', `role:${assignmentId}`);
    const { personId, role } = assignment;
    const endsAt = endOf(assignment, until ?? at);
    const ended: DirectoryEvent = { type: 'RoleEnded', assignmentId, personId, endsAt };
    const leavesNobody = role === 'administrator' && !hasAdministrator(evolveDirectory(directory, ended, at), at);
    return leavesNobody ? blockedBy('last-administrator', `role:${assignmentId}`) : ended;
  },
};
