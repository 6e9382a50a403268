// The principles and the guidelines: what each is called, what it comes down to, and what it asks.
import { Maori, Plain } from '../ui/plain.js';
import { Chapter } from './chapter.js';
import classes from './learning.module.css';
import type { Catalogue } from './learning.query.js';
import { learningWords } from './learning.words.js';

type Element = Catalogue['principles'][number];

export const Principles = ({ catalogue: { principles, learning } }: { catalogue: Catalogue }) => (
  <Chapter of="principles">
    <div className={classes.elements}>
      {principles.map(principle => (
        <Shown
          key={principle.key}
          element={principle}
          isMaori
          inShort={learning.principles.find(({ key }) => key === principle.key)?.words}
        />
      ))}
    </div>
  </Chapter>
);

export const Guidelines = ({ catalogue: { guidelines } }: { catalogue: Catalogue }) => (
  <Chapter of="guidelines">
    <div className={classes.elements}>
      {guidelines.map(guideline => (
        <Shown key={guideline.key} element={guideline} />
      ))}
    </div>
  </Chapter>
);

function Shown({
  element: { name, gloss, asks, questions },
  inShort,
  isMaori = false,
}: {
  element: Element;
  inShort?: string;
  isMaori?: boolean;
}) {
  return (
    <div className={classes.element}>
      <h3>{isMaori ? <Maori>{name}</Maori> : name}</h3>
      {gloss && <Soft text={gloss} />}
      {inShort && (
        <p className={classes.short}>
          <Plain text={inShort} />
        </p>
      )}
      <p>
        <Plain text={asks} />
      </p>
      <small>{learningWords.asked(questions.length)}</small>
    </div>
  );
}

const Soft = ({ text }: { text: string }) => (
  <p className={classes.soft}>
    <Plain text={text} />
  </p>
);
