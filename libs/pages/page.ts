// The few pages that are shown to people who have not signed in: plain HTML in the product's look, without a script.
import { createHash } from 'node:crypto';
import { html, type Html } from './html.js';

export interface PageContent {
  title: string;
  body: Html;
}

export interface Page {
  content: string;
  headers: Record<string, string>;
}

/** The colours and sizes are those of apps/web/ui/tokens.css: a page has to look the same on both sides of the door. */
const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(oklch(0.988 0.003 95), oklch(0.195 0.006 120)); --sunk: light-dark(oklch(0.962 0.005 95), oklch(0.255 0.008 120));
  --ink: light-dark(oklch(0.235 0.012 120), oklch(0.94 0.005 95)); --soft: light-dark(oklch(0.455 0.014 110), oklch(0.76 0.01 100));
  --rule: light-dark(oklch(0.895 0.006 95), oklch(0.335 0.009 120)); --edge: light-dark(oklch(0.61 0.012 100), oklch(0.6 0.012 110));
  --accent: light-dark(oklch(0.43 0.085 165), oklch(0.8 0.1 165)); --on-accent: light-dark(oklch(1 0 0), oklch(0.2 0.03 165));
  --focus: light-dark(oklch(0.5 0.16 255), oklch(0.82 0.11 240));
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, "Noto Sans", "Segoe UI", sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; }
header { border-bottom: 1px solid var(--rule); font-weight: 600; margin-bottom: 2rem; padding-bottom: .75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { border-bottom: 1px solid var(--rule); font-size: 1rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; }
p, dl { margin: 0 0 1rem; max-width: 36rem; }
dt { color: var(--soft); }
dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
code { background: var(--sunk); border-radius: 4px; font: .9375rem ui-monospace, "Noto Sans Mono", monospace; padding: .125rem .25rem; }
a { color: var(--accent); }
ul { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); list-style: none; margin: 0; padding: 0; }
button, .button { background: var(--accent); border: 1px solid var(--accent); border-radius: 4px; color: var(--on-accent); cursor: pointer; display: inline-block; font: inherit; padding: .5rem 1rem; text-decoration: none; }
li button { background: transparent; border-color: var(--edge); color: var(--ink); display: block; height: 100%; padding: .625rem .75rem; text-align: start; width: 100%; }
li button:hover { background: var(--sunk); border-color: var(--accent); }
li button span { color: var(--soft); display: block; font-size: .9375rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (forced-colors: active) { button, .button { border: 1px solid; } }
`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** `formsGoTo` are origins, besides our own, that a form of this page may lead to. */
export function page({ title, body }: PageContent, formsGoTo: readonly string[] = []): Page {
  const { text } = html`<!doctype html>
    <html lang="en-NZ">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Assent</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
    </html>`;
  const { text: rest } = html`</head>
<body><header>Assent</header><main><h1>${title}</h1>
${body}
</main></body></html>
`;
  const formAction = ["'self'", ...formsGoTo].join(' ');
  return {
    content: `${text}<style>${style}</style>${rest}`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src ${styleHash}; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
      // With `no-referrer` its forms would not say that they come from here.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  };
}
