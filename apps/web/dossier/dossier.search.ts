// The address of a dossier: `?print=1` opens every section and waits for nobody.
import { textIn, type RawSearch } from '../app/search-params.js';

export interface DossierSearch {
  print?: '1';
}

export const dossierSearch = (raw: RawSearch): DossierSearch => (textIn(raw['print']) === '1' ? { print: '1' } : {});
