// A request that is no GraphQL gets the same context as one that is: who asks and pays is known, nothing is served while erased words are
// back, and what an auditor was shown is recorded before the answer leaves.
import type { RecordReading, Viewer } from '#store';
import { contextOf, type GraphqlContext } from '../graphql/options.js';
import type { contextExtras, RequestContext } from './context.js';
import { recordReadingOf } from './record-auditors.js';

/** The injection token under which the application provides its PlainRequests. */
export const PLAIN_REQUESTS = Symbol('PlainRequests');

export class PlainRequests {
  constructor(
    private readonly extras: ReturnType<typeof contextExtras>,
    private readonly record: RecordReading,
  ) {}

  /** Throws what `work` throws, and a GraphQLError for whoever came around the door or is not served now. */
  async serve<T>(request: object, work: (context: RequestContext) => Promise<T>): Promise<T> {
    const known: GraphqlContext<Viewer> = contextOf(request);
    const context: RequestContext = { ...known, ...this.extras(known) };
    const answer = await work(context);
    await recordReadingOf(context, this.record);
    return answer;
  }
}
