// What is said quietly when it changes, such as “Saved 10:42”. It is in the page from the start, empty, so that changes are heard.
import type { ReactNode } from 'react';
import classes from './live-note.module.css';

export const LiveNote = ({ children }: { children?: ReactNode }) => (
  <span role="status" className={classes.note}>
    {children}
  </span>
);
