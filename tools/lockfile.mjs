// What package-lock.json says of the packages that the product needs when it runs, the optional ones of all platforms included.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const read = name => JSON.parse(readFileSync(`${root}${name}`, 'utf8'));

/** Manifest and lockfile without what is for development only. npm's own --omit=dev leaves out what both need. */
export function production() {
  const [manifest, lockfile] = [read('package.json'), read('package-lock.json')];
  delete manifest.devDependencies;
  delete lockfile.packages[''].devDependencies;
  lockfile.packages = Object.fromEntries(Object.entries(lockfile.packages).filter(([, { dev }]) => !dev));
  return { manifest, lockfile };
}

/** Name, version and licence of each, once, in the order of their names. */
export function productionPackages() {
  const all = Object.entries(production().lockfile.packages)
    .filter(([place]) => place !== '')
    .map(([place, { name, version, license }]) => ({
      name: name ?? place.split('node_modules/').at(-1),
      version,
      license,
    }));
  const unique = new Map(all.map(each => [`${each.name}@${each.version}`, each]));
  return [...unique.keys()].sort().map(key => unique.get(key));
}
