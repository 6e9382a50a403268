// Giving somebody a role: which, where, from when to when, and what will follow, in words, before it is done.
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../app/use-command.js';
import { Button } from '../ui/button.js';
import { dayText } from '../ui/dates.js';
import { dayAfter, startOfDay } from '../ui/days.js';
import { Note } from '../ui/note.js';
import { Select } from '../ui/select.js';
import { DateField } from '../ui/date-field.js';
import { roleDeeds } from '../words/role-deeds.js';
import { roleWords, type Role } from '../words/roles.js';
import { FormDialog } from './form-dialog.js';
import classes from './people.module.css';
import { assignRole } from './people.commands.js';
import { organisationsOfDirectory } from './people.query.js';
import { personWords } from './people.words.js';
import type { Shown } from './person.query.js';

interface Given {
  role: Role | null;
  organisationId: string;
  /** Days; empty for none, undefined for what is written and is no day. */
  from: string | undefined;
  until: string | undefined;
  isTried: boolean;
}

const roles = (Object.keys(roleWords) as Role[]).map(value => ({ value, label: roleWords[value] }));

export function AssignRole({ person, isMe }: { person: Shown; isMe: boolean }) {
  if (isMe) return <Button why={personWords.notOneself}>{personWords.assign}</Button>;
  return <AssignForm person={person} />;
}

function AssignForm({ person }: { person: Shown }) {
  const assign = useCommand(assignRole);
  const blank: Given = { role: null, organisationId: person.organisation.id, from: '', until: '', isTried: false };
  const [given, set] = useState(blank);
  const send = async () => {
    set({ ...given, isTried: true });
    const { role, organisationId, from, until } = given;
    if (!role || from === undefined || until === undefined) return undefined;
    return assign.run({ personId: person.id, role, organisationId, ...periodOf(from, until) });
  };
  const role = given.role && roleWords[given.role].toLowerCase();
  return (
    <FormDialog
      button={personWords.assign}
      send={role ? personWords.give(role) : personWords.assign}
      onSend={send}
      onReset={() => set(blank)}
      command={assign}
    >
      <Fields person={person} given={given} put={part => set({ ...given, ...part })} />
    </FormDialog>
  );
}

/** The last day that somebody chooses still counts. */
const periodOf = (from: string, until: string) => ({
  ...(from && { from: startOfDay(from) }),
  ...(until && { until: startOfDay(dayAfter(until)) }),
});

interface FieldsOfRole {
  person: Shown;
  given: Given;
  put: (part: Partial<Given>) => void;
}

function Fields({ person, given, put }: FieldsOfRole) {
  const [{ data }] = useQuery({ query: organisationsOfDirectory });
  const organisations = data?.organisations ?? [person.organisation];
  const organisation = organisations.find(({ id }) => id === given.organisationId)?.name ?? '';
  return (
    <>
      <Select
        label={personWords.role}
        options={roles}
        value={given.role}
        onChange={role => put({ role })}
        error={given.isTried && given.role === null ? personWords.roleMissing : undefined}
      />
      <Select
        label={personWords.organisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        value={given.organisationId}
        onChange={organisationId => put({ organisationId })}
      />
      <Period given={given} put={put} />
      <Note>
        <Follows name={person.displayName} organisation={organisation} given={given} />
      </Note>
    </>
  );
}

const Period = ({ given: { from, until }, put }: Omit<FieldsOfRole, 'person'>) => (
  <div className={classes.pair}>
    <DateField
      label={personWords.fromDay}
      description={personWords.fromHelp}
      value={from ?? ''}
      onChange={next => put({ from: next })}
    />
    <DateField
      label={personWords.untilDay}
      description={personWords.untilHelp}
      value={until ?? ''}
      onChange={next => put({ until: next })}
    />
  </div>
);

function Follows({ name, organisation, given }: { name: string; organisation: string; given: Given }) {
  const { role, from, until } = given;
  if (role === null) return <p>{personWords.chooseRole}</p>;
  const when = [
    from ? personWords.beginning(dayText(new Date(from))) : personWords.atOnce,
    until ? personWords.ending(dayText(new Date(until))) : personWords.openEnd,
  ].join(', ');
  return (
    <div aria-live="polite" className={classes.follows}>
      <strong>{personWords.assignFollows}</strong>
      <p>
        {personWords.willHold(name, roleWords[role].toLowerCase(), organisation)}, {when}.
      </p>
      <ul>
        {roleDeeds[role].map(deed => (
          <li key={deed}>{deed}</li>
        ))}
      </ul>
      <p>{personWords.recorded}</p>
    </div>
  );
}
