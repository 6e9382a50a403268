// What an examination finds: one line for each thing that was looked at.

export type State = 'ok' | 'warning' | 'problem';

export interface Finding {
  /** What was looked at. */
  check: string;
  state: State;
  /** How it is, in a sentence or a few words. Never a secret. */
  says: string;
  /** What to do about it; for all that is not ok. */
  remedy?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says });

export const warning = (check: string, says: string, remedy: string): Finding => ({
  check,
  state: 'warning',
  says,
  remedy,
});

export const problem = (check: string, says: string, remedy: string): Finding => ({
  check,
  state: 'problem',
  says,
  remedy,
});
