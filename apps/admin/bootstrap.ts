// The first organisation, administrator and token of an empty directory. The administrator makes themself: nobody is there yet.
import { v7 as uuidv7 } from 'uuid';
import type { DirectoryAct, DirectoryEvent, DirectoryView } from '#store';
import { issueToken, type Change } from './changes.js';
import { kindOf, textOf, type Given } from './options.js';
import { UsageError } from './usage.js';

const firstTokenDays = 30;

export function bootstrap(given: Given, directory: DirectoryView, now: Date): Change & { act: DirectoryAct } {
  if (directory.organisations.length > 0) {
    throw new UsageError('There are organisations already. Bootstrap is for an empty directory, and works once.');
  }
  const [organisationId, personId] = [uuidv7(), uuidv7()];
  const startsAt = now.toISOString();
  const people: DirectoryEvent[] = [
    {
      type: 'OrganisationAdded',
      organisationId,
      name: textOf(given, 'organisation'),
      organisationKind: kindOf(given, 'AGENCY'),
    },
    { type: 'PersonAdded', personId, organisationId, displayName: textOf(given, 'name') },
    { type: 'RoleAssigned', assignmentId: uuidv7(), personId, organisationId, role: 'administrator', startsAt },
  ];
  const { events, tokens } = issueToken(personId, 'Bootstrap', firstTokenDays, ['read', 'write'], now);
  const by = { personId, organisationId, role: 'administrator' as const };
  return {
    act: { by, at: startsAt, commandId: uuidv7(), newId: () => uuidv7(), expectedSequence: 0 },
    events: [...people, ...events],
    tokens,
  };
}
