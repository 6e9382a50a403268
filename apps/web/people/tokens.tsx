// Somebody’s access tokens: what each is for, until when, who issued it; revoking them.
import { useState } from 'react';
import { Loaded } from '../app/loaded.js';
import { useCommand } from '../app/use-command.js';
import type { ResultOf } from '../gql/graphql.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { revokeToken } from './access.commands.js';
import { tokensQuery, type Token } from './access.query.js';
import { FinalAct } from './final-act.js';
import { IssueToken } from './issue-token.js';
import { accessWords } from './people.words.js';
import { tokenState } from './token-states.js';
import { useAll } from '../app/use-all.js';

interface Whose {
  person: { id: string; displayName: string };
  isMe: boolean;
  mayIssue: boolean;
}

const pageOf = ({ accessTokens }: ResultOf<typeof tokensQuery>) => accessTokens;

export function Tokens({ person, isMe, mayIssue }: Whose) {
  const variables = { personId: isMe ? undefined : person.id };
  const query = useAll({ query: tokensQuery, variables, pageOf, typename: 'AccessToken' });
  const [now] = useState(() => new Date());
  return (
    <Section
      title={accessWords.tokensTitle}
      id="tokens"
      actions={mayIssue && <IssueToken person={person} isMe={isMe} />}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{accessWords.noTokens}</p>
          ) : (
            <Table
              caption={accessWords.tokensTitle}
              isCaptionUnseen
              columns={columnsAt(now)}
              rows={items}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

const columnsAt = (now: Date): Column<Token>[] => [
  { key: 'label', heading: accessWords.label, cell: ({ label }) => <Plain text={label} /> },
  {
    ...{ key: 'may', heading: accessWords.may },
    cell: ({ scopes }) => (scopes.includes('write') ? accessWords.readWrite : accessWords.readOnly),
  },
  { key: 'state', heading: accessWords.state, cell: token => <StatusMark state={tokenState(token, now)} /> },
  { key: 'issued', heading: accessWords.issued, cell: ({ createdAt }) => <DateText at={createdAt} /> },
  {
    ...{ key: 'by', heading: accessWords.issuedBy },
    cell: ({ issuedBy }) => (issuedBy ? <PersonRef person={issuedBy} /> : accessWords.unknown),
  },
  { key: 'expires', heading: accessWords.expires, cell: ({ expiresAt }) => <DateText at={expiresAt} isRelative /> },
  {
    ...{ key: 'revoke', heading: accessWords.revoke, isAct: true },
    cell: token => token.revokedAt === null && <Revoke token={token} />,
  },
];

function Revoke({ token: { id, label } }: { token: Token }) {
  const revoke = useCommand(revokeToken);
  return (
    <FinalAct
      button={accessWords.revoke}
      about={label}
      title={accessWords.revokeTitle(label)}
      follows={<p>{accessWords.revokeFollows}</p>}
      confirm={accessWords.revokeIt}
      cancel={accessWords.keep}
      act={() => revoke.run({ tokenId: id })}
      command={revoke}
    />
  );
}
