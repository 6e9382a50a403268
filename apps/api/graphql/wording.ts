// What graphql-js and Apollo say, put so that it names the limit and the remedy, and never repeats more of the client's text than helps.
import { LIMITS } from './limits.js';

/** The longest piece of a client's own text that an error repeats, and the longest message. */
const ECHO = 80;
const MESSAGE = 400;

const PLAINER: readonly [pattern: RegExp, message: string, code?: string][] = [
  [
    /tokens?\. Parsing aborted/,
    `A document may have ${LIMITS.tokens} tokens; pass values as variables and split the query.`,
    'TOO_MANY_TOKENS',
  ],
  [
    // The parser's stack ends after more than a thousand levels.
    /^Maximum call stack size/,
    `This document opens more brackets than ${LIMITS.tokens} tokens can close.`,
    'TOO_MANY_TOKENS',
  ],
  [/^Operation batching disabled/, 'A request holds one operation, not a list; send each in a request of its own.'],
  [/^Validation aborted/, 'This query repeats the same fields too often; ask for each of them once.'],
  [/^GET requests only support query operations/, 'GET is for queries only; send mutations by POST.'],
];

/** The wording and code for an error of graphql-js or Apollo. Suggestions ("Did you mean") are dropped. */
export function reword(message: string, code: string): { message: string; code: string } {
  const plainer = PLAINER.find(([pattern]) => pattern.test(message));
  if (plainer) return { message: plainer[1], code: plainer[2] ?? code };
  return { message: shorten(message.replace(/ ?Did you mean [^]*\?$/, '')), code };
}

/** Cuts quoted strings, objects and words that are longer than anybody needs to recognise them, and then the whole. */
export function shorten(message: string): string {
  const cut = message
    .replace(/"(?:[^"\\]|\\.)*"/g, quoted => (quoted.length > ECHO + 2 ? `${quoted.slice(0, ECHO - 2)}…"` : quoted))
    .replace(/[[{][^]*[\]}]/, value => (value.length > ECHO ? `${value.slice(0, ECHO - 1)}…` : value))
    .replace(/[^\s"]{81,}/g, word => `${word.slice(0, ECHO - 1)}…`);
  return cut.length > MESSAGE ? `${cut.slice(0, MESSAGE - 1)}…` : cut;
}
