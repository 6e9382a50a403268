// The people that were found, each with the roles held at the moment.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../app/loaded.js';
import type { ResultOf } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { endOfDay } from '../ui/days.js';
import { Note } from '../ui/note.js';
import { Plain } from '../ui/plain.js';
import { Table, type Column } from '../ui/table.js';
import { roleWords, type Role } from '../words/roles.js';
import { isWanted, rolesOf, withRoles, type WithRoles } from './people-with-roles.js';
import { peopleQuery, rolesQuery, type HeldRole, type ListedPerson } from './people.query.js';
import { peopleWords } from './people.words.js';
import { useAll } from '../app/use-all.js';
import { usePeopleSearch } from './use-people-search.js';

type Row = WithRoles<ListedPerson, HeldRole>;

const peopleOf = ({ people }: ResultOf<typeof peopleQuery>) => people;
const rolesIn = ({ roleHistory }: ResultOf<typeof rolesQuery>) => roleHistory;

const order = Object.keys(roleWords) as Role[];

export function PeopleList({ seesRoles }: { seesRoles: boolean }) {
  const { search } = usePeopleSearch();
  const [now] = useState(() => new Date().toISOString());
  const { organisation: organisationId, on } = search;
  const people = useAll({ query: peopleQuery, variables: { organisationId }, pageOf: peopleOf, typename: 'Person' });
  const filter = { at: on ? endOfDay(on) : now, ...(organisationId && { organisationId }) };
  const asked = { query: rolesQuery, variables: { filter }, pageOf: rolesIn, typename: 'RoleAssignment' };
  const roles = useAll(asked, !seesRoles);
  const held = roles.data?.items ?? [];
  return (
    <Loaded query={people}>
      {({ items, hasMore }) => (
        <>
          {hasMore && <Limit text={peopleWords.tooMany(items.length)} />}
          {roles.data?.hasMore && <Limit text={peopleWords.tooManyRoles} />}
          <Found
            rows={withRoles(items, held).filter(row => isWanted(row, search))}
            columns={seesRoles ? [...columns, rolesColumn(roles.data?.hasMore === true)] : columns}
          />
        </>
      )}
    </Loaded>
  );
}

const Limit = ({ text }: { text: string }) => (
  <Note tone="waiting">
    <p>{text}</p>
  </Note>
);

function Found({ rows, columns: shown }: { rows: readonly Row[]; columns: readonly Column<Row>[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title={peopleWords.none}>
        <p>{peopleWords.noneHelp}</p>
      </EmptyState>
    );
  return (
    <>
      <Table caption={peopleWords.title} isCaptionUnseen columns={shown} rows={rows} keyOf={({ id }) => id} />
      <p role="status">
        <small>{peopleWords.found(rows.length)}</small>
      </p>
    </>
  );
}

const columns: Column<Row>[] = [
  {
    ...{ key: 'name', heading: peopleWords.name },
    cell: ({ id, displayName }) => (
      <Link to="/people/$id" params={{ id }}>
        <Plain text={displayName} />
      </Link>
    ),
  },
  {
    ...{ key: 'organisation', heading: peopleWords.organisation },
    cell: ({ organisation }) => <Plain text={organisation.name} />,
  },
];

/** Where not all roles were read, none found is no finding. */
const rolesColumn = (isIncomplete: boolean): Column<Row> => ({
  ...{ key: 'roles', heading: peopleWords.roles },
  cell: row =>
    rolesOf(row, order)
      .map(role => roleWords[role])
      .join(', ') || (isIncomplete ? peopleWords.notToldHere : peopleWords.noRole),
});
