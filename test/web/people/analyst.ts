// What an analyst does: begins a draft, writes it section by section, says openly what is missing, and hands it in.
import type { Locator, Page } from 'playwright-core';
import { arrives, choose, follow, heading, open, press, sees, write } from './hands.js';

/** Answers the reference that it was given. */
export async function beginDraft(page: Page, title: string): Promise<string> {
  await open(page, '/proposals/new');
  await write(page, 'Title', title);
  await press(page, 'Begin the draft');
  await arrives(page, 'Title and summary');
  const [, reference = ''] = /\/proposals\/(DSP-\d+)\//.exec(page.url()) ?? [];
  return reference;
}

export const goToSection = async (page: Page, section: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: new RegExp(`^${section}`) })
    .click();
  await arrives(page, section);
};

/** The editor says when what was written is on the server. */
export const isSaved = (page: Page): Promise<void> => sees(page, /^(Saved \d\d:\d\d|Everything is saved)/);

export async function tellFacts(page: Page, facts: Readonly<Record<string, string>>): Promise<void> {
  for (const [question, answer] of Object.entries(facts)) await choose(page, question, answer);
  await isSaved(page);
}

export const question = (page: Page, id: string): Locator =>
  page.getByRole('listitem').filter({ has: heading(page, new RegExp(`^${id} `)) });

export async function admitGap(page: Page, id: string, words: string): Promise<void> {
  const asked = question(page, id);
  await asked.getByText('We have nothing to show here yet, and say so').click();
  await write(asked, 'What is missing, and why', words);
  await isSaved(page);
}

export async function goToSubmit(page: Page): Promise<void> {
  await follow(page, 'Submit …');
  await arrives(page, 'Submit');
}

export async function submit(page: Page, message: string): Promise<void> {
  await write(page, /^A word to the reviewers/, message);
  await press(page, /^Submit revision \d+$/);
  await arrives(page, 'Where is it');
}

/** A row of a list of the dossier, such as “Way ALT-1”. */
export const row = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: heading(page, title) });

/** A change on which a sign-off rests waits for a second word. */
export async function changeWhatWasSigned(page: Page, field: Locator, words: string, signOff: string): Promise<void> {
  await field.fill(words);
  await sees(page, `This change makes 1 sign-off stale: ${signOff}.`);
  await press(page, 'Save, and ask them to look again');
  await isSaved(page);
}
