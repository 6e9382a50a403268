// What one’s own organisation has said, in its own words, how it was answered, and whether that is good enough.
import { Loaded } from '../app/loaded.js';
import { useAll } from '../app/use-all.js';
import type { ResultOf } from '../gql/graphql.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, dispositions, severities } from '../words/states.js';
import { saidConcernsQuery, type Asked, type SaidConcern } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';
import { SettleForm } from './settle-form.js';

const noPage = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const pageOf = ({ proposal }: ResultOf<typeof saidConcernsQuery>) => proposal?.concerns ?? noPage;

export function Concerns({ asked }: { asked: Asked }) {
  const concerns = useAll({ query: saidConcernsQuery, variables: { id: asked.id }, pageOf, typename: 'Concern' });
  return (
    <Section title={sayWords.said}>
      <Loaded query={concerns}>
        {({ items, hasMore }) => (
          <>
            {items.length === 0 && <p>{sayWords.nothingSaid}</p>}
            <ul role="list" className={classes.list}>
              {items.map(concern => (
                <ConcernRow key={concern.id} concern={concern} asked={asked} />
              ))}
            </ul>
            {hasMore && <p>{sayWords.moreSaid(items.length)}</p>}
          </>
        )}
      </Loaded>
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
