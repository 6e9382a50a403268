// What stands in a field for a day, and the day that it is. While it is being written it is left alone.
import { useState } from 'react';
import { dayFrom, dayShown } from './written-day.js';

export interface Days {
  /** `2027-03-01`, or empty. */
  value: string;
  /** Undefined as long as what is written is no day: it is not the same as nothing, and no form is sent with it. */
  onChange: (day: string | undefined) => void;
  /** When the field is left with a day in it, or empty, and when a day is chosen in the calendar. */
  onSettled?: (day: string) => void;
}

export function useWrittenDay({ value, onChange, onSettled }: Days) {
  const [text, setText] = useState(() => dayShown(value));
  const [told, setTold] = useState(value);
  const [isLeft, setLeft] = useState(true);
  // The day was changed elsewhere.
  if (value !== told) {
    setTold(value);
    setText(dayShown(value));
  }
  const day = dayFrom(text) ?? '';
  const isUnreadable = day === '' && text.trim() !== '';
  const tell = (given: string | undefined) => {
    setTold(given ?? '');
    onChange(given);
  };
  return {
    ...{ text, day, isFaulty: isUnreadable && isLeft },
    write: (next: string) => {
      setText(next);
      setLeft(false);
      tell(next.trim() === '' ? '' : dayFrom(next));
    },
    choose: (chosen: string) => {
      setText(dayShown(chosen));
      tell(chosen);
      onSettled?.(chosen);
    },
    leave: () => {
      setLeft(true);
      if (isUnreadable) return;
      setText(dayShown(day));
      onSettled?.(day);
    },
  };
}
