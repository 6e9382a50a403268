// A page of the web app, printed as the person who asks: each request that it makes is asked of this very api, with what that person
// came with. Chromium never holds it.
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { Fastify } from '../http/fastify.js';
import { WarmBrowser } from './browser.js';
import { Turns } from './turns.js';

export interface Print {
  /** Where people reach us: what a printed address begins with. Nothing is fetched from there. */
  origin: string;
  /** Of the print page, with its search. */
  path: string;
  /** What the person came with: their token or session, and where we say that the request comes from. */
  headers: Record<string, string>;
  remoteAddress: string;
  footer: string;
}

/** Milliseconds for one paper, from its turn on. */
const PATIENCE = 20_000;

export type Printed = { pdf: Buffer } | { fault: 'busy' | 'not-ready' };

export class Printer {
  private readonly browser: WarmBrowser;
  private readonly turns = new Turns(2, 8);

  constructor(
    program: string,
    private readonly fastify: Fastify,
    private readonly patience = PATIENCE,
  ) {
    this.browser = new WarmBrowser(program);
  }

  /** `not-ready` where the page never said that it is. Rejects when Chromium fails. */
  async print(print: Print): Promise<Printed> {
    const turn = await this.turns.take(() => this.browser.within(context => this.printIn(context, print)));
    return turn?.done ?? { fault: 'busy' };
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async printIn(context: BrowserContext, print: Print): Promise<Printed> {
    context.setDefaultTimeout(this.patience);
    await context.route('**/*', route => this.answer(route, print));
    await context.routeWebSocket('**/*', socket => socket.close());
    const page = await context.newPage();
    try {
      await page.goto(print.origin + print.path, { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
    } catch (error) {
      if (isTimeout(error)) return { fault: 'not-ready' };
      throw error;
    }
    return { pdf: await pdfOf(page, print.footer) };
  }

  /** A page may fetch the app's files and ask the API; whatever else it wants, it does not get. */
  private async answer(route: Route, { origin: ours, headers, remoteAddress }: Print): Promise<void> {
    const request = route.request();
    const { origin, pathname, search } = new URL(request.url());
    const method = request.method();
    const isOurs = origin === ours && (method === 'GET' || (method === 'POST' && pathname === '/graphql'));
    if (!isOurs) return route.abort();
    const { accept = '*/*', 'content-type': type } = request.headers();
    const payload = request.postDataBuffer() ?? undefined;
    const sent = { accept, ...(type === undefined ? {} : { 'content-type': type }), ...headers };
    const answer = await this.fastify.inject({ method, url: pathname + search, headers: sent, payload, remoteAddress });
    await route.fulfill({ status: answer.statusCode, headers: textOf(answer.headers), body: answer.rawPayload });
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Lengths and connections are those of the way that it did not come. */
const textOf = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !['content-length', 'connection', 'transfer-encoding', 'set-cookie'].includes(name))
      .map(([name, value]) => [name, String(value as string)]),
  );

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);

/** Tagged, so that a screen reader finds headings, lists and tables; title and language are the page's own. */
const pdfOf = (page: Page, footer: string): Promise<Buffer> =>
  page.pdf({
    ...{ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true },
    margin: { top: '15mm', bottom: '16mm', left: '15mm', right: '15mm' },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="font: 8pt sans-serif; width: 100%; padding: 0 15mm; color: #444">${escaped(footer)} · <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  });
