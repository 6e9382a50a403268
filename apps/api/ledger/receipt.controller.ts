// A receipt as a plain download: the proof file alone, for whoever made the entry or may read it to the byte.
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { STATEMENT_PRICE } from '../graphql/cost.js';
import { payFor } from '../graphql/limit-guard.js';
import { refusal } from '../graphql/refusals.js';
import { RECEIPT_PATH } from '../http/file-paths.js';
import { PLAIN_REQUESTS, type PlainRequests } from '../identity/plain-requests.js';
import { findReceipt } from './receipt-file.js';

interface Answering {
  headers(headers: Record<string, string>): unknown;
}

const unknownEntry = () =>
  refusal('NOT_FOUND', 'There is no receipt for you under this id; it is that of an entry that you made.', 404);

const unsealed = () =>
  refusal('NOT_SEALED', 'The entry is recorded, and not sealed yet; that takes seconds. Ask again.', 409);

@Controller()
export class ReceiptController {
  constructor(@Inject(PLAIN_REQUESTS) private readonly requests: PlainRequests) {}

  @Get(RECEIPT_PATH)
  async download(
    @Param('entryId') entryId: string,
    @Req() request: object,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<string> {
    return this.requests.serve(request, async context => {
      payFor(STATEMENT_PRICE, context.account);
      const receipt = await findReceipt(context, entryId);
      if (!receipt) throw unknownEntry();
      const { text, fileName } = receipt;
      if (typeof text !== 'string') throw unsealed();
      reply.headers({
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      });
      return text;
    });
  }
}
