// What a process tells of itself: events, metrics and traces, out of closed lists, and never anything of what people wrote.
export * from './events.js';
export * from './fault-fields.js';
export * from './log.js';
export * from './metrics.js';
export * from './run-process.js';
export * from './side-door.js';
export * from './spans.js';
export * from './tell.js';

/** Opened only where a collector is named: what they are made of takes a moment to load. */
export const tracesOf = async (part: string) => (await import('./traces.js')).openTraces(part);
