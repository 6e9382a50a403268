// A link to a file, such as a list as CSV, which the answer has the browser keep: what stands in its way, such as a session that ended, is
// a page. It stands among buttons, and begins where its words do.
import classes from './button.module.css';

interface File {
  href: string;
  /** Where several on a page have the same words. It begins with them. */
  label?: string;
  children: string;
}

export const FileLink = ({ href, label, children }: File) => (
  <a href={href} aria-label={label} className={classes.button} data-kind="link">
    {children}
  </a>
);
