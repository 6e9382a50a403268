// The sections of a long review, to jump to.
import { anchorOf } from '../app/proposal-places.js';
import { sectionName } from '../words/places.js';
import type { ReviewedPlace } from './changed-places.js';
import type { PlaceSection } from './place-sections.js';
import classes from './review.module.css';
import { reviewWords } from './words.js';

/** As many are seen at a glance. */
const FEW = 8;

export function JumpList({ sections }: { sections: readonly PlaceSection<ReviewedPlace>[] }) {
  const all = sections.flatMap(({ places }) => places).length;
  if (all <= FEW || sections.length < 2) return null;
  return (
    <nav aria-label={reviewWords.jumpTo} className="unprinted">
      <ul role="list" className={classes.line}>
        {sections.map(({ section, places: [first, ...others] }) => (
          <li key={section}>
            <a href={`#${anchorOf(first?.place ?? section)}`}>{sectionName(section)}</a>
            {others.length > 0 && <small> {others.length + 1}</small>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
