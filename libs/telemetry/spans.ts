// Where pieces of work say that they begin and end, for whoever traces: the channel `assent:span`. Unwatched they cost a look.
import { tracingChannel } from 'node:diagnostics_channel';

/** One piece of work, as it is told. A name and attributes that are not of their kind are withheld, as in the log. */
export interface SpanTold {
  name: string;
  /** Is the first of its trace here. What is in no such span is not traced. */
  isRoot?: boolean;
  /** Takes the place of what surrounds it until it ends, rather than running work within itself. */
  isInPlace?: boolean;
  isAtOnce?: boolean;
  /** Of a request: the header of the W3C that names what it is part of elsewhere. */
  traceparent?: string;
  correlationId?: string;
  attributes?: Record<string, string | number | undefined>;
}

const channel = tracingChannel<SpanTold, object>('assent:span');

/** From here until the work has settled. */
export const inSpan = <T>(told: SpanTold, work: () => Promise<T>): Promise<T> =>
  channel.hasSubscribers ? channel.tracePromise(work, told) : work();

/** `run`, and everything it starts, is within the span, which lasts until `endSpan`. */
export function enterSpan(told: SpanTold, run: () => void): void {
  if (channel.hasSubscribers) channel.start.runStores(told, run);
  else run();
}

/** What is begun from here on, in the same place, is within the span, which lasts until `endSpan`. */
export function beginSpan(told: SpanTold): void {
  if (channel.hasSubscribers) channel.start.publish(told);
}

/** Of a span that was entered or begun. `told` is the same object; what was added to its attributes counts. */
export function endSpan(told: SpanTold): void {
  if (channel.hasSubscribers) channel.asyncEnd.publish(told);
}
