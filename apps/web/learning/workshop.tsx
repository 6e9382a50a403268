// The workshop: what one does when, and what people said about the case that it tells of.
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Chapter } from './chapter.js';
import classes from './learning.module.css';
import type { Catalogue } from './learning.query.js';
import { learningWords } from './learning.words.js';
import { Prose } from './prose.js';

type Learning = Catalogue['learning'];

export function Workshop({ learning: { title, intro, agenda } }: { learning: Learning }) {
  const minutes = agenda.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <Chapter of="workshop">
      <h3>{title}</h3>
      <Prose text={intro} />
      <p>{learningWords.allMinutes(minutes)}</p>
      <ol role="list" className={classes.agenda}>
        {agenda.map(step => (
          <li key={step.title}>
            <Disclosure title={<Step {...step} />} level={4}>
              <Prose text={step.body} />
            </Disclosure>
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

const Step = ({ title, minutes }: { title: string; minutes: number }) => (
  <span>
    {title} <span className={classes.minutes}>{learningWords.minutes(minutes)}</span>
  </span>
);

export const Voices = ({ voices }: { voices: Learning['whatPeopleSaid'] }) => (
  <Chapter of="voices">
    <p>{learningWords.voicesHelp}</p>
    <dl className={classes.voices}>
      {voices.map(({ theme, said }) => (
        <div key={theme}>
          <dt>
            <strong>{theme}</strong>
          </dt>
          <dd>
            <Plain text={said} />
          </dd>
        </div>
      ))}
    </dl>
  </Chapter>
);

export const Sources = ({ sources }: { sources: Learning['sources'] }) => (
  <Chapter of="sources">
    <ul className={classes.sources}>
      {sources.map(({ title, url, note }) => (
        <li key={url}>
          <a href={url} rel="noreferrer external">
            {title}
          </a>
          {note && (
            <>
              <br />
              <small>{note}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  </Chapter>
);
