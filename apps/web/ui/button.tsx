// Buttons. `main` is the one act of a screen, `final` an act that cannot be undone, `quiet` one of many in a row. A button that does
// not work at present stays in its place, says so to everybody, and `why` stands beside it.
import { useId, type ReactNode } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import classes from './button.module.css';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'final';

export interface ButtonProps {
  kind?: ButtonKind;
  children: ReactNode;
  onPress?: (event: PressEvent) => void;
  type?: 'button' | 'submit';
  /** Why it cannot be pressed now, as a sentence. Given, the button is off. */
  why?: string;
  /** What it started is not finished. */
  isBusy?: boolean;
  /** Where its words alone do not say what it is about. */
  label?: string;
  slot?: string | null;
}

export function Button({
  kind = 'plain',
  children,
  onPress,
  type = 'button',
  why,
  isBusy = false,
  label,
  slot,
}: ButtonProps) {
  const reason = useId();
  const isOff = why !== undefined;
  // React Aria’s own `isPending` tells a screen reader of a button that may be gone by then, with its dialog.
  const button = (
    <AriaButton
      className={classes.button}
      data-kind={kind}
      data-off={isOff || undefined}
      data-pending={isBusy || undefined}
      type={isOff || isBusy ? 'button' : type}
      aria-disabled={isOff || isBusy || undefined}
      aria-describedby={isOff ? reason : undefined}
      aria-label={label}
      slot={slot}
      onPress={isOff || isBusy ? undefined : onPress}
    >
      {children}
    </AriaButton>
  );
  if (!isOff) return button;
  return (
    <span className={classes.withReason}>
      {button}
      <span id={reason} className={classes.reason}>
        {why}
      </span>
    </span>
  );
}
