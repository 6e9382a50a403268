// Navigation that looks like tabs: every view has its own address. Its children are the router’s links.
import type { ReactNode } from 'react';
import classes from './tabs.module.css';

export const TabLinks = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={classes.list}>
    {children}
  </nav>
);
