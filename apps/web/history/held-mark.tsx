// How firmly an entry is held: a word, and a shape that grows with it. An open ring is recorded, a full disc sealed, one in a ring
// witnessed.
import type { Of } from '../gql/graphql.js';
import { acknowledgements } from '../words/states.js';
import classes from './history.module.css';
import { held } from './history.words.js';

interface HeldProps {
  as: Of<'Acknowledgement'>;
  /** One word, for lists. */
  isShort?: boolean;
}

export const HeldMark = ({ as, isShort = false }: HeldProps) => (
  <span className={classes.held}>
    <svg data-as={as} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {as === 'RECORDED' ? (
        <circle cx="7" cy="7" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      ) : (
        <circle cx="7" cy="7" r={as === 'SEALED' ? 5 : 3.4} fill="currentColor" />
      )}
      {as === 'WITNESSED' && <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" />}
    </svg>
    {isShort ? held[as] : acknowledgements[as].word}
  </span>
);
