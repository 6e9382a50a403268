// A person’s roles, what was, is and will be, and for administrators the way to give and end them.
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { roleWords, type Role } from '../words/roles.js';
import { AssignRole } from './assign-role.js';
import { FinalAct } from './final-act.js';
import { endRole } from './people.commands.js';
import { personWords } from './people.words.js';
import type { Assignment, Shown } from './person.query.js';
import { isLastInForce, standingOf, tones } from './role-periods.js';

interface OfPerson {
  person: Shown;
  assignments: readonly Assignment[];
  isMe: boolean;
}

export function Roles({ person, assignments, isMe }: OfPerson) {
  const { has } = useSession();
  // Not when the page was opened: a role that was given just now has begun since.
  const now = new Date();
  const isManaged = has('administrator');
  const isSeen = isMe || isManaged || has('auditor');
  const ending: Column<Assignment> = {
    ...{ key: 'end', heading: personWords.end, isAct: true },
    cell: one =>
      standingOf(one, now) !== 'ended' && (
        <EndRole person={person} assignment={one} isLast={isLastInForce(one, assignments, now)} />
      ),
  };
  return (
    <Section title={personWords.rolesTitle} actions={isManaged && <AssignRole person={person} isMe={isMe} />}>
      {assignments.length > 0 ? (
        <Table
          caption={personWords.rolesTitle}
          isCaptionUnseen
          columns={isManaged ? [...columnsAt(now), ending] : columnsAt(now)}
          rows={assignments}
          keyOf={({ id }) => id}
        />
      ) : (
        <p>{isSeen ? personWords.noRoles : personWords.rolesHidden}</p>
      )}
    </Section>
  );
}

const nameOf = (role: string): string => roleWords[role as Role] ?? role;

const columnsAt = (now: Date): Column<Assignment>[] => [
  { key: 'role', heading: personWords.role, cell: ({ role }) => nameOf(role) },
  { key: 'in', heading: personWords.organisation, cell: ({ organisation }) => <Plain text={organisation.name} /> },
  {
    ...{ key: 'state', heading: personWords.state },
    cell: one => {
      const standing = standingOf(one, now);
      return <StatusMark state={{ tone: tones[standing], word: personWords[standing] }} />;
    },
  },
  { key: 'from', heading: personWords.from, cell: ({ startsAt }) => <DateText at={startsAt} withTime /> },
  {
    ...{ key: 'until', heading: personWords.until },
    cell: ({ endsAt }) => (endsAt ? <DateText at={endsAt} withTime /> : personWords.open),
  },
];

function EndRole({ person, assignment, isLast }: { person: Shown; assignment: Assignment; isLast: boolean }) {
  const end = useCommand(endRole);
  const role = nameOf(assignment.role);
  return (
    <FinalAct
      button={personWords.end}
      about={role}
      title={personWords.endTitle(role)}
      follows={
        <>
          <p>{personWords.endNow(person.displayName, role.toLowerCase())}</p>
          <p>{personWords.endTasks}</p>
          {isLast && <p>{personWords.endLast}</p>}
          <p>{personWords.recorded}</p>
        </>
      }
      confirm={personWords.endIt}
      cancel={personWords.keep}
      act={() => end.run({ assignmentId: assignment.id })}
      command={end}
    />
  );
}
