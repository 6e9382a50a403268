// People’s words, and every other text that came from outside: as text, isolated from what stands around it, with hidden signs shown
// and terms of te reo Māori marked.
import { Fragment } from 'react';
import { runsOf } from '../words/terms.js';
import { piecesOf } from './hidden-signs.js';
import classes from './plain.module.css';
import { partWords } from './words.js';

/** Within a line. Text of several paragraphs, in people’s own voice, is a Quote. */
export function Plain({ text }: { text: string }) {
  return (
    <bdi>
      {piecesOf(text).map(({ text: piece, sign }, index) =>
        sign ? (
          <span key={index} className={classes.sign} role="img" aria-label={partWords.hiddenSign(sign)} title={sign}>
            {sign}
          </span>
        ) : (
          <Fragment key={index}>{marked(piece)}</Fragment>
        ),
      )}
    </bdi>
  );
}

const marked = (text: string) =>
  runsOf(text).map((run, index) =>
    run.isMaori ? <Maori key={index}>{run.text}</Maori> : <Fragment key={index}>{run.text}</Fragment>,
  );

/** Reviewed terms of te reo Māori, so that they are read out as what they are. */
export const Maori = ({ children }: { children: string }) => <span lang="mi">{children}</span>;
