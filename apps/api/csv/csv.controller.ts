// GET /csv/<list>: every list of the web app as a file for spreadsheets.
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Readable } from 'node:stream';
import type { RecordReading } from '#store';
import { GRAPHQL_OPTIONS } from '../graphql/options.js';
import { CSV_PATH } from '../http/file-paths.js';
import type { Reply } from '../http/fastify.js';
import { refusalBody, sendRefusal } from '../http/refusal-body.js';
import type { RequestContext } from '../identity/context.js';
import { refusalFrom } from '../http/refusal-from.js';
import { findList, reportParts } from './lists.js';
import type { Asked } from './read-filter.js';
import { writeList } from './write-list.js';

/** The injection token under which the application provides its RecordReading. */
export const RECORD_READING = Symbol('RecordReading');

interface Request {
  id: string;
  params: { list: string };
  query: Asked;
}

interface FileReply extends Reply {
  headers(all: Record<string, string>): { send(content: Readable): unknown };
}

@Controller()
export class CsvController {
  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    @Inject(GRAPHQL_OPTIONS) private readonly options: ApolloDriverConfig,
    @Inject(RECORD_READING) private readonly record: RecordReading,
  ) {}

  @Get(CSV_PATH)
  async file(@Req() request: Request, @Res() reply: FileReply): Promise<void> {
    const { list: name } = request.params;
    const list = findList(name, [request.query['part']].flat()[0]);
    if (!list) return sendRefusal(reply, 404, refusalBody('NOT_FOUND', THERE_ARE, request.id));
    const context = this.options.context as (request: object) => RequestContext;
    try {
      const { schema } = this.schemaHost;
      const asked = { schema, list, asked: request.query, contextOf: () => context(request), record: this.record };
      const lines = await writeList(asked);
      reply.headers(headersOf(name)).send(Readable.from(this.watched(lines, request.id)));
    } catch (error) {
      const { status, headers, body } = refusalFrom(error, this.options, request.id);
      reply.headers(headers);
      sendRefusal(reply, status, body);
    }
  }

  /** What breaks on the way can only break the file off, which browsers show as a failed download: no file looks whole that is not. */
  private async *watched(lines: AsyncGenerator<string>, correlationId: string): AsyncGenerator<string> {
    try {
      yield* lines;
    } catch (error) {
      refusalFrom(error, this.options, correlationId);
      throw error;
    }
  }
}

const THERE_ARE = `There is no such list. There are proposals, my-work, history, people, and reports with part=${reportParts.join(', ')}.`;

const headersOf = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8; header=present',
  'content-disposition': `attachment; filename="assent-${name}.csv"`,
});
