// Asks the product in GraphQL; whatever is not the answer that was wanted is an Error.

/** `client` of http-client.mjs. Throws for every refusal: of HTTP, of GraphQL, and a Problem of a command. */
export async function ask(client, token, query, variables) {
  const { status, body } = await client.post('/graphql', token, JSON.stringify({ query, variables }));
  const answer = JSON.parse(body);
  if (status !== 200 || answer.errors) throw new Error(`HTTP ${status}: ${body.slice(0, 500)}`);
  return answer.data;
}

const inputOf = mutation => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

const mutation = name => `
mutation Do($input: ${inputOf(name)}!) {
  result: ${name}(input: $input) {
    ... on Receipt { commandId replayed proposal { id version state } entries { id type sequence hash payload } }
    ... on Problem { kind code message path blockers { code message subject } }
  }
}`;

const mutations = new Map();

/** Sends a command; resolves with its receipt. */
export async function command(client, token, name, input) {
  const known = mutations.get(name) ?? mutation(name);
  mutations.set(name, known);
  const { result } = await ask(client, token, known, { input });
  if (!result.proposal) throw new Error(`${name} was refused: ${JSON.stringify(result).slice(0, 500)}`);
  return result;
}

export const listQuery = `
query List {
  proposals(first: 50) {
    edges {
      cursor
      node {
        id reference title state tier version updatedAt
        signOffs { key title status finding at onRevision }
        decision { outcome at onRevision }
        author { displayName }
        leadOrganisation { name }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
