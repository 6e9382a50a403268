// What a page needs to be told of changes: the worker’s part, and a socket that has begun to tell.
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { sequenceBatch } from '#store';

/** What was recorded gets its place in the ledger, as the worker does it four times a second: then it is told. */
export async function place(worker: DataSource): Promise<void> {
  while ((await sequenceBatch(worker)) > 0);
}

/** Loads the page anew and answers when its socket has begun to tell and everything on it has been asked for. */
export async function connected(page: Page): Promise<void> {
  const opened = page.waitForEvent('websocket');
  await page.reload();
  const socket = await opened;
  await socket.waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).includes('workChanged') });
  await page.waitForLoadState('networkidle');
}
