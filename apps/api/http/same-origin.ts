// Does a request come from a page of ours? Asked of whatever is done with a session: a browser sends its cookie along whoever asks.
import type { IncomingHttpHeaders } from 'node:http';

/** Those by which a browser says that a page of ours asks, or its person by hand. */
const OURS = ['same-origin', 'none'];

/**
 * Browsers say where a request comes from in `Origin`, and more roughly in `Sec-Fetch-Site`; pages can change neither. What is said has
 * to be ours, and one of them has to be said. It holds for every unsafe request and for every WebSocket with a session.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, ourOrigin: string): boolean {
  const { 'sec-fetch-site': site } = headers;
  // A form on a page that tells nobody where it leads from, as ours do not, says `null`: no more than nothing.
  const origin = headers.origin === 'null' ? undefined : headers.origin;
  if (origin !== undefined && origin !== ourOrigin) return false;
  if (site !== undefined && !OURS.includes(String(site))) return false;
  return origin !== undefined || site !== undefined;
}
