// Files as people come to them: by a link or an address in a browser. Where one cannot be had they see a page; programs get JSON.
import type { IncomingHttpHeaders } from 'node:http';
import { returnPath } from '../sessions/return-path.js';

interface Asking {
  method: string;
  headers: IncomingHttpHeaders;
}

/** Does a browser go there, rather than a script or a program? Of its requests for a page it says so itself. */
export const isNavigation = ({ method, headers }: Asking): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && (headers.accept ?? '').includes('text/html');

/** By the name of the list; every other is on the page of its name. */
const ELSEWHERE = new Map([['my-work', '/']]);

/** The page of the web app on which the file at this address is offered; whatever an address makes up, it is a place of ours. */
export const pageOfFile = (address: string): string => returnPath(offeredAt(address));

function offeredAt(address: string): string {
  const [path = ''] = address.split('?', 1);
  const [, folder, name = '', file] = path.split('/');
  if (folder === 'receipts') return `/history/${name}`;
  if (folder === 'proposals') return `/proposals/${name}/${file === 'paper.pdf' ? 'paper' : 'dossier'}`;
  return ELSEWHERE.get(name) ?? `/${name}`;
}

/** Where somebody signs in and comes back to that page. */
export const signInFor = (address: string): string =>
  `/sign-in?${new URLSearchParams({ return: pageOfFile(address) }).toString()}`;
