// How a program comes by its configuration: once, at its start. What there is to complain of goes to standard error, in plain
// sentences, before there is a log.
import { ConfigurationError, readConfiguration, type Configuration, type Environment } from './read-configuration.js';
import { strays, strayWarning } from './strays.js';
import type { Reader } from './variable.js';

/** From this process's environment; with problems in it the process ends here, with code 1. */
export function configurationOrEnd<Program extends Reader>(program: Program): Configuration<Program> {
  // What a launcher started has the launcher's environment, and was warned of it.
  if (!process.send) warnOfStrays(process.env);
  try {
    return readConfiguration(program, process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

export function warnOfStrays(environment: Environment): void {
  for (const stray of strays(environment)) console.error(strayWarning(stray));
}
