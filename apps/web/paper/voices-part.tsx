// The attachment: what was said in people’s own words, dissent first, each with the answer that it got.
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, dispositions, severities } from '../words/states.js';
import { voicesOf } from './dissent.js';
import type { Paper } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';

type Concern = Paper['concerns'][number];

/** It begins a page of its own where somebody is still against it: attached to the paper, and never read past. */
export function VoicesPart({ paper: { concerns, hasMoreConcerns, decision } }: { paper: Paper }) {
  const overruled = decision?.overruled ?? [];
  const { dissent, others } = voicesOf(concerns, overruled);
  if (concerns.length === 0) return null;
  return (
    <div className={classes.attachment} data-dissent={dissent.length > 0 || undefined}>
      <Section title={paperWords.attachment}>
        <p>
          {paperWords.unedited}
          {hasMoreConcerns && ` ${paperWords.notAll(concerns.length)}`}
        </p>
        {dissent.length > 0 && (
          <>
            <h3>{paperWords.dissent(dissent.length)}</h3>
            <Voices concerns={dissent} overruled={overruled} />
          </>
        )}
        {others.length > 0 && (
          <>
            {dissent.length > 0 && <h3>{paperWords.others}</h3>}
            <Voices concerns={others} overruled={overruled} />
          </>
        )}
      </Section>
    </div>
  );
}

const Voices = ({ concerns, overruled }: { concerns: readonly Concern[]; overruled: readonly string[] }) => (
  <ul role="list" className={classes.voices}>
    {concerns.map(concern => (
      <Voice key={concern.id} concern={concern} isOverruled={overruled.includes(concern.id)} />
    ))}
  </ul>
);

function Voice({ concern, isOverruled }: { concern: Concern; isOverruled: boolean }) {
  const { statement, raisedBy, raisedAt, organisation, severity, status, audience, response, disposition } = concern;
  return (
    <li className={classes.voice}>
      <Quote
        words={statement}
        by={
          <>
            <PersonRef person={{ ...raisedBy, organisation }} />, <DateText at={raisedAt} />, {severities[severity]}
            {audience === 'REVIEWERS' && `, ${paperWords.among}`}
          </>
        }
      />
      <p>
        <StatusMark state={concernStates[status]} detail={isOverruled ? paperWords.overruled : undefined} />
      </p>
      {response ? (
        <p>
          <span className={classes.name}>
            {paperWords.answer}
            {disposition && `, ${dispositions[disposition].toLowerCase()}`}:
          </span>{' '}
          <Plain text={response} />
        </p>
      ) : (
        <p>{paperWords.noAnswer}</p>
      )}
    </li>
  );
}
