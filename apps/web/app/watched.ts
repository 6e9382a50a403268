// A value outside React that components can watch: `useSyncExternalStore(value.watch, value.get)`.

export interface Watched<T> {
  get: () => T;
  set: (next: T) => void;
  /** Returns what ends it. */
  watch: (onChange: () => void) => () => void;
}

export function watched<T>(initial: T): Watched<T> {
  let current = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => current,
    set: next => {
      if (Object.is(next, current)) return;
      current = next;
      for (const tell of watchers) tell();
    },
    watch: onChange => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
