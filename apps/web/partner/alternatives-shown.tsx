// Gentler ways to the same end: those of partners as quotes, each with why it was not chosen.
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import type { Asked } from './say.query.js';
import { rungWords, sayWords } from './say.words.js';
import classes from './say.module.css';

type Alternative = Asked['dossier']['alternatives'][number];

export const AlternativesShown = ({ alternatives }: { alternatives: readonly Alternative[] }) => (
  <Section title={sayWords.gentler}>
    {alternatives.length === 0 && <p>{sayWords.noGentler}</p>}
    <ul role="list" className={classes.list}>
      {alternatives.map(alternative => (
        <AlternativeRow key={alternative.id} alternative={alternative} />
      ))}
    </ul>
  </Section>
);

function AlternativeRow({ alternative }: { alternative: Alternative }) {
  const { description, rung, note, whyNot, proposedBy, proposedByPartner } = alternative;
  const words = note ? `${description}\n\n${note}` : description;
  return (
    <li className={classes.row}>
      {proposedByPartner ? (
        <Quote words={words} by={<Plain text={proposedBy ?? sayWords.yours} />} />
      ) : (
        <p>
          <Plain text={words} />
        </p>
      )}
      <p className={classes.soft}>{sayWords.rung(rung, rungWords[rung] ?? '')}</p>
      <p>
        {whyNot ? (
          <>
            {sayWords.whyNot} <Plain text={whyNot} />
          </>
        ) : (
          <em>{sayWords.noWhyNot}</em>
        )}
      </p>
    </li>
  );
}
