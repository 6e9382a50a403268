// Checks that say the same of several places are said once: “nothing says why this item is needed: D-1, D-2” rather than two sentences.

interface Said {
  place: string;
  message: string;
  remedy: string;
}

export interface Alike {
  message: string;
  remedy: string;
  places: string[];
}

/** In the order in which each is said first. */
export function checksAlike(checks: readonly Said[]): Alike[] {
  const groups = Map.groupBy(checks, ({ message, remedy }) => `${message} ${remedy}`);
  return [...groups.values()].map(([first, ...more]) => ({
    ...{ message: first!.message, remedy: first!.remedy },
    places: [first!, ...more].map(({ place }) => place),
  }));
}
