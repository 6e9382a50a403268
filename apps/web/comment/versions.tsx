// What a comment said before, version by version: what was taken out and what came, as they were typed.
import { ValueChange } from '../review/word-changes.js';
import { DateText } from '../ui/date-text.js';
import classes from './comment.module.css';
import { commentWords } from './words.js';

interface Version {
  body: string;
  at: string;
}

/** All of them, the one that counts last. */
export const Versions = ({ versions }: { versions: readonly Version[] }) =>
  versions.slice(0, -1).map(({ body, at }, index) => (
    <div key={at} className={classes.version}>
      <p>
        {commentWords.writtenAt} <DateText at={at} withTime />, {commentWords.changedTo}
      </p>
      <ValueChange change={{ name: 'body', before: body, after: versions[index + 1]!.body }} kind="changed" />
    </div>
  ));
