// How busy a pool of connections is, as the driver counts it.
import type { DataSource } from 'typeorm';

export interface PoolState {
  /** Connections open, those in use included. */
  size: number;
  idle: number;
  /** Pieces of work that wait for a connection. */
  waiting: number;
}

export function poolState({ driver }: DataSource): PoolState {
  const { master } = driver as unknown as {
    master?: { totalCount: number; idleCount: number; waitingCount: number };
  };
  return { size: master?.totalCount ?? 0, idle: master?.idleCount ?? 0, waiting: master?.waitingCount ?? 0 };
}
