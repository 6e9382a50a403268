// The decision, its reasons and the conditions that hold.
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table } from '../ui/table.js';
import { outcomes } from '../words/states.js';
import type { Paper } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';

export const DecisionPart = ({ paper: { decision, conditions } }: { paper: Paper }) => (
  <>
    <Section title={paperWords.decision}>
      {decision ? <Decided decision={decision} /> : <p>{paperWords.undecided}</p>}
    </Section>
    {conditions.length > 0 && <Conditions conditions={conditions} />}
  </>
);

function Decided({ decision }: { decision: NonNullable<Paper['decision']> }) {
  const { outcome, onRevision, by, at, reasons, wouldChangeIt } = decision;
  return (
    <div className={classes.decision}>
      <p>
        <StatusMark state={outcomes[outcome]} detail={paperWords.decidedOn(onRevision)} />
      </p>
      <Quote
        words={reasons}
        by={
          <>
            <PersonRef person={by} />, <DateText at={at} withTime />
          </>
        }
      />
      {wouldChangeIt && (
        <p>
          <span className={classes.name}>{paperWords.wouldChange}</span> <Plain text={wouldChangeIt} />
        </p>
      )}
    </div>
  );
}

const Conditions = ({ conditions }: { conditions: Paper['conditions'] }) => (
  <Section title={paperWords.conditions}>
    <p>{paperWords.conditionsNote}</p>
    <Table
      caption={paperWords.conditionsCaption}
      rows={conditions}
      keyOf={({ id }) => id}
      columns={[
        { key: 'what', heading: paperWords.condition, cell: ({ statement }) => <Plain text={statement} /> },
        { key: 'owner', heading: paperWords.owner, cell: ({ owner }) => <Plain text={owner} /> },
        { key: 'due', heading: paperWords.due, cell: ({ dueAt }) => dueAt && <DateText at={dueAt} /> },
        {
          ...{ key: 'when', heading: paperWords.when },
          cell: ({ precedent }) => (precedent ? paperWords.precedent : paperWords.later),
        },
        {
          ...{ key: 'met', heading: paperWords.stands },
          cell: ({ metAt }) => (metAt ? paperWords.met : paperWords.unmet),
        },
      ]}
    />
  </Section>
);
