// What an approver does: sees what stands in the way of an outcome, and decides with reasons.
import type { Page } from 'playwright-core';
import { arrives, choose, press, write } from './hands.js';

export const outcome = (page: Page, name: string): Promise<void> => choose(page, 'What do you decide?', name);

/** What is said to be in the way of the outcome that is chosen. */
export async function inTheWay(page: Page): Promise<string> {
  const note = page.getByRole('region', { name: 'The decision' });
  await note.getByText('In the way of this outcome:').waitFor();
  return note.innerText();
}

export async function returnToAuthor(page: Page, reasons: string): Promise<void> {
  await outcome(page, 'Returned to the author');
  await write(page, 'What has to change', reasons);
  await press(page, 'Record: Returned to the author');
  await arrives(page, /paper/i);
}
