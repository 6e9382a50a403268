// What an auditor does: finds an entry in the history, brings the log's key along, and has their own browser check it.
import type { Page } from 'playwright-core';
import { follow, open, press, sees, write, type Name } from './hands.js';

export async function openEntry(page: Page, reference: string, type: string, sentence: Name): Promise<void> {
  await open(page, `/history?proposal=${reference}&type=${type}`);
  await follow(page, sentence);
}

export async function checkWithKey(page: Page, key: string): Promise<void> {
  await write(page, 'Key of the log', key);
  await press(page, 'Keep this key in this browser');
  await sees(page, 'This entry is what was recorded, and it stands in the signed history.');
}
