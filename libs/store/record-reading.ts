// What auditors read is a fact of the ledger: who asked what, and which proposals they were shown (stream `audit`). Readings that
// come while others are being written wait, and are then written together: one commit serves them all.
import type { DataSource } from 'typeorm';
import type { By } from '#governance';
import { appendTo, lockStream } from './append.js';
import { inTransaction } from './connection.js';

export const auditStream = 'audit';

export interface AuditorRead {
  type: 'AuditorRead';
  /** Names of the queries. */
  operations: string[];
  proposalIds: string[];
  /** The arguments as JSON: they may hold words, so they stand apart and can be erased. */
  asked: string;
}

export interface Reading {
  by: By;
  at: string;
  /** Of the request; a reading has no command of its own. */
  commandId: string;
  entryId: string;
  event: AuditorRead;
}

/** Resolves when the reading is durable. Rejects when it could not be written: then nothing may be shown. */
export type RecordReading = (reading: Reading) => Promise<void>;

interface Waiting {
  reading: Reading;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Readings written in one transaction at most. */
const mostAtOnce = 100;

export function readingRecorder(dataSource: DataSource): RecordReading {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const write = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) await settle(waiting.splice(0, mostAtOnce));
    isWriting = false;
  };
  const settle = (taken: Waiting[]): Promise<void> =>
    writeReadings(
      dataSource,
      taken.map(({ reading }) => reading),
    ).then(
      () => taken.forEach(({ resolve }) => resolve()),
      error => taken.forEach(({ reject }) => reject(error)),
    );
  return reading =>
    new Promise((resolve, reject) => {
      waiting.push({ reading, resolve, reject });
      if (!isWriting) void write();
    });
}

const writeReadings = (dataSource: DataSource, readings: readonly Reading[]): Promise<void> =>
  inTransaction(dataSource, async client => {
    let head = await lockStream(client, auditStream);
    for (const { by, at, commandId, entryId, event } of readings) {
      const act = { stream: auditStream, by, at, commandId };
      head = await appendTo(client, act, head, [{ id: entryId, type: event.type, event }]);
    }
  });
