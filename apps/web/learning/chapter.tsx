// A chapter of the learning pages: its heading opens and folds it, and the address knows.
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { Fold } from '../ui/fold.js';
import classes from './learning.module.css';
import { openChapters, turned, type Chapter as Key } from './learning.search.js';
import { learningWords } from './learning.words.js';

const route = getRouteApi('/shell/learning');

/** Which are open, and how to turn them. */
export function useChapters() {
  const navigate = useNavigate();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const open = openChapters(route.useSearch(), hash);
  const turn = (isOpen: boolean, ...which: Key[]) =>
    void navigate({ to: '/learning', search: turned(open, isOpen, ...which), replace: true, resetScroll: false });
  return { open, hash, turn };
}

interface ChapterProps {
  of: Key;
  actions?: ReactNode;
  children: ReactNode;
}

export function Chapter({ of: key, actions, children }: ChapterProps) {
  const { open, hash, turn } = useChapters();
  const here = useRef<HTMLElement>(null);
  const isMeant = hash === key;
  // The page was not there yet when the browser looked for the place.
  useEffect(() => {
    if (!isMeant) return;
    here.current?.scrollIntoView();
    here.current?.focus({ preventScroll: true });
  }, [isMeant]);
  return (
    <section ref={here} id={key} tabIndex={-1} aria-label={learningWords[key]} className={classes.chapter}>
      <Fold title={learningWords[key]} isOpen={open.includes(key)} onOpen={now => turn(now, key)} actions={actions}>
        {children}
      </Fold>
    </section>
  );
}
