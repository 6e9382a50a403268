// The log as the signer works on it: in the database, or in a test's memory.
import type { DataSource } from 'typeorm';
import {
  logStanding,
  NoSuchSubtreeError,
  proveConsistency,
  publishCheckpoint,
  recordKey,
  rootAt,
  type KeyEvent,
  type LogStanding,
  type StoredCheckpoint,
  type SystemAct,
} from '#store';

export interface Log {
  standing(): Promise<LogStanding>;
  /** Undefined where the database has not all it takes. */
  rootAt(size: number): Promise<Uint8Array | undefined>;
  proveConsistency(from: number, to: number): Promise<Uint8Array[] | undefined>;
  /** False when the stream of keys has gone on since it had `known` entries. */
  recordKey(event: KeyEvent, known: number): Promise<boolean>;
  publish(checkpoint: StoredCheckpoint): Promise<void>;
}

export const logIn = (dataSource: DataSource, act: () => SystemAct): Log => ({
  standing: () => logStanding(dataSource),
  rootAt: size => orUndefined(rootAt(dataSource, size)),
  proveConsistency: (from, to) => orUndefined(proveConsistency(dataSource, from, to)),
  recordKey: (event, known) => recordKey(dataSource, act(), event, known),
  publish: checkpoint => publishCheckpoint(dataSource, checkpoint),
});

async function orUndefined<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NoSuchSubtreeError) return undefined;
    throw error;
  }
}
