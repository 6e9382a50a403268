// A rating in words with a bar as long as it is grave, 25 at most: to compare at a glance, nothing that the words do not say.
import classes from './rows.module.css';

const MOST = 25;

export const RatingMark = ({ product, children }: { product: number; children: string }) => (
  <span className={classes.rating}>
    {children}
    <svg viewBox={`0 0 ${MOST} 2`} width="75" height="6" aria-hidden="true" preserveAspectRatio="none">
      <rect width={MOST} height="2" className={classes.scale} />
      <rect width={product} height="2" className={classes.bar} />
    </svg>
  </span>
);
