// The way from the top to here. Its children are the router’s links; `here` is this page.
import { Children, type ReactNode } from 'react';
import classes from './breadcrumb.module.css';
import { partWords } from './words.js';

export const Breadcrumb = ({ children, here }: { children: ReactNode; here: ReactNode }) => (
  <nav aria-label={partWords.youAreHere} className={classes.crumbs}>
    <ol role="list">
      {Children.map(children, link => (
        <li>{link}</li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
);
