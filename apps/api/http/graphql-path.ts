// Where the API is: the one path that needs a token.
export const GRAPHQL_PATH = '/graphql';
