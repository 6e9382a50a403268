// Which rows of a list are open. A short list is open; of a long one the row that a link leads to, one that was just added, and those with
// something that cannot be saved. On the page that is printed, all.
import { useRouterState } from '@tanstack/react-router';
import { createContext, use, useState } from 'react';
import { useKeptDraft } from './editing.js';
import type { ListSection } from './fields.js';
import { anchoredRow } from './row-line.js';

/** Is the whole of it to be read, as on paper? */
export const WholeContext = createContext(false);

/** As many as one sees at once. */
const SHORT = 3;

const none: ReadonlySet<string> = new Set();

export interface OpenRows {
  isOpen: (id: string) => boolean;
  setOpen: (isOpen: boolean, ...ids: string[]) => void;
  /** Undefined for a list that is short. */
  areAllOpen: boolean | undefined;
}

export function useOpenRows(list: ListSection, ids: readonly string[]): OpenRows {
  const isWhole = use(WholeContext);
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const [open, setOpen] = useState(() => (ids.length <= SHORT ? new Set(ids) : none));
  // Whoever follows the same link again means it again.
  const followed = useRouterState({ select: ({ location }) => `${hash} ${location.state.__TSR_key}` });
  const [met, setMet] = useState<string>();
  const troubled = useTroubled(list, ids);
  const led = followed === met ? undefined : anchoredRow(list, ids, hash);
  const wanted = [...troubled, ...(led === undefined ? [] : [led])];
  // Before anything is drawn, so that what a link leads to is there.
  if (followed !== met) setMet(followed);
  if (wanted.some(id => !open.has(id))) setOpen(new Set([...open, ...wanted]));
  return {
    isOpen: id => isWhole || open.has(id),
    setOpen: (isOpen, ...which) =>
      setOpen(now => new Set(isOpen ? [...now, ...which] : [...now].filter(id => !which.includes(id)))),
    areAllOpen: isWhole || ids.length <= SHORT ? undefined : ids.every(id => open.has(id)),
  };
}

/** Rows with something that is not saved, or was changed twice. */
function useTroubled(list: ListSection, ids: readonly string[]): string[] {
  const held = useKeptDraft()?.held ?? [];
  return ids.filter(id => held.some(({ place }) => place.startsWith(`${list}.${id}.`)));
}
