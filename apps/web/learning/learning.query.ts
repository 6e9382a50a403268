// What the catalogue holds for learning: principles, guidelines, the workshop with its quiz, and the glossary.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const learningQuery = graphql(`
  query Learning {
    catalogue {
      version
      principles {
        key
        name
        gloss
        asks
        questions
      }
      guidelines {
        key
        name
        gloss
        asks
        questions
      }
      glossary {
        term
        lang
        meaning
        reviewed
      }
      learning {
        title
        intro
        agenda {
          title
          minutes
          body
        }
        whatPeopleSaid {
          theme
          said
        }
        principles {
          key
          words
        }
        quiz {
          id
          question
          options {
            text
            correct
            explanation
          }
        }
        sources {
          title
          url
          note
        }
      }
    }
  }
`);

export type Catalogue = ResultOf<typeof learningQuery>['catalogue'];
export type Quiz = Catalogue['learning']['quiz'];
export type QuizQuestion = Quiz[number];
