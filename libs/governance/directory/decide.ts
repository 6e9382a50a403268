// One command of the directory, judged, in the order of refusals of `docs/rules.md`. Pure: both doors ask here.
import { denied, invalid, isProblem, notFound, type Problem } from '../problems.js';
import type { By } from '../proposal/proposal.js';
import type { RoleHolding } from '../vocabulary/index.js';
import { namedBy, type DirectoryCommand, type DirectoryCommandType } from './commands.js';
import { addOrganisation, addPerson } from './decide/organisations.js';
import { linkIdentity, unlinkIdentity } from './decide/identities.js';
import { assignRole, endRole } from './decide/roles.js';
import { issueToken, revokeToken } from './decide/tokens.js';
import { keyed } from './lookup.js';
import { knowsAssignment, knowsPerson, knowsToken } from './reading.js';
import type { DirectoryJudgement, DirectoryRule, DirectorySituation } from './situation.js';
import { rolesInForce } from './standing.js';

const rules: { [T in DirectoryCommandType]: DirectoryRule<T> } = {
  AddOrganisation: addOrganisation,
  AddPerson: addPerson,
  AssignRole: assignRole,
  EndRole: endRole,
  IssueToken: issueToken,
  RevokeToken: revokeToken,
  LinkIdentity: linkIdentity,
  UnlinkIdentity: unlinkIdentity,
};

/** NOT_FOUND: the command names something that is not there, or that is not this person's to know of. */
export function namesUnknown(command: DirectoryCommand, { actorId, directory, at }: DirectorySituation): boolean {
  const { organisationId, personId, assignmentId, tokenId, identityId } = namedBy(command);
  const { organisations, people, assignments, tokens, identities } = directory;
  const reader = {
    personId: actorId,
    organisationId: people.find(({ id }) => id === actorId)?.organisationId ?? '',
    roles: rolesInForce(directory, actorId, at),
  };
  const lacks = <T extends { id: string }>(
    list: T[],
    wanted: string | undefined,
    knows: (one: T) => boolean,
  ): boolean => wanted !== undefined && !list.some(one => one.id === wanted && knows(one));
  return (
    lacks(organisations, organisationId, () => true) ||
    lacks(people, personId, person => knowsPerson(reader, person)) ||
    lacks(assignments, assignmentId, assignment => knowsAssignment(reader, assignment)) ||
    lacks(tokens, tokenId, token => knowsToken(reader, token)) ||
    lacks(identities, identityId, identity => knowsToken(reader, identity))
  );
}

export function decideDirectory(
  command: DirectoryCommand,
  situation: DirectorySituation,
): DirectoryJudgement | Problem {
  const rule = rules[command.type] as DirectoryRule<DirectoryCommandType>;
  if (namesUnknown(command, situation)) return notFound();
  const by = seatFor(situation, rule.isOwn?.(command, situation) ?? false);
  if (!by || isLost(situation)) return denied();
  if (rule.isBreach?.(command, situation)) return denied('separation-of-duties');
  const faults = rule.faults?.(command, situation) ?? [];
  if (faults.length > 0) return invalid(...faults);
  const decided = rule.decide(command, situation);
  return isProblem(decided) ? decided : { by, events: [decided].flat() };
}

/** Was the token in hand revoked, or did it run out, while its command waited? */
function isLost({ through, directory: { tokens }, at }: DirectorySituation): boolean {
  if (through === undefined) return false;
  const { revokedAt, expiresAt } = keyed(tokens, through);
  return revokedAt !== undefined || expiresAt <= at;
}

/** In which role the act is done: as an administrator, or, for what is one's own, in the role held now, held last or to come. */
export function seatFor({ actorId, directory, at }: DirectorySituation, isOwn: boolean): By | undefined {
  const held = rolesInForce(directory, actorId, at);
  const everHeld = directory.assignments.filter(({ personId }) => personId === actorId);
  const heldOnce = everHeld.filter(({ startsAt }) => startsAt <= at);
  const own = isOwn ? (held[0] ?? heldOnce.at(-1) ?? everHeld[0]) : undefined;
  const seat: RoleHolding | undefined = held.find(({ role }) => role === 'administrator') ?? own;
  return seat && { personId: actorId, organisationId: seat.organisationId, role: seat.role };
}
