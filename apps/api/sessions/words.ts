// What is said to people at the door: pages that they see before we know them, or because we cannot.
import { html, type PageContent } from '#pages';
import type { ClaimedIdentity } from '#store';
import { retryAfter } from '../graphql/refusals.js';

const again = (returnTo = '/') =>
  html`<p><a class="button" href="/sign-in?return=${encodeURIComponent(returnTo)}">Sign in</a></p>`;
const quote = (id: string) => html`<p>If you ask somebody about it, quote this id: <code>${id}</code></p>`;

export const signedOut = (): PageContent => ({
  title: 'You are signed out',
  body: html`<p>Your session here has ended. You may still be signed in with the service that knows you.</p>
    ${again()}`,
});

export const notSetUp = (): PageContent => ({
  title: 'Nobody can sign in here yet',
  body: html`<p>
    Whoever runs this installation has to name an OpenID provider first, by setting <code>OIDC_ISSUER</code>,
    <code>OIDC_CLIENT_ID</code> and <code>PUBLIC_URL</code>. Programs use access tokens and need no provider.
  </p>`,
});

export const providerDown = (returnTo: string, id: string): PageContent => ({
  title: 'The sign-in service does not answer',
  body: html`<p>Nothing is wrong with your account, and nothing of your work is lost. Try again in a few minutes.</p>
    ${again(returnTo)}${quote(id)}`,
});

export const notBegun = (): PageContent => ({
  title: 'This sign-in did not begin here',
  body: html`<p>
      It began in another browser, in another tab, or more than ten minutes ago. Begin again, and you will be taken to
      the sign-in service.
    </p>
    ${again()}`,
});

/** `reason` is a code of ours or of OAuth, never a text of somebody else's. */
export const refused = (reason: string, returnTo: string, id: string): PageContent => ({
  title: 'You are not signed in',
  body: html`<p>The sign-in service did not confirm who you are (<code>${reason}</code>). Nothing was changed.</p>
    ${again(returnTo)}${quote(id)}`,
});

export const unknownIdentity = ({ issuer, subject }: ClaimedIdentity): PageContent => ({
  title: 'Assent does not know you yet',
  body: html`<p>
      You are signed in with the sign-in service, but no person of Assent is linked to you there. Ask an administrator
      of Assent to link you, and send them these two:
    </p>
    <dl>
      <dt>Issuer</dt>
      <dd><code>${issuer}</code></dd>
      <dt>Subject</dt>
      <dd><code>${subject}</code></dd>
    </dl>
    <p>An address of e-mail is not enough, and no account is made by itself.</p>
    ${again()}`,
});

export const noRole = (): PageContent => ({
  title: 'You hold no role now',
  body: html`<p>
      Assent knows you, but none of your roles is in force today. Ask an administrator of Assent to give you one.
    </p>
    ${again()}`,
});

export const somebodyElse = (returnTo: string): PageContent => ({
  title: 'Somebody else signed in',
  body: html`<p>
      You were asked to show again who you are, and the sign-in service named another person. Nothing was changed, and
      the session here is still that of the person before.
    </p>
    <p><a class="button" href="/sign-in?fresh=1&amp;return=${encodeURIComponent(returnTo)}">Try again</a></p>`,
});

export const tooOften = (seconds: number): PageContent => ({
  title: 'Too many attempts',
  body: html`<p>There were too many attempts from your network. Try again in ${retryAfter(seconds)} seconds.</p>`,
});

export const ourFault = (id: string): PageContent => ({
  title: 'Something went wrong on our side',
  body: html`<p>It has been recorded. Try again; nothing was changed.</p>
    ${again()}${quote(id)}`,
});
