// New organisations and new people. A person is given no role and no token by this: those are acts of their own.
import { blockedBy } from '../../problems.js';
import type { DirectoryRule } from '../situation.js';

const folded = (name: string): string => name.toLowerCase().normalize('NFC');

export const addOrganisation: DirectoryRule<'AddOrganisation'> = {
  decide: ({ name, kind }, { directory, newId }) =>
    directory.organisations.some(other => folded(other.name) === folded(name))
      ? blockedBy('name-taken', 'name')
      : { type: 'OrganisationAdded', organisationId: newId(), name, organisationKind: kind },
};

export const addPerson: DirectoryRule<'AddPerson'> = {
  decide: ({ organisationId, displayName }, { newId }) => ({
    type: 'PersonAdded',
    personId: newId(),
    organisationId,
    displayName,
  }),
};
