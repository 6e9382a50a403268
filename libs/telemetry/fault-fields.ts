// What may be told of a thing that was thrown: its class, PostgreSQL's code and constraint, and where in our code it came from.
// Never its message: that of a driver or a parser repeats values, and people's words are values.
import { allowed, withheld } from './kinds.js';

export interface FaultFields {
  error: string;
  /** As Node has it: ECONNREFUSED. */
  code?: string;
  /** As PostgreSQL has it: 23505. */
  sqlState?: string;
  constraint?: string;
  frames: string[];
}

/** The most frames that are told. */
const most = 12;
const sqlState = /^[0-9A-Z]{5}$/;

export function faultFields(thrown: unknown): FaultFields {
  if (!(thrown instanceof Error)) return { error: typeof thrown, frames: [] };
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown };
  return {
    error: named(thrown.constructor.name) ?? named(thrown.name) ?? 'Error',
    ...(typeof code === 'string' ? (sqlState.test(code) ? { sqlState: code } : { code: named(code) }) : {}),
    ...(typeof constraint === 'string' ? { constraint: named(constraint) } : {}),
    frames: framesOf(thrown.stack ?? ''),
  };
}

const named = (text: string): string | undefined => {
  const told = allowed('name', text);
  return told === withheld ? undefined : text;
};

const frame = /^ {4}at (?:(?:async )?(.*) \()?(?:file:\/\/)?(\S*?)\)?$/;
const ours = /\b(?:dist\/)?((?:apps|libs|migrations)\/[^)]*)$/;

/** Frames of our own code; only where there is none, those of packages. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').filter(line => line.startsWith('    at '));
  const own = lines.filter(line => !line.includes('node_modules')).flatMap(line => frameOf(line, ours));
  const told = own.length > 0 ? own : lines.flatMap(line => frameOf(line, /(node_modules\/[^)]*)$/));
  return told.slice(0, most);
}

function frameOf(line: string, within: RegExp): string[] {
  const [, called = '', place = ''] = frame.exec(line) ?? [];
  const path = within.exec(place)?.[1];
  return path ? [`${called} (${path})`.trim()] : [];
}
