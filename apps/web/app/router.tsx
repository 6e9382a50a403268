// The router over the table of addresses. Waiting, failing and finding nothing look the same on every route.
import { createRouter } from '@tanstack/react-router';
import { ProgressLine } from '../ui/progress-line.js';
import { FailedPage, NothingPage } from './pages.js';
import { routes } from './routes.js';
import { parseSearch, stringifySearch } from './search-params.js';
import { appWords } from './words.js';

export const router = createRouter({
  routeTree: routes,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <ProgressLine label={appWords.loading} />,
  defaultErrorComponent: () => <FailedPage />,
  defaultNotFoundComponent: NothingPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
