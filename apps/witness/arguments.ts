// What a witness is told on its command line.
import { parseArgs } from 'node:util';
import { sha256 } from '#keys';
import { algorithms, parseKey, type VerifierKey } from '#ledger';

export const usage = `Usage: npm run witness -- --home FOLDER --name NAME --log KEY [--log KEY …] [--port 8080] [--host 127.0.0.1]

  --home   Its own folder: its key and what it has seen. Made on the first start. Never bring back an older copy of it.
  --name   Its name in every cosignature: one of yours, without a scheme, such as witness.example.org. It never changes.
  --log    The key of a log that it witnesses: name+id+base64, as the log’s people gave it to you by another way than the log.
           Twice for one log, after it went over to another key.
  --port   Where it listens; any for a free one. Put a proxy that speaks TLS in front of it.

POST /add-checkpoint takes checkpoints (c2sp.org/tlog-witness); GET / answers its own key.`;

/** A mistake of the operator's: said in a sentence. */
export class UsageError extends Error {}

export interface Arguments {
  home: string;
  name: string;
  logs: VerifierKey[];
  /** 0: any that is free. */
  port: number;
  host: string;
}

const text = { type: 'string' } as const;
const options = { home: text, name: text, log: { type: 'string', multiple: true }, port: text, host: text } as const;

/** Undefined when help is asked for. Throws a UsageError. */
export function readArguments(args: string[]): Arguments | undefined {
  const { help, home, name, log, port = '8080', host = '127.0.0.1' } = parsed(args);
  if (help || args.length === 0) return undefined;
  if (!home || !name || !log) throw new UsageError('A witness needs --home, --name and at least one --log.');
  if (!/^[^\s+]{1,200}$/.test(name)) throw new UsageError('--name takes a name without blanks and plus signs.');
  if (port !== 'any' && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw new UsageError('--port takes a port or any.');
  return { home, name, logs: log.map(logKey), port: port === 'any' ? 0 : Number(port), host };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function logKey(given: string): VerifierKey {
  const key = parseKey(sha256, given);
  if (key?.algorithm !== algorithms.ed25519)
    throw new UsageError(`--log takes the key of a log, name+id+base64; “${given}” is none.`);
  return key;
}
