// What a browser is answered at the door: a page, or where to go next.
import { page, type PageContent } from '#pages';
import { retryAfter } from '../graphql/refusals.js';
import * as words from './words.js';

export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  content: string;
}

export function pageAnswer(status: number, shown: PageContent, ...cookies: string[]): Answer {
  const { content, headers } = page(shown);
  return { status, headers: { ...headers, 'set-cookie': cookies }, content };
}

/** By GET, whatever came here. */
export const redirect = (location: string, ...cookies: string[]): Answer => ({
  status: 303,
  headers: { location, 'set-cookie': cookies },
  content: '',
});

export function tooOften(seconds: number): Answer {
  const answer = pageAnswer(429, words.tooOften(seconds));
  return { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter(seconds) } };
}
