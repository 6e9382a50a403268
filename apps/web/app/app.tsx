// Everything around the screens: who is here, how to reach the api, where we are.
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { Provider } from 'urql';
import { client } from './client.js';
import { router } from './router.js';

export function App() {
  return (
    <I18nProvider locale="en-NZ">
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </I18nProvider>
  );
}
