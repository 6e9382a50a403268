// A screen: its one h1, what it is about in a sentence, what one can do here, and the content. After a navigation the h1 has the
// focus, so that whoever hears the page hears where they are, and the title of the window says the same.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './screen.module.css';
import { appWords } from './words.js';

export interface ScreenProps {
  title: string;
  /** Set apart above the title, such as the reference of a proposal. */
  over?: ReactNode;
  lead?: ReactNode;
  /** Buttons and links beside the title. */
  actions?: ReactNode;
  /** The left column, at most 240 px: give it a `Disclosure` or a list. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Screen({ title, over, lead, actions, aside, children }: ScreenProps) {
  const heading = useTitle(title);
  return (
    <article className={classes.screen}>
      <header className={classes.head}>
        <div className={classes.titles}>
          {over && <p className={classes.over}>{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {aside ? (
        <div className={classes.columns}>
          <div className={classes.aside}>{aside}</div>
          <div className={classes.content}>{children}</div>
        </div>
      ) : (
        <div className={classes.content}>{children}</div>
      )}
    </article>
  );
}

/** The path that was told last: the first page of all leaves the focus where the browser has it. */
let told = location.pathname;

function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Where we have arrived: the screen that is being left would hear of where we are going, too.
  const arrived = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation });
  useEffect(() => {
    document.title = `${title} · ${appWords.product}`;
    if (arrived === undefined || told === arrived.pathname) return;
    told = arrived.pathname;
    if (!arrived.hash) heading.current?.focus();
  }, [title, arrived]);
  return heading;
}
