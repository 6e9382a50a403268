// What came of it, in the decider’s own words.
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { outcomes } from '../words/states.js';
import type { Asked } from './say.query.js';
import { sayWords } from './say.words.js';

export function DecisionShown({ decision }: { decision: NonNullable<Asked['decision']> }) {
  const { outcome, at, reasons, wouldChangeIt, overruled } = decision;
  return (
    <Section title={sayWords.decision}>
      <p>
        <StatusMark state={outcomes[outcome]} detail={<DateText at={at} />} />
      </p>
      <Quote words={reasons} />
      {wouldChangeIt && (
        <p>
          {sayWords.wouldChange} <Plain text={wouldChangeIt} />
        </p>
      )}
      {overruled.length > 0 && <p>{sayWords.overruled(overruled.length)}</p>}
    </Section>
  );
}
