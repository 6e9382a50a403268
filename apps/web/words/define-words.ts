// What the app says, in catalogues: one `words.ts` in each folder, English first. A translation is a second catalogue of the same
// shape; what it leaves out is said in English. Texts with something in them are functions, so that every language may order freely.

export type Words = Readonly<Record<string, string | ((...given: never[]) => string)>>;

/** The language of the page. There is one so far; a second needs its catalogues reviewed by people who speak it. */
const language: string = 'en';

export function defineWords<const Catalogue extends Words>(
  english: Catalogue,
  translations: Readonly<Record<string, Partial<Catalogue>>> = {},
): Catalogue {
  return { ...english, ...translations[language] };
}

/** `count(1, 'concern')` is “1 concern”, `count(3, 'concern')` “3 concerns”. */
export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** “a, b and c”. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat('en-NZ', { type: 'conjunction' }).format(items);

/** “a, b, c, d, e and 40 more”: for a line among many, where the whole list stands elsewhere. */
export const listedBriefly = (items: readonly string[], most = 5): string =>
  items.length <= most + 1 ? listed(items) : listed([...items.slice(0, most), `${items.length - most} more`]);
