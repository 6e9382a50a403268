// What DPUP asks, the workshop and its questions, and what the words mean.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Screen } from '../app/screen.js';
import { Guidelines, Principles } from './elements.js';
import { Glossary } from './glossary.js';
import classes from './learning.module.css';
import { learningQuery } from './learning.query.js';
import { learningWords } from './learning.words.js';
import { QuizSection } from './quiz.js';
import { Sources, Voices, Workshop } from './workshop.js';

const sections = ['principles', 'guidelines', 'workshop', 'voices', 'quiz', 'glossary', 'sources'] as const;

export function LearningScreen() {
  const [query] = useQuery({ query: learningQuery });
  return (
    <Screen title={learningWords.title} lead={learningWords.lead} aside={<Contents />}>
      <Loaded query={query}>
        {({ catalogue }) => (
          <>
            <Principles catalogue={catalogue} />
            <Guidelines catalogue={catalogue} />
            <Workshop learning={catalogue.learning} />
            <Voices voices={catalogue.learning.whatPeopleSaid} />
            <QuizSection quiz={catalogue.learning.quiz} />
            <Glossary terms={catalogue.glossary} />
            <Sources sources={catalogue.learning.sources} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

const Contents = () => (
  <nav aria-label={learningWords.onThisPage}>
    <ul role="list" className={classes.contents}>
      {sections.map(section => (
        <li key={section}>
          <a href={`#${section}`}>{learningWords[section]}</a>
        </li>
      ))}
    </ul>
  </nav>
);
