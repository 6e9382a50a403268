// The page on which somebody chooses who they are, and what their choice leads to.
import type { IncomingMessage } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Page } from '#pages';
import type { DemonstrationPerson } from './people.js';
import { SESSION } from './settings.js';
import { gonePage, signInPage } from './sign-in-page.js';

type Context = Pick<
  KoaContextWithOIDC,
  'path' | 'method' | 'host' | 'get' | 'set' | 'status' | 'body' | 'req' | 'res' | 'respond'
>;

const PLACE = /^\/choose\/[\w-]{1,64}$/;

/** Stands before the protocol's own routes. Nobody gets in under another name for this machine. */
export const choosing =
  (provider: Provider, issuer: string, people: () => DemonstrationPerson[]) =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (ctx.host !== new URL(issuer).host) return show(ctx, 400, gonePage());
    forgetWhoItWas(ctx.req);
    if (!PLACE.test(ctx.path)) return next();
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction || ctx.path !== `/choose/${interaction.uid}`) return show(ctx, 400, gonePage());
    const client = new URL(String(interaction.params['redirect_uri'])).origin;
    const asking = signInPage(people(), ctx.path, client);
    if (ctx.method !== 'POST') return show(ctx, 200, asking);
    const persona = new URLSearchParams(await readBody(ctx.req)).get('person');
    const chosen = ctx.get('origin') === issuer && people().find(person => person.persona === persona);
    if (!chosen) return show(ctx, 400, asking);
    ctx.respond = false;
    await provider.interactionFinished(ctx.req, ctx.res, {
      login: { accountId: chosen.persona, remember: false },
      consent: {},
    });
  };

/** The demonstration is there to be tried as one person after another: everybody is asked each time. */
function forgetWhoItWas({ headers }: IncomingMessage): void {
  const kept = (headers.cookie ?? '').split('; ').filter(pair => !pair.startsWith(SESSION));
  headers.cookie = kept.join('; ');
}

function show(ctx: Context, status: number, { content, headers }: Page): void {
  ctx.status = status;
  ctx.set(headers);
  ctx.body = content;
}

const longest = 1_024;

/** Of a form with one field; what is longer is none of ours. */
async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > longest) return '';
  }
  return body;
}
