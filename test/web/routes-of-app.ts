// Every address of the app, read from app/routes.ts, so that no screen is forgotten where each has to be looked at.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../apps/web/app/routes.ts', import.meta.url));
const route = /const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*(?:id|path): '([^']*)'/g;

/** Such as `/proposals/$reference/review`. A route that only frames others is its index’s address. */
export function routesOfApp(): string[] {
  const text = readFileSync(file, 'utf8');
  const found = new Map(
    [...text.matchAll(route)].map(([, name = '', parent = '', path = '']) => [name, { parent, path }]),
  );
  const whole = (name: string): string => {
    const { parent, path } = found.get(name) ?? { parent: '', path: '' };
    return parent === '' ? '' : `${whole(parent)}${path.startsWith('/') ? path : ''}`.replace(/\/+/g, '/');
  };
  const declared = text.match(/= createRoute\(/g)?.length ?? 0;
  if (found.size !== declared)
    throw new Error(`Of ${declared} routes of app/routes.ts only ${found.size} could be read.`);
  const paths = [...found].filter(([, { path }]) => path.startsWith('/')).map(([name]) => whole(name));
  return [...new Set(paths.map(path => path.replace(/(?<=.)\/$/, '')))];
}
