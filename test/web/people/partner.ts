// What somebody of a partner organisation does, all on one page: what worries them, a gentler way, and the last word on the answer.
import type { Page } from 'playwright-core';
import { arrives, choose, follow, open, pick, press, sees, write } from './hands.js';

export async function haveYourSay(page: Page): Promise<void> {
  await open(page, '/');
  await follow(page, /^Have your say/);
  await arrives(page, 'Have your say');
}

export async function raiseConcern(page: Page, words: string, weight = 'Substantial'): Promise<void> {
  await write(page, 'What worries you?', words);
  await choose(page, 'How much does it weigh for you?', weight);
  await press(page, 'Send my concern');
  await sees(page, 'It is recorded, word for word.');
}

export async function proposeGentlerWay(page: Page, description: string, note: string): Promise<void> {
  await press(page, 'Propose a gentler way');
  await write(page, 'What could be done instead?', description);
  await pick(page, page, /How much would it still tell about people\?/, /^3: records without names/);
  await write(page, /^Anything to add\?/, note);
  await press(page, 'Send my proposal');
  await sees(page, description);
}

export async function dispute(page: Page, note: string): Promise<void> {
  await choose(page, 'Does this answer your concern?', 'No, it does not');
  await write(page, /^Do you want to add something\?/, note);
  await press(page, 'Send');
  await sees(page, 'Disputed: the answer is not accepted');
}
