// A row that moves to another place of the page is taken out there and put in here: the focus goes along with it.
import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What held the focus when it was taken out, within this very change of the page. */
let moved: string | undefined;

/** `key` names what the row is about, wherever it stands. Its first button gets the focus. */
export function useKeptFocus(key: string): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = ref.current;
    if (moved === key) row?.querySelector('button')?.focus();
    return () => {
      if (!row?.contains(document.activeElement)) return;
      moved = key;
      queueMicrotask(() => (moved = undefined));
    };
  }, [key]);
  return ref;
}
