// The register of published catalogues. A proposal in drafting follows the newest; from submission on it keeps the one it was
// submitted under, so a later version changes nothing in a running proposal.
import { catalogue as version1, type Catalogue } from './load.js';

export const catalogues: readonly Catalogue[] = [version1];

export const newestOf = (published: readonly Catalogue[]): Catalogue => {
  const newest = published.at(-1);
  if (!newest) throw new Error('No catalogue is published.');
  return newest;
};

export const currentCatalogue: Catalogue = newestOf(catalogues);

interface Asked {
  submittedAt?: string;
  catalogue: { version: number; digest: string };
}

/** Throws when the pinned catalogue is not in the register as it was: published versions are never edited. */
export function catalogueFor(proposal?: Asked, published = catalogues): Catalogue {
  if (!proposal?.submittedAt) return newestOf(published);
  const { version, digest } = proposal.catalogue;
  const pinned = published.find(each => each.version === version && each.digest === digest);
  if (!pinned) throw new Error(`The catalogue v${version} (${digest}) is not in the register as it was pinned.`);
  return pinned;
}
