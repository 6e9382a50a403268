// A section of a review below its heading: folded where it has not changed since I last looked, until somebody opens it or a link leads
// into it.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { anchorOf } from '../app/proposal-places.js';
import { Fold } from '../ui/fold.js';
import { sectionName } from '../words/places.js';
import type { ReviewedPlace } from './changed-places.js';
import type { PlaceSection } from './place-sections.js';
import classes from './review.module.css';

interface FoldedSectionProps extends PlaceSection<ReviewedPlace> {
  /** Why it is folded, as one line. */
  line: string;
  children: ReactNode;
}

export function FoldedSection({ section, places, line, children }: FoldedSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const [met, setMet] = useState<string>();
  const isMeant = places.some(({ place }) => hash === anchorOf(place));
  if (hash !== met) {
    setMet(hash);
    if (isMeant) setOpen(true);
  }
  useEffect(() => {
    if (isMeant) document.getElementById(hash)?.scrollIntoView();
  }, [isMeant, hash]);
  return (
    <div className={classes.folded}>
      <Fold level={3} id={`section-${section}`} title={sectionName(section)} {...{ isOpen, line }} onOpen={setOpen}>
        <div className={classes.section}>{children}</div>
      </Fold>
    </div>
  );
}
