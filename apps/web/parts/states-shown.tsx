// States, notes and people’s words.
import { ProblemNote } from '../app/problem-note.js';
import { DateText } from '../ui/date-text.js';
import { Note } from '../ui/note.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, proposalStates, signOffStates } from '../words/states.js';
import classes from './parts.module.css';

const blocked = {
  ...{ kind: 'BLOCKED', code: 'not-ready', message: 'The proposal cannot be decided yet.', path: null },
  blockers: [
    { code: 'concern-open', message: 'A concern of Kōwhai Family Support is not answered.', subject: 'concern:1' },
    { code: 'sign-off-stale', message: 'The sign-off on privacy risk is stale.', subject: 'signOff:privacy_risk' },
  ],
} as const;

export const StatesShown = () => (
  <Section title="States and words">
    <p className={classes.row}>
      <StatusMark state={signOffStates.GIVEN} />
      <StatusMark state={signOffStates.PENDING} detail="for the privacy officer" />
      <StatusMark state={concernStates.OPEN} />
      <StatusMark state={signOffStates.STALE} detail="since revision 3: Retention changed" />
      <StatusMark state={proposalStates.DRAFTING} />
    </p>
    <div className={classes.pair}>
      <Words />
      <Notes />
    </div>
  </Section>
);

const Words = () => (
  <div className={classes.stack}>
    <Quote
      words={
        'Counts by rohe would do. Why do you need the names of whānau?\n\nWe were not asked before this was written.'
      }
      by={
        <>
          <PersonRef person={{ displayName: 'Anahera Quill', organisation: { name: 'Kōwhai Family Support' } }} />,{' '}
          <DateText at="2026-11-20T02:14:00Z" withTime />
        </>
      }
    />
    <Quote words={'A name that is turned round: \u202egpj.exe\u202c, and a hidden\u200bspace.'} />
    <p>
      Due <DateText at="2026-12-01T00:00:00Z" isRelative />
    </p>
  </div>
);

const Notes = () => (
  <div className={classes.stack}>
    <Note tone="stale" title="One sign-off becomes stale">
      <p>Privacy risk rests on the retention period, which you changed.</p>
    </Note>
    <Note tone="settled">
      <p>Three sign-offs stay as they are.</p>
    </Note>
    <Note tone="waiting" title="Conditions first">
      <p>Data may flow once two conditions are met.</p>
    </Note>
    <ProblemNote problem={blocked as never} reference="DSP-0042" />
  </div>
);
