// The log: every event as one line on standard output, for programs as JSON, for people as a sentence.
import { once } from 'node:events';
import pino from 'pino';
import { events, onlyAllowed, type EventName, type Level } from './events.js';
import { listen } from './tell.js';

export interface LogOptions {
  /** Which process speaks. */
  part: 'api' | 'worker' | 'launcher' | 'provider';
  level?: Level | 'silent';
  format?: 'json' | 'text';
}

export interface Log {
  /** Resolves when every line is written. Nothing is logged after it. */
  close(): Promise<void>;
}

/** For people only what needs them, except from the launcher, which speaks with them. */
const usualLevel = ({ part, format }: LogOptions): Level =>
  format === 'text' && part !== 'launcher' ? 'warn' : 'info';

/** The launcher says little, and other things in between that people read. */
const atOnce = { sync: true };
/** A write for each line would cost a short request a quarter of its time. Lines wait a tenth of a second at most. */
const together = { sync: false, minLength: 4096, periodicFlush: 100 };

export function openLog(options: LogOptions): Log {
  const { part, level = usualLevel(options), format = 'json' } = options;
  const output = pino.destination({ fd: 1, ...(part === 'launcher' ? atOnce : together) });
  const lines = pino(
    {
      level,
      base: { part },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    format === 'json' ? output : { write: line => output.write(`${sentence(line)}\n`) },
  );
  const stop = listen(({ name, fields }) => {
    const of: Level = events[name].level;
    if (!lines.isLevelEnabled(of)) return;
    lines[of]({ event: name, ...onlyAllowed(name, fields) });
    if (of === 'warn' || of === 'error') output.flush();
  });
  let closed: Promise<unknown> | undefined;
  const close = (): Promise<unknown> => {
    stop();
    const written = once(output, 'close');
    output.end();
    return written;
  };
  return { close: async () => void (await (closed ??= close())) };
}

interface Line {
  time: string;
  part: string;
  event: EventName;
  [field: string]: unknown;
}

/** A line of JSON as people read it: what it says, then the fields that it did not name. */
function sentence(json: string): string {
  const { time, part, event, level: _level, ...fields } = JSON.parse(json) as Line;
  const unnamed = new Set(Object.keys(fields));
  const said = events[event].says.replace(/\{(\w+)\}/g, (_whole, field: string) => {
    unnamed.delete(field);
    return shown(fields[field] ?? '');
  });
  const rest = [...unnamed].map(field => ` ${field}=${shown(fields[field])}`).join('');
  return `${part === 'launcher' ? '' : `${time.slice(11, 19)} ${part}: `}${said}${rest}`;
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' < ') : String(value));
