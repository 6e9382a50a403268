// One concern: its words as they were written, its places as they stood, what happened since, and what can be done now.
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { placeOf } from '../app/proposal-places.js';
import { useProposal } from '../app/proposal-frame.js';
import { HoldingAt } from '../holding/holding-of.js';
import { DataList } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { Note } from '../ui/note.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, dispositions, severities } from '../words/states.js';
import { weightOf, type ConcernActs } from './concern-acts.js';
import { AnswerForm, LastWordForm } from './concern-forms.js';
import { concernHistoryQuery, type ConcernEntry } from './concern.query.js';
import { placeName, type Names } from './place-names.js';
import classes from './review.module.css';
import type { Concern, ConcernsOf } from './concern.query.js';
import { concernWords, saidWords } from './concern.words.js';
import { reviewWords } from './words.js';

interface Threaded {
  concern: Concern;
  acts: ConcernActs;
  names: Names;
  /** Who has taken it up, and whether I may. */
  proposal: Pick<ConcernsOf, 'id' | 'myTasks' | 'holdings'>;
}

export function ConcernThread({ concern, acts, names, proposal }: Threaded) {
  const { reference } = useProposal();
  const { id: proposalId, myTasks, holdings } = proposal;
  return (
    <div className={classes.form}>
      <p className={classes.line}>
        <StatusMark state={concernStates[concern.status]} />
      </p>
      <Weight concern={concern} />
      <Quote
        words={concern.statement}
        by={
          <>
            <PersonRef person={concern.raisedBy} />, <DateText at={concern.raisedAt} isRelative />
          </>
        }
      />
      <DataList
        data={[
          [concernWords.severity, severities[concern.severity]],
          [concernWords.readBy, concern.audience === 'REVIEWERS' ? saidWords.reviewersNote : concernWords.parties],
          [concernWords.onBehalf, <Plain key="of" text={concern.organisation.name} />],
          [concernWords.raisedOn, reviewWords.revision(concern.onRevision)],
          [concernWords.about, <Places key="about" concern={concern} names={names} />],
        ]}
      />
      <Section title={concernWords.what}>
        <Happened concern={concern} />
        <p>{waiting[acts.waitsFor]}</p>
        <HoldingAt
          work={`concern:${concern.id}`}
          what={concernWords.one(reference)}
          {...{ proposalId, reference, myTasks, holdings }}
        />
      </Section>
      {acts.answer && <AnswerForm concern={concern} />}
      {acts.outcomes.length > 0 && <LastWordForm concern={concern} outcomes={acts.outcomes} />}
    </div>
  );
}

const waiting: Record<ConcernActs['waitsFor'], string> = {
  answer: concernWords.waitsForAnswer,
  lead: concernWords.waitsForLead,
  raiser: concernWords.waitsForRaiser,
  nobody: '',
};

function Weight({ concern }: { concern: Concern }) {
  const weight = weightOf(concern);
  if (weight === 'holds') return <Note tone="blocked">{concernWords.blocks}</Note>;
  if (weight === 'named') return <Note tone="waiting">{concernWords.mustBeNamed}</Note>;
  return <Note>{concern.status === 'ANSWERED' ? concernWords.answeredHolds : concernWords.holdsNothing}</Note>;
}

function Places({ concern: { aboutPlaces, onRevision }, names }: { concern: Concern; names: Names }) {
  const { reference } = useProposal();
  if (aboutPlaces.length === 0) return concernWords.aboutWhole;
  return (
    <ul role="list" className={classes.entries}>
      {aboutPlaces.map(({ place, quote, isPlaceGone }) => {
        const there = isPlaceGone ? undefined : placeOf(reference, place);
        const name = placeName(place, names);
        return (
          <li key={place} className={classes.gone}>
            <span>
              {there ? <Link {...there}>{name}</Link> : <Plain text={name} />}
              {isPlaceGone && `, ${saidWords.gone}`}
            </span>
            {quote !== null && <Quote words={quote} by={saidWords.asItStood(onRevision).replace(/:$/, '')} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Who said what to whom, from the history: an answer that was given twice stands there twice. */
function Happened({ concern }: { concern: Concern }) {
  const { id } = useProposal();
  const [query] = useQuery({ query: concernHistoryQuery, variables: { proposalId: id } });
  return (
    <Loaded query={query}>
      {({ decisionHistory }) => {
        const entries = decisionHistory.edges
          .map(({ node }) => node)
          .filter(node => payloadOf(node).concernId === concern.id);
        return (
          <ol role="list" className={classes.spokenList}>
            {entries.map(entry => (
              <li key={entry.id}>
                <Entry entry={entry} />
              </li>
            ))}
            {!entries.some(entry => payloadOf(entry).response === concern.response) && (
              <LatestAnswer concern={concern} />
            )}
          </ol>
        );
      }}
    </Loaded>
  );
}

/** Partners are shown no entry of somebody else’s; the answer to their concern is theirs to read. */
function LatestAnswer({ concern: { response, disposition } }: { concern: Concern }) {
  if (response === null) return null;
  return (
    <li className={classes.spoken}>
      <strong>{disposition ? dispositions[disposition] : saidWords.answer}</strong>
      <Quote words={response} by={saidWords.answer} />
    </li>
  );
}

interface Payload {
  concernId?: string;
  disposition?: keyof typeof dispositions;
  response?: string;
  status?: keyof typeof ends;
  note?: string;
}

const payloadOf = ({ payload }: ConcernEntry): Payload => payload as Payload;
const ends = { SETTLED: concernWords.settled, DISPUTED: concernWords.disputed, WITHDRAWN: concernWords.withdrawn };

function Entry({ entry }: { entry: ConcernEntry }) {
  const { disposition, response, status, note } = payloadOf(entry);
  const words = response ?? note;
  const what = status ? ends[status] : disposition ? dispositions[disposition] : concernWords.raised;
  return (
    <div className={classes.spoken}>
      <p className={classes.line}>
        <strong>{what}</strong>
        <small>
          <Link to="/history/$entryId" params={{ entryId: entry.id }}>
            <PersonRef person={entry.actor} />, <DateText at={entry.at} withTime />
          </Link>
        </small>
      </p>
      {words !== undefined && <Quote words={words} />}
    </div>
  );
}
