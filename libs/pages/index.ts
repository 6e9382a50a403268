// Pages for people whom we do not know yet: signing in, and the demonstration's provider.
export { html, type Html } from './html.js';
export { page, type Page, type PageContent } from './page.js';
