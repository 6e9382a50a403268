// What this window and this browser keep for somebody. Where they have no room for more, it is kept as long as the page: what people write
// and do never fails for that.

export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function roomy(storage: () => Kept): Kept {
  const beyond = new Map<string, string>();
  return {
    getItem: place => beyond.get(place) ?? storage().getItem(place),
    setItem: (place, words) => {
      try {
        storage().setItem(place, words);
        beyond.delete(place);
      } catch {
        beyond.set(place, words);
      }
    },
    removeItem: place => {
      beyond.delete(place);
      storage().removeItem(place);
    },
  };
}

export const keptInWindow = roomy(() => sessionStorage);
export const keptInBrowser = roomy(() => localStorage);
