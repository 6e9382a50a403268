// The sessions of somebody: where they are signed in, and ending them.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { useCommand } from '../app/use-command.js';
import { DateText } from '../ui/date-text.js';
import { Section } from '../ui/section.js';
import { Table, type Column } from '../ui/table.js';
import { endSession, endSessions } from './access.commands.js';
import { sessionsQuery, type OpenSession } from './access.query.js';
import { FinalAct } from './final-act.js';
import { accessWords } from './people.words.js';

interface Whose {
  person: { id: string; displayName: string };
  isMe: boolean;
}

export function Sessions({ person, isMe }: Whose) {
  const [query, again] = useQuery({ query: sessionsQuery, variables: { personId: isMe ? undefined : person.id } });
  const sessions = query.data?.sessions ?? [];
  const askAgain = (): void => again({ requestPolicy: 'network-only' });
  const ending: Column<OpenSession> = {
    ...{ key: 'end', heading: accessWords.endSession, isAct: true },
    cell: session => <EndOne session={session} onDone={askAgain} />,
  };
  return (
    <Section
      title={accessWords.sessionsTitle}
      id="sessions"
      actions={sessions.length > 0 && <EndAll person={person} isMe={isMe} onDone={askAgain} />}
    >
      <Loaded query={query}>
        {data =>
          data.sessions.length === 0 ? (
            <p>{accessWords.noSessions}</p>
          ) : (
            <Table
              caption={accessWords.sessionsLead}
              columns={[...columns, ending]}
              rows={data.sessions}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

const columns: Column<OpenSession>[] = [
  {
    ...{ key: 'which', heading: accessWords.which },
    cell: ({ isCurrent }) => (isCurrent ? accessWords.here : accessWords.elsewhere),
  },
  { key: 'began', heading: accessWords.began, cell: ({ startedAt }) => <DateText at={startedAt} withTime /> },
  { key: 'seen', heading: accessWords.seen, cell: ({ lastSeenAt }) => <DateText at={lastSeenAt} withTime /> },
  {
    ...{ key: 'shown', heading: accessWords.shown },
    cell: ({ authenticatedAt }) => (authenticatedAt ? <DateText at={authenticatedAt} withTime /> : accessWords.unknown),
  },
  { key: 'ends', heading: accessWords.ends, cell: ({ expiresAt }) => <DateText at={expiresAt} withTime /> },
];

function EndOne({ session: { id, isCurrent }, onDone }: { session: OpenSession; onDone: () => void }) {
  const end = useCommand(endSession);
  const act = async () => {
    const ended = await end.run({ sessionId: id });
    if (ended) onDone();
    return ended;
  };
  return (
    <FinalAct
      button={accessWords.endSession}
      about={isCurrent ? accessWords.here : accessWords.elsewhere}
      title={accessWords.endSessionTitle}
      follows={<p>{accessWords.endSessionFollows}</p>}
      confirm={accessWords.endIt}
      cancel={accessWords.keep}
      act={act}
      command={end}
    />
  );
}

function EndAll({ person, isMe, onDone }: Whose & { onDone: () => void }) {
  const end = useCommand(endSessions);
  const act = async () => {
    const ended = await end.run(isMe ? {} : { personId: person.id });
    if (ended) onDone();
    return ended;
  };
  return (
    <FinalAct
      button={isMe ? accessWords.endAll : accessWords.endAllOf}
      title={isMe ? accessWords.endAll : accessWords.endAllOf}
      follows={<p>{isMe ? accessWords.endAllFollows : accessWords.endAllOfFollows(person.displayName)}</p>}
      confirm={accessWords.endIt}
      cancel={accessWords.keep}
      act={act}
      command={end}
    />
  );
}
