// The frame of every screen: skip link, header, the state of the connection, the content, the foot.
import { Link, Outlet } from '@tanstack/react-router';
import { SkipLink } from '../ui/skip-link.js';
import { ConnectionNote } from './connection-note.js';
import { Header } from './header.js';
import { LiveChanges } from './live-changes.js';
import { SignedIn } from './session.js';
import classes from './shell.module.css';
import { SignInNote } from './sign-in-note.js';
import { appWords } from './words.js';

export function Shell() {
  return (
    <SignedIn>
      <SkipLink to="content">{appWords.skip}</SkipLink>
      <Header />
      <ConnectionNote />
      <SignInNote />
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Foot />
      <LiveChanges />
    </SignedIn>
  );
}

const Foot = () => (
  <footer className={classes.foot}>
    <nav aria-label={appWords.help}>
      <Link to="/help">{appWords.help}</Link>
      <Link to="/accessibility">{appWords.accessibility}</Link>
    </nav>
  </footer>
);
