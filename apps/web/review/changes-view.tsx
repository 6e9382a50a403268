// What changed: since my last review unless another pair of revisions is chosen, or the whole dossier.
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { EmptyState } from '../ui/empty-state.js';
import { LiveNote } from '../ui/live-note.js';
import { Select } from '../ui/select.js';
import { sectionName } from '../words/places.js';
import { changedPlaces, wholeDossier, type ReviewedPlace } from './changed-places.js';
import { FoldedSection } from './folded-section.js';
import { JumpList } from './jump-list.js';
import { keepViewed, readViewed } from './keep-viewed.js';
import { useReview, WithFormer } from './review-context.js';
import classes from './review.module.css';
import { revisionsQuery } from './review.query.js';
import type { ReviewSearch } from './review.search.js';
import { inReadingOrder, placeSections, type PlaceSection } from './place-sections.js';
import { PlaceReview } from './reviewed-place.js';
import { saidAt } from './said-at.js';
import { isUnchanged } from './unchanged-sections.js';
import { isViewed, ticked } from './viewed.js';
import { offeredRevisions } from './offered-revisions.js';
import { reviewWords } from './words.js';

const route = getRouteApi('/shell/proposals/$reference/review');

/** `whole`, or the revision to compare with: the one asked for, my last review, or nothing where I have made none. */
const sinceOf = ({ since }: ReviewSearch, lastReview: number | null): 'whole' | number =>
  since === 'whole' ? since : since !== undefined ? Number(since) : (lastReview ?? 'whole');

export function ChangesView() {
  const { proposal, lastReview } = useReview();
  const search = route.useSearch();
  const since = sinceOf(search, lastReview);
  const until = Number(search.until ?? proposal.revision);
  return (
    <>
      <RevisionChooser since={since} until={until} />
      <Compared since={since} until={until} />
    </>
  );
}

function RevisionChooser({ since, until }: { since: 'whole' | number; until: number }) {
  const { proposal, lastReview } = useReview();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/proposals/$reference/review' });
  const { revisions, revision: latest } = proposal;
  const chosen = [Number(since), until];
  const options = offeredRevisions(revisions, chosen).map(({ revision, by, changedPaths, isSubmitted }) => ({
    value: String(revision),
    label: reviewWords.revision(revision),
    description: reviewWords.revisionBy(by.displayName, { changed: changedPaths.length, isSubmitted }),
  }));
  const mine = {
    value: 'mine',
    label: lastReview === null ? reviewWords.neverMine : reviewWords.sinceMine(lastReview),
  };
  const whole = { value: 'whole', label: reviewWords.whole };
  const go = (part: Partial<ReviewSearch>) =>
    void navigate({ search: now => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <div className={classes.chooser}>
      <Select
        label={reviewWords.since}
        value={search.since ?? 'mine'}
        options={[mine, ...options.filter(({ value }) => Number(value) < until), whole]}
        onChange={value => go({ since: value === 'mine' ? undefined : value })}
      />
      {since !== 'whole' && (
        <Select
          label={reviewWords.until}
          value={String(until)}
          options={options
            .filter(({ value }) => Number(value) > since || Number(value) === latest)
            .map(each => (Number(each.value) === latest ? { ...each, label: reviewWords.latest(latest) } : each))}
          onChange={value => go({ until: Number(value) === latest ? undefined : value })}
        />
      )}
    </div>
  );
}

function Compared({ since, until }: { since: 'whole' | number; until: number }) {
  const { proposal, names } = useReview();
  const [query] = useQuery({
    query: revisionsQuery,
    variables: { id: proposal.id, since: since === 'whole' ? until : since, until },
  });
  return (
    <Loaded query={query}>
      {({ proposal: both }) => {
        if (!both?.after || !both.before) return <EmptyState title={reviewWords.noChanges} />;
        const places = since === 'whole' ? wholeDossier(both.after) : changedPlaces(both.before, both.after);
        return (
          <WithFormer former={both.before.dossier}>
            <Places places={inReadingOrder(places, names)} isWhole={since === 'whole'} />
          </WithFormer>
        );
      }}
    </Loaded>
  );
}

function Places({ places, isWhole }: { places: ReviewedPlace[]; isWhole: boolean }) {
  const { proposal, me, lastReview } = useReview();
  const { id, revision, revisions } = proposal;
  const [viewed, setViewed] = useState(() => readViewed(me, id));
  const isSeen = (place: string) => isViewed(viewed, place, revisions);
  const tick = (place: string, isOn: boolean) => {
    const next = ticked(viewed, place, isOn ? revision : undefined);
    keepViewed(me, id, next);
    setViewed(next);
  };
  if (places.length === 0) return <EmptyState title={reviewWords.noChanges}>{reviewWords.noChangesNext}</EmptyState>;
  const sections = placeSections(places);
  const seen = places.filter(({ place }) => isSeen(place)).length;
  return (
    <>
      <p className={classes.line}>
        <LiveNote>{reviewWords.viewedOf(seen, places.length)}</LiveNote> <small>{reviewWords.viewedNote}</small>
      </p>
      <JumpList sections={sections} />
      {sections.map(each => (
        <OneSection
          key={each.section}
          {...each}
          isSeen={isSeen}
          onTick={tick}
          knownSince={isWhole && isUnchanged(each.places, revisions, lastReview) ? lastReview : null}
        />
      ))}
      <Elsewhere places={places} />
    </>
  );
}

interface Sectioned extends PlaceSection<ReviewedPlace> {
  isSeen: (place: string) => boolean;
  onTick: (place: string, isOn: boolean) => void;
  /** The revision on which I reviewed it as it still is. */
  knownSince: number | null;
}

/** What is a section by itself, such as the retention, is its own heading. */
function OneSection({ section, places, isSeen, onTick, knownSince }: Sectioned) {
  const isInSection = places[0]?.place !== section;
  const shown = places.map(each => (
    <PlaceReview
      key={each.place}
      {...{ reviewed: each, isInSection }}
      isViewed={isSeen(each.place)}
      onView={isOn => onTick(each.place, isOn)}
    />
  ));
  if (isInSection && knownSince !== null)
    return (
      <FoldedSection {...{ section, places }} line={reviewWords.unchangedSince(places.length, knownSince)}>
        {shown}
      </FoldedSection>
    );
  return (
    <section className={classes.section} aria-labelledby={isInSection ? `section-${section}` : undefined}>
      {isInSection && <h3 id={`section-${section}`}>{sectionName(section)}</h3>}
      {shown}
    </section>
  );
}

/** What was said about places that are not shown here is not lost: it is counted, and one step away. */
function Elsewhere({ places }: { places: readonly ReviewedPlace[] }) {
  const { said } = useReview();
  const here = new Set(places.flatMap(({ place }) => saidAt(said, place)));
  const many = said.length - here.size;
  if (many === 0) return null;
  return (
    <p>
      {reviewWords.elsewhere(many)}{' '}
      <Link from="/proposals/$reference/review" to="." search={now => ({ ...now, view: 'said' as const })}>
        {reviewWords.showElsewhere}
      </Link>
    </p>
  );
}
