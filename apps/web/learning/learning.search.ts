// Which chapters of the learning pages are open: in the address, so that it can be sent and gone back to.
import { severalIn, type RawSearch } from '../app/search-params.js';

export const chapters = ['principles', 'guidelines', 'workshop', 'voices', 'quiz', 'glossary', 'sources'] as const;

export type Chapter = (typeof chapters)[number];

export interface LearningSearch {
  /** Nothing stands for the first chapter alone, `none` for none. */
  open?: (Chapter | 'none')[];
}

const isFirstAlone = (open: readonly string[]): boolean => open.length === 1 && open[0] === chapters[0];

export function learningSearch(raw: RawSearch): LearningSearch {
  const open = severalIn(raw['open'], [...chapters, 'none']);
  return open === undefined ? {} : { open };
}

/** In the order of the page. A link into a chapter opens it. */
export function openChapters({ open = [chapters[0]] }: LearningSearch, hash: string): Chapter[] {
  return chapters.filter(chapter => open.includes(chapter) || chapter === hash);
}

/** The address once these are opened, or folded. */
export function turned(open: readonly Chapter[], isOpen: boolean, ...which: readonly Chapter[]): LearningSearch {
  const now = chapters.filter(chapter => (which.includes(chapter) ? isOpen : open.includes(chapter)));
  if (isFirstAlone(now)) return {};
  return { open: now.length > 0 ? now : ['none'] };
}
