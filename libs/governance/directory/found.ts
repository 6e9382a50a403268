// The beginning of a directory: its first organisation and administrator, with a token to go on with. Nobody is there yet who could
// permit it; that the directory is empty is asked where this is written.
import { z } from 'zod';
import { isProblem, type Problem } from '../problems.js';
import { readShape } from '../proposal/check-shape.js';
import { directoryShapes } from './commands.js';
import type { DirectoryJudgement, DirectorySituation } from './situation.js';
import { daysAfter } from './times.js';

const { name, kind } = directoryShapes.AddOrganisation.shape;
const foundation = z.strictObject({ organisation: name, kind, name });

/** Short: it is printed on a screen, and is to be replaced soon. */
const firstTokenDays = 30;

export function foundDirectory(
  input: unknown,
  { at, newId }: Pick<DirectorySituation, 'at' | 'newId'>,
): DirectoryJudgement | Problem {
  const read = readShape(foundation, input);
  if (isProblem(read)) return read;
  const [organisationId, personId] = [newId(), newId()];
  const role = 'administrator';
  const expiresAt = daysAfter(at, firstTokenDays);
  return {
    by: { personId, organisationId, role },
    events: [
      { type: 'OrganisationAdded', organisationId, name: read.organisation, organisationKind: read.kind },
      { type: 'PersonAdded', personId, organisationId, displayName: read.name },
      { type: 'RoleAssigned', assignmentId: newId(), personId, organisationId, role, startsAt: at },
      { type: 'TokenIssued', tokenId: newId(), personId, label: 'Bootstrap', scopes: ['read', 'write'], expiresAt },
    ],
  };
}
