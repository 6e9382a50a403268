// A person, as far as the viewer may know them: the name, and the organisation where it is not plain from around it.
import { Plain } from './plain.js';
import classes from './person-ref.module.css';

interface Named {
  person: { displayName: string; organisation?: { name: string } };
  /** The role in which they acted, in words. */
  role?: string;
}

export const PersonRef = ({ person: { displayName, organisation }, role }: Named) => (
  <span>
    <Plain text={displayName} />
    <span className={classes.of}>{[role, organisation?.name].map(each => each && `, ${each}`)}</span>
  </span>
);
