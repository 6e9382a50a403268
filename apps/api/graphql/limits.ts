// How much one request may ask for. These numbers are promises to programs outside: any query within them is served.

export const LIMITS = {
  /** Levels of fields, the root field being the first. Fragments are no level of their own. */
  depth: 12,
  /** The same below `__schema`, where the introspection query of ordinary tools goes 15 levels deep. */
  introspectionDepth: 20,
  /** Aliases of one operation, those on `__typename` and those repeated by fragments included. */
  aliases: 15,
  /** Directives of one operation, counted like aliases. More than 2,000 tokens can write: only fragments spread over and over exceed it. */
  directives: 1_000,
  /** Tokens of the whole document, as graphql-js counts them: comments, commas and blanks are none. */
  tokens: 2_000,
  /** Mutation fields of one operation: one command, one transaction, one receipt. */
  mutations: 1,
  /** Bytes of a request's body: 256 KB. */
  bodyBytes: 262_144,
  /** Elements of one page. */
  page: 100,
} as const;
