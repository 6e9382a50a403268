// What administrators do with people, organisations and roles.
import { graphql } from '../gql/graphql.js';
import { problemFields } from '../app/problem.js';

export const addPerson = graphql(
  `
    mutation AddPerson($input: AddPersonInput!) {
      addPerson(input: $input) {
        __typename
        ... on DirectoryReceipt {
          person {
            id
            displayName
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const addOrganisation = graphql(
  `
    mutation AddOrganisation($input: AddOrganisationInput!) {
      addOrganisation(input: $input) {
        __typename
        ... on DirectoryReceipt {
          organisation {
            id
            name
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const assignRole = graphql(
  `
    mutation AssignRole($input: AssignRoleInput!) {
      assignRole(input: $input) {
        __typename
        ... on DirectoryReceipt {
          roleAssignment {
            id
            person {
              id
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const endRole = graphql(
  `
    mutation EndRole($input: EndRoleInput!) {
      endRole(input: $input) {
        __typename
        ... on DirectoryReceipt {
          roleAssignment {
            id
            person {
              id
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
