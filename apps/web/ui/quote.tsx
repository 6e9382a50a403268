// People’s own words, unedited: in serif, so that a quote always looks like a quote, with who said it and when.
import type { ReactNode } from 'react';
import { Plain } from './plain.js';
import classes from './quote.module.css';

interface Quoted {
  words?: string;
  /** In the stead of words, where they have an order of their own. */
  children?: ReactNode;
  /** Who said it, and when: a PersonRef and a DateText. */
  by?: ReactNode;
}

export function Quote({ words, children, by }: Quoted) {
  return (
    <figure className={classes.quote}>
      <blockquote>
        {children}
        {words?.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>
            <Plain text={paragraph} />
          </p>
        ))}
      </blockquote>
      {by && <figcaption>{by}</figcaption>}
    </figure>
  );
}
