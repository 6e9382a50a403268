// With which sign-ins somebody comes in: issuer and subject, and for administrators linking and unlinking them.
import { useState } from 'react';
import { Loaded } from '../app/loaded.js';
import { useCommand } from '../app/use-command.js';
import type { ResultOf } from '../gql/graphql.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { linkIdentity, unlinkIdentity } from './access.commands.js';
import { identitiesQuery, type Identity } from './access.query.js';
import { FinalAct } from './final-act.js';
import { FormDialog } from './form-dialog.js';
import classes from './people.module.css';
import { accessWords } from './people.words.js';
import { useAll } from '../app/use-all.js';

interface Whose {
  person: { id: string; displayName: string };
}

const pageOf = ({ identities }: ResultOf<typeof identitiesQuery>) => identities;

export function Identities({ person, isManaged }: Whose & { isManaged: boolean }) {
  const variables = { personId: person.id };
  const query = useAll({ query: identitiesQuery, variables, pageOf, typename: 'Identity' });
  const shown = isManaged ? [...columns, unlinking] : columns;
  return (
    <Section title={accessWords.identitiesTitle} actions={isManaged && <LinkIdentity person={person} />}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{accessWords.noIdentities}</p>
          ) : (
            <Table caption={accessWords.identitiesLead} columns={shown} rows={items} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Section>
  );
}

const long = (text: string) => (
  <span className={classes.long}>
    <Plain text={text} />
  </span>
);

const columns: Column<Identity>[] = [
  { key: 'issuer', heading: accessWords.issuer, cell: ({ issuer }) => long(issuer) },
  { key: 'subject', heading: accessWords.subject, cell: ({ subject }) => long(subject) },
  {
    ...{ key: 'state', heading: accessWords.state },
    cell: ({ unlinkedAt }) =>
      unlinkedAt ? (
        <StatusMark
          state={{ tone: 'plain', word: accessWords.unlinked }}
          detail={<DateText at={unlinkedAt} withTime />}
        />
      ) : (
        <StatusMark state={{ tone: 'settled', word: accessWords.isLinked }} />
      ),
  },
  { key: 'linked', heading: accessWords.linked, cell: ({ linkedAt }) => <DateText at={linkedAt} withTime /> },
];

const unlinking: Column<Identity> = {
  ...{ key: 'unlink', heading: accessWords.unlink, isAct: true },
  cell: identity => identity.unlinkedAt === null && <Unlink identity={identity} />,
};

function Unlink({ identity: { id, subject } }: { identity: Identity }) {
  const unlink = useCommand(unlinkIdentity);
  return (
    <FinalAct
      button={accessWords.unlink}
      about={subject}
      title={accessWords.unlinkTitle}
      follows={<p>{accessWords.unlinkFollows}</p>}
      confirm={accessWords.unlinkIt}
      cancel={accessWords.keep}
      act={() => unlink.run({ identityId: id })}
      command={unlink}
    />
  );
}

function LinkIdentity({ person }: Whose) {
  const link = useCommand(linkIdentity);
  const [issuer, setIssuer] = useState('');
  const [subject, setSubject] = useState('');
  const [isTried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!issuer || !subject) return undefined;
    return link.run({ personId: person.id, issuer, subject });
  };
  const reset = (): void => {
    setIssuer('');
    setSubject('');
    setTried(false);
  };
  return (
    <FormDialog
      button={accessWords.link}
      send={accessWords.linkIt}
      follows={<p>{accessWords.linkFollows(person.displayName)}</p>}
      onSend={send}
      onReset={reset}
      command={link}
    >
      <TextField
        label={accessWords.issuer}
        value={issuer}
        onChange={setIssuer}
        error={isTried && !issuer ? accessWords.issuerMissing : undefined}
      />
      <TextField
        label={accessWords.subject}
        description={accessWords.subjectHelp}
        value={subject}
        onChange={setSubject}
        error={isTried && !subject ? accessWords.subjectMissing : undefined}
      />
    </FormDialog>
  );
}
