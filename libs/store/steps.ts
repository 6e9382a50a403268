// The steps of the store's work on the channel `assent:span`, for whoever traces (libs/telemetry). Unwatched they cost a look.
import { tracingChannel } from 'node:diagnostics_channel';

const channel = tracingChannel('assent:span');

/** A name of ours: a part of a command or the name of a statement, never its text. */
export const step = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  channel.hasSubscribers ? channel.tracePromise(work, { name }) : work();

export const stepAtOnce = <T>(name: string, work: () => T): T =>
  channel.hasSubscribers ? channel.traceSync(work, { name, isAtOnce: true }) : work();
