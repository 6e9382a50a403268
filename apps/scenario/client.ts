// Speaks GraphQL over HTTP as the people of the case, each with an access token of their own.
// Whatever the server does, an answer comes back as a value: nothing here throws because of the product.
import { viewerQuery } from './documents.js';

/** What GraphQL or HTTP itself refused, or that no answer came. `code` is the server's own word where it gave one. */
export interface Rejection {
  code: string;
  message: string;
  status?: number;
}

export type Data = Record<string, unknown>;
export type Answer = { data: Data; rejected?: undefined } | { rejected: Rejection; data?: undefined };
export type Variables = Record<string, unknown>;

export interface Viewer {
  id: string;
  organisationId: string;
}

/** How long the player waits for one answer, in milliseconds. */
const patience = 60_000;
const retriesWhenBusy = 5;

export class Client {
  private readonly endpoint: string;
  private readonly viewers = new Map<string, Viewer>();

  constructor(
    url: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {
    this.endpoint = `${url.replace(/\/+$/, '').replace(/\/graphql$/, '')}/graphql`;
  }

  async ask(persona: string, query: string, variables: Variables = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    try {
      const response = await this.post(persona, body);
      return toAnswer(response.status, await response.text());
    } catch (error) {
      return { rejected: { code: 'NO_ANSWER', message: `${this.endpoint} did not answer: ${reason(error)}.` } };
    }
  }

  /** Who this persona is for the product; undefined when the product does not say. Asked once for each persona. */
  async viewer(persona: string): Promise<Viewer | undefined> {
    const known = this.viewers.get(persona);
    if (known) return known;
    const { data } = await this.ask(persona, viewerQuery);
    const person = (data?.viewer as { person?: { id: string; organisation: { id: string } } } | undefined)?.person;
    if (!person) return undefined;
    const viewer = { id: person.id, organisationId: person.organisation.id };
    this.viewers.set(persona, viewer);
    return viewer;
  }

  private async post(persona: string, body: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.tokens.get(persona) ?? ''}` };
    for (let attempt = 1; ; attempt += 1) {
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(this.endpoint, { method: 'POST', headers, body, signal });
      if (response.status !== 429 || attempt > retriesWhenBusy) return response;
      await response.text();
      await pause(response.headers.get('retry-after'));
    }
  }
}

/** A busy server says in seconds when to come back; a minute is the most that the player waits. */
async function pause(retryAfter: string | null): Promise<void> {
  const seconds = Math.min(Math.max(Number(retryAfter ?? 1) || 1, 0), 60);
  await new Promise(resolve => setTimeout(resolve, seconds * 1000));
}

function toAnswer(status: number, text: string): Answer {
  const body = parsed(text);
  const first = body?.errors?.[0];
  const data = body?.data ?? undefined;
  const somethingCame = data && Object.values(data).some(value => value !== null);
  if (data && (somethingCame || !first)) return { data };
  const code = first?.extensions?.code ?? `HTTP_${status}`;
  return { rejected: { code, message: first?.message ?? `The server answered with status ${status}.`, status } };
}

interface GraphqlBody {
  data?: Data | null;
  errors?: { message?: string; extensions?: { code?: string } }[];
}

function parsed(text: string): GraphqlBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** fetch says only "fetch failed"; why it failed stands in the cause. */
function reason(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { message?: string; code?: string } };
  return cause?.message || cause?.code || message;
}
