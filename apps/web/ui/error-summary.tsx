// What is wrong in a form, above it, each fault leading to its field. It takes the focus when it appears.
import { useEffect, useRef } from 'react';
import classes from './error-summary.module.css';
import { partWords } from './words.js';

export interface FieldFault {
  /** The id of the field. */
  field: string;
  message: string;
}

export function ErrorSummary({ faults, title = partWords.errors }: { faults: readonly FieldFault[]; title?: string }) {
  const summary = useRef<HTMLDivElement>(null);
  const isThere = faults.length > 0;
  useEffect(() => {
    if (isThere) summary.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div ref={summary} tabIndex={-1} role="group" aria-label={title} className={classes.summary}>
      <h2>{title}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`} onClick={event => goTo(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: { preventDefault(): void }, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
