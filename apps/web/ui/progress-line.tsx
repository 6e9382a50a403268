// Something is on its way. It shows after a moment only: what is there at once needs no announcement.
import classes from './progress-line.module.css';

export const ProgressLine = ({ label }: { label: string }) => (
  <p role="status" className={classes.line}>
    {label}
  </p>
);
