// Where somebody goes after signing in: a place of ours, or home. Anything that could lead elsewhere leads home.

export const HOME = '/';
const LONGEST = 2_000;

/** Signing in leads to neither itself nor out again. */
const NEVER = /^\/(sign-in|sign-out|signed-out|graphql)(\/|\?|#|$)/;

/** A path of ours with what follows it, as it was asked for; else `/`. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return HOME;
  // Browsers take \ for / and drop tabs and line breaks, so that /\example.org and /<tab>/example.org are other sites.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return HOME;
  const { origin, pathname, search, hash } = new URL(asked, 'https://here.invalid');
  // /./ and /../ fall away: what is left is looked at once more.
  if (origin !== 'https://here.invalid' || pathname.startsWith('//') || NEVER.test(pathname)) return HOME;
  return `${pathname}${search}${hash}`;
}
