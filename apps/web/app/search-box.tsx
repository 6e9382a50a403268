// The search for proposals in the header. `/` goes there, from wherever nothing is being written.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent } from 'react';
import classes from './shell.module.css';
import { appWords } from './words.js';

export function SearchBox() {
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/proposals', search: { text: box.current?.value.trim() || undefined } });
  };
  return (
    <form role="search" className={classes.search} onSubmit={search}>
      <input ref={box} type="search" aria-label={appWords.search} placeholder={appWords.search} aria-keyshortcuts="/" />
    </form>
  );
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
