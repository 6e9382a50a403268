// What a page needs to be told of changes: the worker’s part, and a socket that has begun to tell.
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { sequenceBatch } from '#store';
import { isQuiet } from './quiet.js';

/** What was recorded gets its place in the ledger, as the worker does it four times a second: then it is told. */
export async function place(worker: DataSource): Promise<void> {
  while ((await sequenceBatch(worker)) > 0);
}

/** Loads the page anew and answers when its socket has begun to tell and everything on it has been asked for. */
export async function connected(page: Page): Promise<void> {
  const address = page.url();
  // A socket of the page as it was is none that is waited for.
  await page.goto('about:blank');
  // Heard from the moment it opens: its first word may come before the page is loaded.
  const begun = new Promise<void>(resolve => {
    page.once('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('workChanged')) resolve();
      }),
    );
  });
  await page.goto(address);
  await begun;
  await isQuiet(page);
}
