// A process from its start to its end: it logs, it says why it could not start, and it ends in order when it is told to.
import { faultFields } from './fault-fields.js';
import { openLog, type Log, type LogOptions } from './log.js';
import { tell } from './tell.js';

/** Ends what was started so far; resolves with the exit code. Is called once. */
export type End = () => Promise<number>;

export interface ProcessOptions extends LogOptions {
  /** Errors whose message is written for whoever starts the process, and says all there is to say. */
  isPlain?: (error: unknown) => boolean;
}

/** Brings a process up; it hands over what ends it as soon as there is something to end. */
export type Start = (endWith: (end: End) => void) => Promise<void>;

/**
 * Logs from here on. SIGTERM, SIGINT or the silent death of a parent end what `start` brought up. What it throws is told, what it
 * brought up is ended, and the exit code is 1.
 */
export async function runProcess({ isPlain, ...options }: ProcessOptions, start: Start): Promise<void> {
  const log = openLog(options);
  endOnCrash(log);
  let ending: Promise<unknown> | undefined;
  let end: End = async () => 1;
  const endWith = (given: End): void => {
    end = given;
    const begin = (): void => void (ending ??= end().then(code => exit(code, log)));
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, begin);
  };
  try {
    await start(endWith);
  } catch (error) {
    // What is thrown because it was ended meanwhile is nobody's fault.
    if (ending) return;
    if (isPlain?.(error)) console.error((error as Error).message);
    else tellWhy(error);
    ending = end();
    await ending;
    await exit(1, log);
  }
}

async function exit(code: number, log: Log): Promise<never> {
  await log.close();
  process.exit(code);
}

/** What nobody caught is told without its words, then the process ends. Node's own report would repeat them. */
function endOnCrash(log: Log): void {
  const crash = (thrown: unknown): void => {
    tell('crashed', faultFields(thrown));
    void exit(1, log);
  };
  process.once('uncaughtException', crash);
  process.once('unhandledRejection', crash);
}

function tellWhy(error: unknown): void {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE' && port !== undefined) tell('port-taken', { port });
  else tell('start-failed', faultFields(error));
}
