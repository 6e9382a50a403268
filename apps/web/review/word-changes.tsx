// A value before and after: what came as <ins>, what went as <del>, and both said for whoever does not see them.
import { Plain } from '../ui/plain.js';
import type { FieldChange, PlaceKind } from './changed-places.js';
import type { Value } from './place-values.js';
import classes from './review.module.css';
import { listDiff, wordDiff, type Piece } from './word-diff.js';
import { reviewWords } from './words.js';

export function ValueChange({ change, kind }: { change: FieldChange; kind: PlaceKind }) {
  const { before, after } = change;
  if (kind === 'same') return <Shown value={after ?? ''} />;
  if (Array.isArray(before ?? after) || Array.isArray(after)) {
    return <Entries pieces={listDiff(entriesOf(before), entriesOf(after))} />;
  }
  return <Words pieces={wordDiff(String(before ?? ''), String(after ?? ''))} />;
}

const entriesOf = (value: Value | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

export const Shown = ({ value }: { value: Value }) =>
  typeof value === 'string' ? (
    <p className={classes.words}>
      <Plain text={value} />
    </p>
  ) : (
    <Entries pieces={value.map(text => ({ kind: 'same', text }))} />
  );

const Words = ({ pieces }: { pieces: Piece[] }) => (
  <p className={classes.words}>
    {pieces.map((piece, index) => (
      <Changed key={index} piece={piece} />
    ))}
  </p>
);

const Entries = ({ pieces }: { pieces: readonly Piece[] }) => (
  <ul className={classes.entries}>
    {pieces.map((piece, index) => (
      <li key={index} className={classes.words}>
        <Changed piece={piece} />
      </li>
    ))}
  </ul>
);

function Changed({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'same') return <Plain text={text} />;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="unseen"> {reviewWords[kind]}: </span>
      <Plain text={text} />
      <span className="unseen"> </span>
    </Mark>
  );
}
