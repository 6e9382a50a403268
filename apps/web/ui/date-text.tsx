// A date in words, for people and for machines.
import { dayText, relativeText, timeText } from './dates.js';

interface Dated {
  /** ISO 8601, as the API answers. */
  at: string;
  /** The time of day too. */
  withTime?: boolean;
  /** How far away, after the date: “in 3 days”. */
  isRelative?: boolean;
}

export function DateText({ at, withTime = false, isRelative = false }: Dated) {
  const date = new Date(at);
  return (
    <time dateTime={at}>
      {dayText(date)}
      {withTime && `, ${timeText(date)}`}
      {isRelative && ` (${relativeText(date, new Date())})`}
    </time>
  );
}
