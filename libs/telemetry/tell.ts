// Where events go from and to. Whoever has something to tell tells it; log and metrics listen, and so may a test.
import { channel } from 'node:diagnostics_channel';
import type { EventName, FieldsOf } from './events.js';

export interface Told {
  name: EventName;
  fields: Readonly<Record<string, unknown>>;
}

const events = channel('assent:event');

/** Costs nothing while nobody listens. */
export function tell<Name extends EventName>(name: Name, fields: FieldsOf<Name>): void {
  if (events.hasSubscribers) events.publish({ name, fields } satisfies Told);
}

/** Calls `listener` with every event from now on, in this process; what it returns ends that. */
export function listen(listener: (told: Told) => void): () => void {
  const subscriber = (message: unknown): void => listener(message as Told);
  events.subscribe(subscriber);
  return () => void events.unsubscribe(subscriber);
}
