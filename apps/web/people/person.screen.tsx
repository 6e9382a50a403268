// One person: their roles with their periods, how they come in, and what an administrator can change of it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { Plain } from '../ui/plain.js';
import { organisationKinds } from '../words/states.js';
import { Identities } from './identities.js';
import { peopleWords, personWords } from './people.words.js';
import { personQuery, type Assignment, type Shown } from './person.query.js';
import { Roles } from './roles.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

const route = getRouteApi('/shell/people/$id');

export function PersonScreen() {
  const { id } = route.useParams();
  const [query] = useQuery({ query: personQuery, variables: { id } });
  return (
    <Loaded query={query} isScreen>
      {({ node, roleHistory }) =>
        node && 'displayName' in node ? (
          <Person person={node} assignments={roleHistory.edges.map(edge => edge.node)} />
        ) : (
          <NothingPage />
        )
      }
    </Loaded>
  );
}

function Person({ person, assignments }: { person: Shown; assignments: readonly Assignment[] }) {
  const session = useSession();
  const isMe = session.person.id === person.id;
  const isManaged = session.has('administrator');
  return (
    <Screen
      title={person.displayName}
      over={<Link to="/people">{peopleWords.title}</Link>}
      lead={<Lead person={person} isMe={isMe} />}
    >
      <Roles person={person} assignments={assignments} isMe={isMe} />
      {(isMe || isManaged) && (
        <>
          <Sessions person={person} isMe={isMe} />
          <Identities person={person} isManaged={isManaged} />
          <Tokens person={person} isMe={isMe} mayIssue={isMe ? session.roles.length > 0 : isManaged} />
        </>
      )}
    </Screen>
  );
}

const Lead = ({ person: { organisation }, isMe }: { person: Shown; isMe: boolean }) => (
  <>
    <Plain text={organisation.name} />, {organisationKinds[organisation.kind]}. {isMe && personWords.you}
  </>
);
