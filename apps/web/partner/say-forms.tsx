// The three ways to say something: a concern, a gentler way, a comment. Where one is not possible now, its reason stands there.
import type { ReactNode } from 'react';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { SayAlternative } from './say-alternative.js';
import { SayComment } from './say-comment.js';
import { SayConcern } from './say-concern.js';
import type { Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

export function SayForms({ asked }: { asked: Asked }) {
  return (
    <div className={classes.forms}>
      <Section title={sayWords.title} id="say">
        <Way asked={asked} command="raiseConcern" title={sayWords.raise} isOpen>
          <SayConcern asked={asked} />
        </Way>
        <Way asked={asked} command="proposeAlternative" title={sayWords.propose}>
          <SayAlternative asked={asked} />
        </Way>
        <Way asked={asked} command="comment" title={sayWords.comment}>
          <SayComment asked={asked} />
        </Way>
      </Section>
    </div>
  );
}

interface WayProps {
  asked: Asked;
  command: string;
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}

function Way({ asked, command, title, isOpen = false, children }: WayProps) {
  const available = asked.availableCommands.find(each => each.command === command);
  if (!available) return null;
  return (
    <Disclosure title={title} isOpen={isOpen && available.allowed}>
      {available.allowed ? (
        children
      ) : (
        <p>
          <Plain text={available.blockers[0]?.message ?? sayWords.notNow} />
        </p>
      )}
    </Disclosure>
  );
}
