// What was done to a proposal of late, as far as this page knows: the newest entry at each version that it has seen. By it can be
// told what is new, and what somebody missed who acted on an older version.
import { graphql } from '../gql/graphql.js';
import { client } from './client.js';
import { unattended } from './fetch-options.js';
import { knownAt, newsOf, type Before } from './live-news.js';

const newsQuery = graphql(`
  query News($id: ID!) {
    proposal(id: $id) {
      id
      version
    }
    decisionHistory(filter: { proposalId: $id }, first: 10, order: NEWEST_FIRST) {
      edges {
        node {
          id
          commandId
          type
          revision
          payload
          actor {
            id
            displayName
          }
        }
      }
    }
  }
`);

interface Asking {
  proposalId: string;
  /** The id of whoever looks at the screen. */
  me: string;
}

/** Of one proposal at a time: the one on the screen. Oldest first. */
let known: { proposalId: string; marks: Before[] } = { proposalId: '', marks: [] };

/** One after the other, so that nothing is told twice. */
let turn: Promise<unknown> = Promise.resolve();

const inTurn = (read: () => Promise<string | undefined>): Promise<string | undefined> => {
  const next = turn.then(read);
  turn = next;
  return next;
};

/** What others did since it was asked last, in a sentence; undefined the first time, and where there is nothing to say. */
export const latestNews = (asking: Asking): Promise<string | undefined> =>
  inTurn(() => readNews(asking, marks => marks.at(-1)));

/** What others did since the proposal stood at this version. */
export const newsSince = (asking: Asking, version: number): Promise<string | undefined> =>
  inTurn(() => readNews(asking, marks => knownAt(marks, version)));

async function readNews({ proposalId, me }: Asking, since: (marks: readonly Before[]) => Before | undefined) {
  const marks = known.proposalId === proposalId ? known.marks : [];
  const { data } = await client
    .query(newsQuery, { id: proposalId }, { requestPolicy: 'network-only', fetchOptions: unattended })
    .toPromise();
  if (!data?.proposal) return undefined;
  const { version } = data.proposal;
  const entries = data.decisionHistory.edges.map(({ node }) => node);
  const before = since(marks);
  known = { proposalId, marks: [...marks, { entryId: entries[0]?.id, version }] };
  return before && newsOf({ entries, before, version, me });
}
