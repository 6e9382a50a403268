// The views that are saved in this browser. Where it keeps nothing, they last as long as the page.
import { useSyncExternalStore } from 'react';
import { readViews, type SavedView } from './saved-views.js';

const KEY = 'assent.proposal-views';

let views: readonly SavedView[] = readViews(localStorage.getItem(KEY));
const listeners = new Set<() => void>();

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function keep(next: readonly SavedView[]): void {
  views = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function useSavedViews() {
  return { views: useSyncExternalStore(watch, () => views), keep };
}
