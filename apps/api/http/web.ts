// The web app, as `npm run build` put it into dist/web: hashed files that stay as they are for ever, and one page for every address
// that a person may open. It is read at each request: a build that is put in its place is served from then on.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Fastify } from './fastify.js';
import { isNavigation } from './file-pages.js';
import { isFilePath } from './file-paths.js';

const YEAR = 31_536_000;

/** Its own files and the api, and nothing else: no inline script or style, no eval, no frame around it, no form to elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'",
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = 'The web app is not built here. `npm run build` builds it; the API is at POST /graphql.\n';

/** Serves what is in `folder`. Addresses of the api stay as they are, and so does the answer to whoever asks for no page. */
export function serveWeb(fastify: Fastify, folder: string): void {
  void fastify.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    ...{ immutable: true, maxAge: YEAR * 1000, etag: false, lastModified: false },
    ...{ preCompressed: true, index: false, dotfiles: 'ignore' },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || !asksForPage(request)) return done();
    if (!existsSync(path.join(folder, 'index.html'))) {
      return void reply.code(404).type('text/plain; charset=utf-8').send(NOT_BUILT);
    }
    reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-cache');
    return void reply.sendFile('index.html', folder, { cacheControl: false });
  });
  servePageForFile(fastify, path.join(folder, 'index.html'));
}

/** A file that is not there, or not for whoever follows a link to it: the page that says so, as at every address that is not there. */
function servePageForFile(fastify: Fastify, page: string): void {
  fastify.addHook('onSend', async (request, reply, answer) => {
    const isMissed = reply.statusCode === 404 && isFilePath(request.routeOptions.url) && isNavigation(request);
    if (!isMissed || !existsSync(page)) return answer;
    reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8');
    return readFile(page);
  });
}

interface Asking {
  method: string;
  url: string;
  headers: { accept?: string };
}

/** A file that is not there is not a page: `/assets/…` and whatever has an ending say so. */
function asksForPage({ method, url, headers: { accept = '*/*' } }: Asking): boolean {
  const [address = ''] = url.split('?', 1);
  if (!['GET', 'HEAD'].includes(method) || /^\/(assets|graphql)(\/|$)|\.\w+$/.test(address)) return false;
  return accept.includes('text/html') || (address === '/' && accept.includes('*/*'));
}
