// What one’s own organisation has said, in its own words, how it was answered, and whether that is good enough.
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, dispositions, severities } from '../words/states.js';
import type { Asked, SaidConcern } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';
import { SettleForm } from './settle-form.js';

export function Concerns({ asked }: { asked: Asked }) {
  const concerns = asked.concerns.edges.map(({ node }) => node);
  return (
    <Section title={sayWords.said}>
      {concerns.length === 0 && <p>{sayWords.nothingSaid}</p>}
      <ul role="list" className={classes.list}>
        {concerns.map(concern => (
          <ConcernRow key={concern.id} concern={concern} asked={asked} />
        ))}
      </ul>
    </Section>
  );
}

function ConcernRow({ concern, asked }: { concern: SaidConcern; asked: Asked }) {
  const { id, statement, severity, status, audience, raisedBy, raisedAt } = concern;
  const maySettle = asked.availableCommands.some(({ command, allowed }) => command === 'settleConcern' && allowed);
  return (
    <li id={`concern-${id}`} tabIndex={-1} className={classes.row}>
      <Quote
        words={statement}
        by={
          <>
            <PersonRef person={raisedBy} />, <DateText at={raisedAt} />
          </>
        }
      />
      <p className={classes.marks}>
        <StatusMark state={concernStates[status]} />
        <span>
          {sayWords.weight} {severities[severity].toLowerCase()}
        </span>
        {audience === 'REVIEWERS' && <span>{sayWords.reviewersOnly}</span>}
      </p>
      <Answer concern={concern} />
      {maySettle && status !== 'SETTLED' && status !== 'WITHDRAWN' && (
        <SettleForm key={status} concern={concern} asked={asked} />
      )}
    </li>
  );
}

function Answer({ concern: { response, disposition, status } }: { concern: SaidConcern }) {
  if (!response) return status === 'OPEN' ? <p>{sayWords.noAnswer}</p> : null;
  return (
    <div className={classes.answer}>
      <h3>{sayWords.answer}</h3>
      {disposition && <p>{sayWords.answerAs(dispositions[disposition])}</p>}
      <Quote words={response} />
    </div>
  );
}
