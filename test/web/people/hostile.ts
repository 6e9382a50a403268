// What somebody might paste: a formula for a spreadsheet, a page of their own, signs that nobody sees.
import type { OpenApi } from '../../harness/index.js';

/** Zero-width space, left-to-right mark, Arabic letter mark, word joiner, byte order mark: in a text, as they may be. */
export const unseen = '\u200B\u200E\u061C\u2060\uFEFF';
/** They turn the direction of writing, so that a text reads as another: no text may hold them. */
export const turning = ['\u202E', '\u2066', '\u2067', '\u2068', '\u2069'] as const;

/** Begins as a formula does. */
export const hostile =
  `=cmd|' /C calc'!A1 <img src=x onerror="document.body.dataset.owned=1"><script>document.body.dataset.owned=1</script>` +
  `<marquee>Approved</marquee> seen${unseen}.`;
/** As far as the first hidden sign. */
export const seen = hostile.slice(0, hostile.indexOf(unseen));

/** Markdown that would like to be more: links that do something, pictures that report who reads, a page within the page. */
const hostileMarkdown = [
  '[press](javascript:document.body.dataset.owned=1) <javascript:document.body.dataset.owned=1>',
  '[press](data:text/html,<script>1</script>) ![](https://evil.example/pixel.gif)',
  '<iframe srcdoc="<script>parent.document.body.dataset.owned=1</script>"></iframe>',
  '# Approved',
  '> '.repeat(200),
  '*'.repeat(10_000),
].join('\n\n');

export const comment = (api: OpenApi, proposalId: string) =>
  api.as('analyst_2').do('comment', { proposalId, body: `${hostile}\n\n${hostileMarkdown}`, audience: 'PARTNERS' });
