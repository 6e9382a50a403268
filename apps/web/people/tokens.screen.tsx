// My access tokens, and the browsers in which I am signed in.
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { accessWords } from './people.words.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

export function TokensScreen() {
  const { person, roles } = useSession();
  return (
    <Screen title={accessWords.screenTitle} lead={accessWords.tokensLead}>
      <Tokens person={person} isMe mayIssue={roles.length > 0} />
      <Sessions person={person} isMe />
    </Screen>
  );
}
