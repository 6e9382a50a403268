// People and the roles they hold, today or at the end of a day.
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { appWords } from '../app/words.js';
import { FileLink } from '../ui/file-link.js';
import { AddOrganisation } from './add-organisation.js';
import { AddPerson } from './add-person.js';
import { PeopleFilters } from './people-filters.js';
import { PeopleList } from './people-list.js';
import { peopleWords } from './people.words.js';

export function PeopleScreen() {
  const { has } = useSession();
  const seesRoles = has('administrator', 'auditor');
  return (
    <Screen title={peopleWords.title} lead={seesRoles ? peopleWords.lead : peopleWords.leadOfOwn} actions={<Actions />}>
      <PeopleFilters seesRoles={seesRoles} />
      <PeopleList seesRoles={seesRoles} />
    </Screen>
  );
}

function Actions() {
  const { has } = useSession();
  return (
    <>
      <FileLink href="/csv/people">{appWords.csv}</FileLink>
      {has('administrator') && (
        <>
          <AddOrganisation />
          <AddPerson />
        </>
      )}
    </>
  );
}
