// Fields that a query repeats word for word in one place, such as { name name name }: answered once, so kept once.
// graphql-js compares repeated fields pair by pair and gives up at about a thousand; so a query within our limits is always served.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, print, type SelectionNode, visit } from 'graphql';

/** Works on the parsed document, before it is validated: Apollo has no hook of its own for that place. */
export const plainRepeats: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async parsingDidStart(request) {
        return async () => {
          const parsed = request as { document?: DocumentNode };
          if (parsed.document) parsed.document = withoutPlainRepeats(parsed.document);
        };
      },
    };
  },
};

/** The same document without plain repeats. What has an alias, an argument or a directive stays, and is counted by the limits. */
export function withoutPlainRepeats(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave: node => {
        const selections = firstOfEach(node.selections);
        return selections.length === node.selections.length ? undefined : { ...node, selections };
      },
    },
  });
}

function firstOfEach(selections: readonly SelectionNode[]): SelectionNode[] {
  const seen = new Set<string>();
  return selections.filter(node => {
    if (node.kind !== Kind.FIELD) return true;
    const text = print(node);
    const isRepeat = seen.has(text);
    if (!/[:@]/.test(text)) seen.add(text);
    return !isRepeat;
  });
}
