// The first thing under Tab: past the header, to the content.
import classes from './skip-link.module.css';

export const SkipLink = ({ to, children }: { to: string; children: string }) => (
  <a
    href={`#${to}`}
    className={classes.skip}
    onClick={event => {
      event.preventDefault();
      document.getElementById(to)?.focus();
    }}
  >
    {children}
  </a>
);
