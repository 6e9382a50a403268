// The real api over a store of one's own, in this process: `api.as('analyst').do('draftProposal', input)`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/app.module.js';
import { ErasureGate } from '../../apps/api/erasure/erasure-gate.js';
import type { Fault } from '../../apps/api/graphql/faults.js';
import { createHttpApp, type HttpAppOptions } from '../../apps/api/http/http-app.js';
import { doorPages } from '../../apps/api/sessions/door-pages.js';
import type { AgencyProvider } from '../../apps/api/sessions/agency-provider.js';
import { erasureList, type SessionTimes } from '#store';
import type { Member, PersonaKey } from './cast.js';
import { digestOfDatabase } from './digest.js';
import { openStore, type OpenStore } from './open-store.js';
import { unhindered } from './unhindered.js';
import { visitor, type Visitor } from './visitor.js';

export interface OpenApi {
  app: NestFastifyApplication;
  url: string;
  store: OpenStore;
  /** Where it keeps what is no part of the database. */
  home: string;
  /** What the api logged as a fault of its own. A suite that ends with any here fails. */
  faults: Fault[];
  as(who: PersonaKey | Member): Visitor;
  withToken(token: string): Visitor;
  digest(): Promise<string>;
  close(): Promise<void>;
}

interface Door extends Partial<HttpAppOptions> {
  provider?: AgencyProvider;
  times?: Partial<SessionTimes>;
  chromium?: string;
}

/** As long as anybody needs. */
export const sessionTimes: SessionTimes = { idle: 1_800, longest: 43_200, fresh: 900 };

/** `door` says what is limited, which proxies are believed and who can sign in, for the tests of that. */
export async function openApi({ provider, times: own, chromium, ...door }: Door = {}): Promise<OpenApi> {
  const store = await openStore();
  const faults: Fault[] = [];
  const logFault = (fault: Fault): void => void faults.push(fault);
  const home = mkdtempSync(join(tmpdir(), 'assent-api-'));
  const erasures = new ErasureGate(store.dataSource, erasureList(home));
  await erasures.open();
  const times = { ...sessionTimes, ...own };
  const signingIn = { dataSource: store.dataSource, times, provider };
  const app = await createHttpApp(AppModule.over(erasures, logFault, { times, chromium }), {
    ...{ logFault, logger: false, rates: unhindered, pages: doorPages(signingIn, logFault) },
    ...door,
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const versionOf = async (id: string): Promise<number> => {
    const [row] = await store.database.sql('select version from proposal where id::text = $1', [id]);
    return (row?.['version'] as number | undefined) ?? 1;
  };
  const withToken = (token: string): Visitor => visitor({ url, versionOf }, token);
  return {
    app,
    url,
    store,
    home,
    faults,
    as: who => withToken((typeof who === 'string' ? store.cast.members[who] : who).token),
    withToken,
    digest: () => digestOfDatabase(store.database),
    close: async () => {
      await app.close();
      await store.close();
      rmSync(home, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`The api logged faults: ${JSON.stringify(faults, undefined, 2)}`);
    },
  };
}
