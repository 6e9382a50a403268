// What a sentence of the history calls the people and questions that its entry knows by their ids. Where nothing is known, they go
// without a name.
import { useQuery } from 'urql';
import { useAll } from '../app/use-all.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import { concernsSomebody } from './sentence-of.js';
import type { Named, Told } from './sentence-of.js';

const questionsQuery = graphql(`
  query QuestionTitles {
    catalogue {
      version
      questions {
        id
        title
      }
    }
  }
`);

const peopleQuery = graphql(`
  query PeopleNamed($after: String) {
    people(first: 100, after: $after) {
      edges {
        node {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const pageOf = ({ people }: ResultOf<typeof peopleQuery>) => people;

/** People are asked for only where an entry is about one of them. */
export function useNaming(entries: readonly Told[]): Named {
  const [{ data }] = useQuery({ query: questionsQuery });
  const isOfPeople = entries.some(concernsSomebody);
  const people = useAll({ query: peopleQuery, variables: {}, pageOf, typename: 'Person' }, !isOfPeople);
  return {
    question: id => data?.catalogue.questions.find(question => question.id === id)?.title,
    person: id => people.data?.items.find(person => person.id === id)?.displayName,
  };
}
