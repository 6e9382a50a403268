// Time taken, due, and who is in it.
import { DataList, type Datum } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { tiers } from '../words/states.js';
import classes from './progress.module.css';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';

export function Facts({ seen }: { seen: Seen }) {
  const data: Datum[] = [
    // What was recorded afterwards took nobody’s time here.
    ...(seen.tier === 'U' ? [] : timesOf(seen)),
    [progressWords.workflow, tiers[seen.tier]],
    [progressWords.lead, <Plain key="lead" text={seen.leadOrganisation.name} />],
    [progressWords.author, <PersonRef key="author" person={seen.author} />],
    [progressWords.partners, <Partners key="partners" partners={seen.partners} />],
  ];
  return (
    <Section title={progressWords.facts}>
      <DataList data={data} />
    </Section>
  );
}

const timesOf = ({ progress, dueOn }: Seen): Datum[] => [
  [progressWords.elapsed, <Elapsed key="elapsed" progress={progress} />],
  [progressWords.dueOn, dueOn ? <DateText at={dueOn} isRelative /> : progressWords.noDue],
];

function Elapsed({ progress }: { progress: Seen['progress'] }) {
  const { elapsedWorkingDays: elapsed, pausedWorkingDays: paused, targetWorkingDays: target } = progress;
  if (elapsed === null) {
    return (
      <>
        {progressWords.notYet}
        {target !== null && <small className={classes.line}>{progressWords.target(target)}</small>}
      </>
    );
  }
  const over = target === null ? 0 : elapsed - (paused ?? 0) - target;
  return (
    <>
      {progressWords.elapsedOf(elapsed, target)}
      {paused !== null && paused > 0 && <small className={classes.line}>{progressWords.paused(paused)}</small>}
      {over > 0 && <strong className={classes.line}>{progressWords.overTarget(over)}</strong>}
    </>
  );
}

function Partners({ partners }: Pick<Seen, 'partners'>) {
  if (partners.length === 0) return progressWords.noPartners;
  return (
    <ul role="list">
      {partners.map(({ id, name }) => (
        <li key={id}>
          <Plain text={name} />
        </li>
      ))}
    </ul>
  );
}
