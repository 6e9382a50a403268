// GET /proposals/<reference>/paper.pdf and proposal.pdf: the decision paper and the whole proposal, for the file and for people who print.
import { Controller, Get, Inject, Optional, Req, Res, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { IncomingHttpHeaders } from 'node:http';
import { findProposalByReference } from '#store';
import { tell } from '#telemetry';
import { refusalFrom } from '../http/refusal-from.js';
import { payFor } from '../graphql/limit-guard.js';
import { GRAPHQL_OPTIONS } from '../graphql/options.js';
import type { Fastify, Reply } from '../http/fastify.js';
import { PAPER_PATH, PROPOSAL_PATH } from '../http/file-paths.js';
import { refusalBody, sendRefusal } from '../http/refusal-body.js';
import { SITE, type Site } from '../http/site.js';
import { rounded } from '../http/tell-requests.js';
import type { RequestContext } from '../identity/context.js';
import { referenceOf } from '../proposals/proposal-view.js';
import { findChromium } from './find-chromium.js';
import { Printer } from './printer.js';

/** The injection token under which the application may provide where Chromium is. */
export const CHROMIUM = Symbol('Chromium');

/** In units, beside what the page asks for: a process draws pages for about a second. */
const PRICE = 50;

interface Request {
  id: string;
  ip: string;
  params: { reference: string };
  headers: IncomingHttpHeaders;
}

interface FileReply extends Reply {
  header(name: string, value: string): unknown;
}

type Kind = 'paper' | 'dossier';

@Controller()
export class PaperController implements OnApplicationShutdown {
  private printer: Printer | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(GRAPHQL_OPTIONS) private readonly options: ApolloDriverConfig,
    @Optional() @Inject(CHROMIUM) private readonly program?: string,
  ) {}

  @Get(PAPER_PATH)
  paper(@Req() request: Request, @Res() reply: FileReply): Promise<void> {
    return this.answer('paper', request, reply);
  }

  @Get(PROPOSAL_PATH)
  proposal(@Req() request: Request, @Res() reply: FileReply): Promise<void> {
    return this.answer('dossier', request, reply);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer?.close();
  }

  private async answer(kind: Kind, request: Request, reply: FileReply): Promise<void> {
    try {
      const context = (this.options.context as (request: object) => RequestContext)(request);
      const { viewer, dataSource, account } = context;
      const seen = await findProposalByReference(dataSource, viewer.actor, request.params.reference);
      if (!seen) return sendRefusal(reply, 404, refusalBody('NOT_FOUND', NOT_FOUND, request.id));
      payFor(PRICE, account);
      await this.print({ kind, reference: referenceOf(seen.number) }, request, reply);
    } catch (error) {
      const { status, body } = refusalFrom(error, this.options, request.id);
      sendRefusal(reply, status, body);
    }
  }

  private async print(file: { kind: Kind; reference: string }, request: Request, reply: FileReply): Promise<void> {
    const { kind, reference } = file;
    const path = `/proposals/${reference}/${kind}?print=1`;
    const printer = this.findPrinter();
    if (!printer) return sendElsewhere(reply, path);
    const began = performance.now();
    const { ip: remoteAddress, headers } = request;
    const { origin } = this.host.httpAdapter.getInstance<Fastify>().getDecorator<Site>(SITE);
    const printed = await printer.print({
      ...{ origin, path, headers: identityIn(headers), remoteAddress },
      footer: reference,
    });
    if ('fault' in printed)
      return sendRefusal(reply.header('retry-after', '10') as Reply, 503, FAULTS[printed.fault](request.id));
    tell('paper-printed', { correlationId: request.id, ms: rounded(performance.now() - began) });
    reply.header('content-type', 'application/pdf');
    reply.header(
      'content-disposition',
      `inline; filename="${reference}-${kind === 'paper' ? 'decision-paper' : 'proposal'}.pdf"`,
    );
    reply.code(200).send(printed.pdf as never);
  }

  /** Looked for at each request until it is there: whoever installs it needs no new start. */
  private findPrinter(): Printer | undefined {
    const program = this.printer ? undefined : findChromium(this.program);
    if (program !== undefined) this.printer = new Printer(program, this.host.httpAdapter.getInstance<Fastify>());
    return this.printer;
  }
}

/** What lets them in, and that it is our page that asks. */
function identityIn({ authorization, cookie, host = '' }: IncomingHttpHeaders): Record<string, string> {
  const shown = Object.entries({ authorization, cookie }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return { ...Object.fromEntries(shown), host, 'sec-fetch-site': 'same-origin' };
}

function sendElsewhere(reply: FileReply, path: string): void {
  reply.header('location', path);
  reply.header('content-type', 'text/plain; charset=utf-8');
  reply.code(303).send(NO_CHROMIUM as never);
}

const NOT_FOUND = 'There is no such proposal, or it is not yours to read.';
const NO_CHROMIUM =
  'No PDF can be made here, since there is no Chromium; the page that you are sent to prints as one.\n';

const FAULTS = {
  busy: (id: string) => refusalBody('BUSY', 'Many papers are being printed; ask again in a few seconds.', id),
  'not-ready': (id: string) =>
    refusalBody('NOT_READY', 'The page did not come together in time; ask again, or print it from the browser.', id),
};
