// Whatever is asked of the directory, by whomever, in whatever order: somebody can always administer, and whoever administers
// holds no other role at any moment.
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayFrom, founded, judgedIn, type Office } from '../../../test/builders/index.js';
import { isProblem } from '../problems.js';
import { roleKeys } from '../vocabulary/index.js';
import { directoryCommandTypes, type DirectoryCommandType } from './commands.js';
import type { RoleAssignment } from './directory.js';
import { evolveDirectory } from './evolve.js';
import { hasAdministrator } from './standing.js';

/** Numbers that pick among what there is when the command is asked. */
const step = fc.record({
  type: fc.constantFrom(...directoryCommandTypes, 'EndRole' as const, 'AssignRole' as const),
  who: fc.nat(5),
  target: fc.nat(30),
  role: fc.oneof(fc.constant('administrator' as const), fc.constantFrom(...roleKeys)),
  from: fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined }),
  until: fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined }),
  readOnly: fc.boolean(),
  days: fc.integer({ min: 1, max: 60 }),
  pass: fc.integer({ min: 0, max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

function inputOf({ type, target, role, from, until, readOnly, days }: Step, { directory, at }: Office): object {
  const on = (day: number | undefined) => (day === undefined ? undefined : dayFrom(at, day));
  const personId = pick(directory.people, target).id;
  const inputs: Record<DirectoryCommandType, object> = {
    AddOrganisation: { name: `Organisation ${target}`, kind: 'OTHER' },
    AddPerson: { organisationId: pick(directory.organisations, target).id, displayName: 'Somebody' },
    AssignRole: { personId, role, from: on(from), until: on(until) },
    EndRole: { assignmentId: pick(directory.assignments, target).id, until: on(until) },
    IssueToken: { personId, label: 'Token', days, readOnly },
    RevokeToken: { tokenId: pick(directory.tokens, target).id },
    LinkIdentity: { personId, issuer: 'https://login.example', subject: `subject-${days}` },
    UnlinkIdentity: { identityId: pick(directory.identities, target)?.id ?? 'none' },
  };
  return inputs[type];
}

const tally = new Map<string, number>();
const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);

function take(office: Office, asked: Step): Office {
  const standing = { ...office, at: dayFrom(office.at, asked.pass) };
  const who = pick(standing.directory.people, asked.who).id;
  const judged = judgedIn(standing, who, asked.type, inputOf(asked, standing));
  count(isProblem(judged) ? `${judged.kind} ${judged.code}` : asked.type);
  if (isProblem(judged)) return standing;
  const { directory, at, made } = standing;
  const after = judged.events.reduce((all, event) => evolveDirectory(all, event, at), directory);
  if (hasAdministrator(directory, at)) expect(hasAdministrator(after, at)).toBe(true);
  return { ...standing, directory: after, made: made + 1 };
}

/** Written here again, moment by moment, so that the rule is not held against itself. */
function meet(one: RoleAssignment, other: RoleAssignment): boolean {
  const covers = ({ startsAt, endsAt }: RoleAssignment, at: string) => startsAt <= at && !(endsAt && endsAt <= at);
  return [one.startsAt, other.startsAt].some(at => covers(one, at) && covers(other, at));
}

function expectLawful({ directory: { assignments }, at }: Office): void {
  const pairs = assignments.flatMap(one =>
    assignments
      .filter(other => other.id > one.id && other.personId === one.personId && meet(one, other))
      .map(other => [one, other] as const),
  );
  for (const [one, other] of pairs) {
    const isAdministrator = ({ role }: RoleAssignment) => role === 'administrator';
    expect([one, other, isAdministrator(one)]).toEqual([one, other, isAdministrator(other)]);
    expect([one.role, one.organisationId]).not.toEqual([other.role, other.organisationId]);
  }
  const lasting = assignments.filter(one => one.role === 'administrator' && one.startsAt <= at && !one.endsAt);
  expect(lasting.length).toBeGreaterThan(0);
}

describe('Any sequence of commands', () => {
  it('leaves somebody who can administer, and nobody who administers beside another role', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), steps => {
        expectLawful(steps.reduce(take, founded()));
      }),
      { numRuns: Number(process.env['ASSENT_SEQUENCES'] ?? 150) },
    );
  });

  afterAll(() => {
    const seen = Object.fromEntries(tally);
    for (const type of directoryCommandTypes) expect(seen).toHaveProperty([type]);
    for (const code of ['last-administrator', 'role-overlaps', 'already-ended', 'already-revoked'])
      expect(seen).toHaveProperty([`BLOCKED ${code}`]);
    expect(seen).toHaveProperty(['DENIED separation-of-duties']);
  });
});
