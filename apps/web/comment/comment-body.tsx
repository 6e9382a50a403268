// What a comment says. Its Markdown is shown once what reads it is loaded; until then, without it, and on paper, the words stand as they
// were typed.
import { lazy, Suspense, type ReactNode } from 'react';
import { isPrinted } from '../app/live.js';
import { patiently } from '../app/patiently.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import classes from './comment.module.css';

interface Shown {
  words: string;
  /** The names of those who are mentioned. */
  names: readonly string[];
}

const AsTyped = ({ words }: Shown) => (
  <p>
    <Plain text={words} />
  </p>
);

const Markdown = lazy(() =>
  patiently(() => import('./markdown-shown.js')).then(
    ({ MarkdownShown }) => ({ default: MarkdownShown }),
    () => ({ default: AsTyped }),
  ),
);

interface Body {
  words: string;
  mentions?: readonly { displayName: string }[];
  /** Who said it, and when. */
  by?: ReactNode;
}

export function CommentBody({ words, mentions = [], by }: Body) {
  const shown: Shown = { words, names: mentions.map(({ displayName }) => displayName) };
  const asTyped = <AsTyped {...shown} />;
  return (
    <Quote by={by}>
      <div className={classes.markdown}>
        {isPrinted() ? (
          asTyped
        ) : (
          <Suspense fallback={asTyped}>
            <Markdown {...shown} />
          </Suspense>
        )}
      </div>
    </Quote>
  );
}
