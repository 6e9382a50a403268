// Nothing here: what that means, and what comes next.
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={classes.empty}>
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);
