// A browser as far as the door can tell: it keeps cookies by host, follows redirects one by one, and says where a request comes from.

export interface Visit {
  url: string;
  status: number;
  headers: Headers;
  body: string;
}

interface Kept {
  value: string;
  attributes: string;
}

export class Browser {
  /** By origin: the real ones do not tell ports apart, and the tests look at what is set for whom. */
  readonly jars = new Map<string, Map<string, Kept>>();

  jarOf(url: string): Map<string, Kept> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, Kept>();
    this.jars.set(origin, jar);
    return jar;
  }

  cookieOf(url: string, name: string): string | undefined {
    return this.jarOf(url).get(name)?.value;
  }

  async visit(url: string, init: RequestInit = {}): Promise<Visit> {
    const jar = this.jarOf(url);
    const cookie = [...jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(set) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(attributes)) jar.delete(name);
      else jar.set(name, { value, attributes });
    }
    return { url, status: response.status, headers: response.headers, body: await response.text() };
  }

  /** Follows redirects; `at` looks at each address before it is visited and may change it, or stop by answering nothing. */
  async follow(url: string, at: (next: string) => string | undefined = next => next): Promise<Visit> {
    let visit = await this.visit(url);
    for (let hops = 0; hops < 12; hops += 1) {
      const location = visit.headers.get('location');
      if (!location) return visit;
      const next = at(new URL(location, visit.url).href);
      if (next === undefined) return visit;
      visit = await this.visit(next);
    }
    throw new Error(`There is no end to the redirects from ${url}.`);
  }

  /** A command of GraphQL from a page of ours. */
  async ask(api: string, query: string, variables: object = {}, headers: Record<string, string> = {}) {
    const { origin } = new URL(api);
    const { status, body } = await this.visit(`${api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status, ...(JSON.parse(body) as { data?: Record<string, any>; errors?: any[] }) };
  }
}

export const withParameter = (url: string, name: string, value: string | undefined): string => {
  const changed = new URL(url);
  if (value === undefined) changed.searchParams.delete(name);
  else changed.searchParams.set(name, value);
  return changed.href;
};
