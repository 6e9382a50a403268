// What an operator can do something about. Its message is for them: what is wrong, then what to do.

/** Nothing was changed, unless the message says what. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** A mistake on the command line: told with the usage, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
