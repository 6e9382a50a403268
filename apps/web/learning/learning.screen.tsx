// What DPUP asks, the workshop and its questions, and what the words mean.
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Screen } from '../app/screen.js';
import { Button } from '../ui/button.js';
import { useChapters } from './chapter.js';
import { Guidelines, Principles } from './elements.js';
import { Glossary } from './glossary.js';
import classes from './learning.module.css';
import { learningQuery } from './learning.query.js';
import { chapters, turned } from './learning.search.js';
import { learningWords } from './learning.words.js';
import { QuizSection } from './quiz.js';
import { Sources, Voices, Workshop } from './workshop.js';

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

function Contents() {
  const { open, turn } = useChapters();
  const areAllOpen = open.length === chapters.length;
  return (
    <nav aria-label={learningWords.onThisPage}>
      <ul role="list" className={classes.contents}>
        {chapters.map(chapter => (
          <li key={chapter}>
            <Link to="/learning" search={turned(open, true, chapter)} hash={chapter}>
              {learningWords[chapter]}
            </Link>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onPress={() => turn(!areAllOpen, ...chapters)}>
        {areAllOpen ? learningWords.foldAll : learningWords.openAll}
      </Button>
    </nav>
  );
}
