// The path from the entry to the signed root, drawn: at each step the hash so far is joined with one that stands beside it. The drawing
// and the sentence of a step stand in one row, so that neither has to be looked up for the other.
import { toHex } from '#ledger';
import { proofPathWords as words } from './path.words.js';
import type { Checked } from './check-proof.js';
import type { Join } from './path-of.js';
import classes from './hash-path.module.css';

export function HashPath({ checked: { leaf, index, path, checkpoint } }: { checked: Checked }) {
  const reached = path.at(-1)?.hash ?? leaf;
  const signed = checkpoint && toHex(checkpoint.root);
  return (
    <ol className={classes.path}>
      <li>
        <Drawing is="leaf" />
        <p>
          {words.leaf(index)} <Hash of={leaf} />
        </p>
      </li>
      {path.map(join => (
        <JoinRow key={join.hash} join={join} />
      ))}
      {signed && (
        <li data-differs={reached !== signed || undefined}>
          <Drawing is="root" />
          <p>
            {reached === signed ? words.root : words.notRoot} <Hash of={signed} />
          </p>
        </li>
      )}
    </ol>
  );
}

const JoinRow = ({ join: { side, other, first, last, hash } }: { join: Join }) => (
  <li>
    <Drawing is={side} />
    <p>
      {words.joined(side, first, last)} <Hash of={other} /> {words.gives} <Hash of={hash} />
    </p>
  </li>
);

/** Whole for whoever copies it, its beginning for the eye. */
const Hash = ({ of }: { of: string }) => (
  <code className={classes.hash} title={of}>
    {of.slice(0, 8)}
    <span aria-hidden="true">…</span>
  </code>
);

/** The spine runs through all rows; the other hash comes in from its side. */
const Drawing = ({ is }: { is: Join['side'] | 'leaf' | 'root' }) => (
  <svg className={classes.drawing} viewBox="0 0 72 56" width="72" height="56" aria-hidden="true">
    {is !== 'leaf' && <path d="M36 0V28" className={classes.spine} />}
    {is !== 'root' && <path d="M36 28V56" className={classes.spine} />}
    {is === 'left' && <Beside x={9} />}
    {is === 'right' && <Beside x={63} />}
    {is === 'leaf' ? (
      <rect x="29" y="21" width="14" height="14" className={classes.own} />
    ) : (
      <circle cx="36" cy="28" r={is === 'root' ? 8 : 5} className={classes.own} />
    )}
    {is === 'root' && <circle cx="36" cy="28" r="11.5" className={classes.ring} />}
  </svg>
);

const Beside = ({ x }: { x: number }) => (
  <>
    <path d={`M${x} 8Q${x} 28 36 28`} className={classes.branch} />
    <circle cx={x} cy="8" r="5" className={classes.other} />
  </>
);
