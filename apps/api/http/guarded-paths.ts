// Where the API is: the paths that need a token, as their routes are written.
export const GRAPHQL_PATH = '/graphql';
export const RECEIPT_PATH = '/receipts/:entryId';

export const GUARDED_PATHS: ReadonlySet<string | undefined> = new Set([GRAPHQL_PATH, RECEIPT_PATH]);
