// What somebody is writing in a form, kept in this tab until it is sent: it survives a fresh sign-in, a reload and a wrong click. Who signs in
// after them finds nothing of it.
import { useEffect, useState } from 'react';
import { keptInWindow } from '../app/kept.js';
import { useSession } from '../app/session.js';

export interface Draft<T> {
  value: T;
  change: (part: Partial<T>) => void;
  /** It was sent, or is not wanted any more. */
  clear: () => void;
}

/** `key` names the form and what it is about: `signOff:<proposal>:purpose`. Another key is another form. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const { person } = useSession();
  const place = `assent.draft.${person.id}.${key}`;
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read<T>(place) }));
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (isKept) keptInWindow.setItem(place, JSON.stringify(value));
  }, [place, value, isKept]);
  return {
    value,
    change: part => {
      setKept(true);
      setValue(now => ({ ...now, ...part }));
    },
    clear: () => {
      setKept(false);
      keptInWindow.removeItem(place);
      setValue(initial);
    },
  };
}

function read<T>(place: string): Partial<T> {
  try {
    return JSON.parse(keptInWindow.getItem(place) ?? '{}') as Partial<T>;
  } catch {
    // Somebody else wrote there: begin anew.
    return {};
  }
}
