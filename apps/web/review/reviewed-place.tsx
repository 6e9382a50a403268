// One place under review: what changed there, field by field, what was said about it, and the tick of whoever has viewed it.
import { Link } from '@tanstack/react-router';
import { anchorOf, placeOf } from '../app/proposal-places.js';
import { Checkbox } from '../ui/choice.js';
import { Plain } from '../ui/plain.js';
import { isBrief, isShort, isWholePlace, unsaid } from './brief-fields.js';
import type { FieldChange, ReviewedPlace } from './changed-places.js';
import { isWithin } from './changed-places.js';
import { fieldName, placeName } from './place-names.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import { saidAt } from './said-at.js';
import { useSaying } from './say-here.js';
import { SpokenList } from './spoken.js';
import { ValueChange } from './word-changes.js';
import { placeKinds, reviewWords } from './words.js';

interface Shown {
  reviewed: ReviewedPlace;
  /** It stands below the heading of its section. */
  isInSection?: boolean;
  isViewed?: boolean;
  onView?: (isViewed: boolean) => void;
}

export function PlaceReview({ reviewed, isInSection = false, isViewed = false, onView }: Shown) {
  const { names, said } = useReview();
  const { place, kind, fields } = reviewed;
  const name = placeName(place, names);
  const { buttons, form } = useSaying(place, true);
  const Heading = isInSection ? 'h4' : 'h3';
  // The same place may stand in an act above: the anchor is that of the list.
  const id = onView ? anchorOf(place) : `act-${anchorOf(place)}`;
  const isInLine = isBrief(reviewed);
  return (
    <article className={classes.reviewed} aria-labelledby={id}>
      <div className={classes.reviewedHead}>
        <div className={classes.line}>
          <Heading id={id} tabIndex={-1}>
            <Plain text={name} /> <small>{placeKinds[kind]}</small>
          </Heading>
          {isInLine && <ValueChange change={fields[0]!} kind={kind} />}
        </div>
        <div className={classes.quiet}>
          {buttons}
          <ToDossier place={place} />
          {onView && (
            <Checkbox isSelected={isViewed} onChange={onView}>
              {reviewWords.viewed}
              <span className="unseen">: {name}</span>
            </Checkbox>
          )}
        </div>
      </div>
      <MadeStale place={place} />
      {!isInLine && <FieldChanges fields={unsaid(reviewed, name)} kind={kind} />}
      <SpokenList said={saidAt(said, place)} />
      {form}
    </article>
  );
}

export function FieldChanges({ fields, kind }: Pick<ReviewedPlace, 'kind'> & { fields: readonly FieldChange[] }) {
  const { names } = useReview();
  if (fields.length === 0) return null;
  if (isWholePlace(fields)) return <ValueChange change={fields[0]!} kind={kind} />;
  return (
    <dl className={classes.fields}>
      {fields.map(change => (
        <div key={change.name} data-short={isShort(change) || undefined}>
          <dt>
            <Plain text={fieldName(change.name, names)} />
          </dt>
          <dd>
            <ValueChange change={change} kind={kind} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MadeStale({ place }: { place: string }) {
  const { proposal } = useReview();
  const stale = proposal.signOffs.filter(each => each.status === 'STALE' && isWithin(place, each.staleBecause));
  if (stale.length === 0) return null;
  return <p className={classes.madeStale}>{reviewWords.made(stale.map(({ title }) => title))}</p>;
}

function ToDossier({ place }: { place: string }) {
  const { reference, names } = useReview();
  const there = placeOf(reference, place);
  if (!there) return null;
  return (
    <Link {...there} aria-label={`${reviewWords.showInDossier}: ${placeName(place, names)}`}>
      {reviewWords.dossier}
    </Link>
  );
}
