// What a person does at a screen: by the roles and words that they see or hear, never by how a page is made.
import type { Locator, Page } from 'playwright-core';

export type Place = Page | Locator;
export type Name = string | RegExp;

const nameOf = (name: Name) => (typeof name === 'string' ? { name, exact: true } : { name });

export const button = (at: Place, name: Name): Locator => at.getByRole('button', nameOf(name));
export const link = (at: Place, name: Name): Locator => at.getByRole('link', nameOf(name));
export const heading = (at: Place, name: Name): Locator => at.getByRole('heading', nameOf(name));
export const region = (at: Place, name: Name): Locator => at.getByRole('region', nameOf(name));
export const box = (at: Place, name: Name): Locator => at.getByRole('textbox', nameOf(name));
/** One of the answers to a question with radio buttons; the circle itself is drawn, so the words are what is there to press. */
export const choice = (at: Place, question: Name, answer: string): Locator =>
  at.getByRole('radiogroup', nameOf(question)).getByText(answer, { exact: true });

export const press = (at: Place, name: Name): Promise<void> => button(at, name).click();
export const follow = (at: Place, name: Name): Promise<void> => link(at, name).first().click();
export const write = (at: Place, label: Name, words: string): Promise<void> => box(at, label).fill(words);
export const choose = (at: Place, question: Name, answer: string): Promise<void> =>
  choice(at, question, answer).click();
export const sees = (at: Place, words: Name): Promise<void> => at.getByText(words).first().waitFor();

/** From a list that opens: the button carries the label and what is chosen. */
export async function pick(page: Page, at: Place, label: RegExp, option: Name): Promise<void> {
  await button(at, label).click();
  await page.getByRole('option', nameOf(option)).click();
}

/** To another address of the app, as somebody who was sent a link. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** What the heading of the screen comes to say. */
export const arrives = (page: Page, title: Name): Promise<void> =>
  page.getByRole('heading', { level: 1, ...nameOf(title) }).waitFor();
