// Whether there is room beside a question.
import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 68rem)');

const watch = (onChange: () => void) => {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
};

export const useIsWide = (): boolean => useSyncExternalStore(watch, () => wide.matches);
