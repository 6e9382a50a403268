// Page by page through a list with cursors. `shown` says what is seen of how much, where that is known.
import { Button } from './button.js';
import classes from './pager.module.css';
import { partWords } from './words.js';

interface PagerProps {
  shown: string;
  onFirst?: () => void;
  onNext?: () => void;
}

/** A cursor leads forwards only; back is the browser’s own, since each page has its address. */
export const Pager = ({ shown, onFirst, onNext }: PagerProps) => (
  <nav aria-label={partWords.pages} className={classes.pager}>
    <span>{shown}</span>
    {onFirst && <Button onPress={onFirst}>{partWords.first}</Button>}
    {onNext && <Button onPress={onNext}>{partWords.next}</Button>}
  </nav>
);
