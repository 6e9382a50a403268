// The pages that stand for another: nothing here, it failed, sign in first.
import { Button } from '../ui/button.js';
import { LinkButton } from '../ui/link-button.js';
import classes from './pages.module.css';
import { Screen } from './screen.js';
import { signInAddress } from './sign-in.js';
import { appWords } from './words.js';

/** A wrong address and a forbidden one, indistinguishable. */
export function NothingPage() {
  return (
    <Screen title={appWords.nothingTitle} lead={appWords.nothingText}>
      <p>
        <LinkButton to="/">{appWords.toMyWork}</LinkButton>
      </p>
    </Screen>
  );
}

export function FailedPage({ message = appWords.fault(undefined) }: { message?: string }) {
  return (
    <Screen title={appWords.failedTitle} lead={message}>
      <p>
        <Button onPress={() => location.reload()}>{appWords.tryAgain}</Button>
      </p>
    </Screen>
  );
}

/** Seen for a moment on the way to the sign-in, and by whoever cannot be sent there by itself. */
export const SignInPage = () => (
  <main className={classes.alone}>
    <Screen title={appWords.signInTitle} lead={appWords.signInLead}>
      <p>
        <a href={signInAddress()}>{appWords.signIn}</a>
      </p>
    </Screen>
  </main>
);
