// The variables of signing in: where people reach us, which OpenID provider knows them, and how long a session lasts.
import { z } from 'zod';
import { port, text, variable, wholeNumber } from './variable.js';

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Plain HTTP is for this machine only: elsewhere whoever listens in has the session. */
function isSafe(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, search, hash } = new URL(value);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  return isPrivate && `${username}${search}${hash}` === '';
}

const address = z.string().refine(isSafe, { abort: true });
const origin = address.refine(value => new URL(value).pathname === '/').transform(value => new URL(value).origin);

export const signingIn = {
  PUBLIC_URL: variable({
    means:
      'Where browsers reach Assent. People return there from signing in, and requests with their session are taken from its pages only.',
    takes: 'an address without a path, such as https://assent.example.govt.nz; http only on this machine',
    unset: '`http://127.0.0.1` and the port on which the api listens',
    schema: origin.optional(),
    readBy: ['api', 'operator'],
  }),
  OIDC_ISSUER: variable({
    means: 'Your OpenID provider, which people sign in with: its issuer, as its tokens name it.',
    takes: 'an address such as https://login.example.govt.nz; http only on this machine',
    unset: 'people sign in with the demonstration’s provider where that is started, else nobody does',
    schema: address.optional(),
    needs: 'OIDC_CLIENT_ID',
    readBy: ['launcher', 'api', 'operator'],
  }),
  OIDC_CLIENT_ID: variable({
    means: 'What your provider calls Assent.',
    takes: 'some text',
    unset: 'needed with `OIDC_ISSUER`',
    schema: text.optional(),
    readBy: ['launcher', 'api', 'provider', 'operator'],
    neededBy: ['provider'],
  }),
  OIDC_CLIENT_SECRET: variable({
    means: 'The secret that your provider gave to Assent.',
    takes: 'some text',
    unset: 'that of `OIDC_CLIENT_SECRET_FILE`; without either Assent is a public client, which is held by PKCE alone',
    schema: text.optional(),
    readBy: ['api'],
    isSecret: true,
  }),
  OIDC_CLIENT_SECRET_FILE: variable({
    means: 'A file that holds it.',
    takes: 'the path of a file',
    unset: '`OIDC_CLIENT_SECRET` is used',
    schema: text.optional(),
    readBy: ['api', 'provider'],
    neededBy: ['provider'],
  }),
  SESSION_IDLE_MINUTES: variable({
    means: 'After how many minutes without a request a session ends.',
    ...wholeNumber(1, 1_440, 30),
    readBy: ['api'],
  }),
  SESSION_HOURS: variable({
    means: 'After how many hours a session ends in any case.',
    ...wholeNumber(1, 168, 12),
    readBy: ['api'],
  }),
  FRESH_SIGN_IN_MINUTES: variable({
    means:
      'How many minutes ago somebody has to have shown who they are when they sign off, decide, erase, or change roles, tokens or identities.',
    ...wholeNumber(1, 1_440, 15),
    readBy: ['api'],
  }),
  ASSENT_PROVIDER: variable({
    means:
      'Whether the demonstration’s OpenID provider is started, on this machine only. Whoever reaches it signs in as any person of the demonstration.',
    takes: '1 or true, 0 or false',
    unset: 'started with the demonstration outside production. With `OIDC_ISSUER` never',
    schema: z
      .enum(['0', '1', 'true', 'false'])
      .transform(value => value === '1' || value === 'true')
      .optional(),
    readBy: ['launcher', 'operator'],
  }),
  PROVIDER_PORT: variable({
    means: 'The port of that provider, on 127.0.0.1.',
    ...port,
    unset: 'the one after `PORT` at the first start, or one that is free; the same again from then on',
    schema: port.schema.optional(),
    otherThan: 'PORT',
    readBy: ['launcher', 'provider'],
    neededBy: ['provider'],
  }),
};
