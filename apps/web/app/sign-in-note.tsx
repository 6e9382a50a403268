// The session has ended while somebody was at work: what they see stays, and a line says how to go on.
import { useSyncExternalStore } from 'react';
import { Note } from '../ui/note.js';
import { signInAddress } from './sign-in.js';
import { signedOut } from './signed-out.js';
import { appWords } from './words.js';

export function SignInNote() {
  const isOut = useSyncExternalStore(signedOut.watch, signedOut.get);
  return (
    <div role="alert">
      {isOut && (
        <Note tone="waiting" title={appWords.sessionEnded}>
          <p>
            {appWords.signedOut} <a href={signInAddress()}>{appWords.signInAgain}</a>
          </p>
        </Note>
      )}
    </div>
  );
}
