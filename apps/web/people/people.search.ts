// What the address of the list of people says.
import { oneIn, textIn, type RawSearch } from '../app/search-params.js';
import { dayIn } from '../ui/days.js';
import { roleWords, type Role } from '../words/roles.js';

export interface PeopleSearch {
  text?: string;
  organisation?: string;
  role?: Role;
  /** The day at whose end the roles are shown; today unless given. */
  on?: string;
}

export const peopleSearch = (raw: RawSearch): PeopleSearch => ({
  text: textIn(raw['text']),
  organisation: textIn(raw['organisation']),
  role: oneIn(raw['role'], Object.keys(roleWords) as Role[]),
  on: dayIn(raw['on']),
});
