// What the address of one’s own work says: from where on, where it is more than a page.
import { textIn, type RawSearch } from '../app/search-params.js';

export interface MyWorkSearch {
  /** The cursor of the page before. */
  after?: string;
}

export const myWorkSearch = (raw: RawSearch): MyWorkSearch => ({ after: textIn(raw['after']) });
