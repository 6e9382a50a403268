// All that was said, by place: nothing is lost when its place goes.
import { Section } from '../ui/section.js';
import { EmptyState } from '../ui/empty-state.js';
import { placeName } from './place-names.js';
import { useReview } from './review-context.js';
import { sortedByPlace } from './said-at.js';
import { SayHere } from './say-here.js';
import { SpokenList } from './spoken.js';
import { saidWords } from './concern.words.js';

export function SaidView() {
  const { said, names } = useReview();
  const { atPlaces, general, onEarlierVersion } = sortedByPlace(said);
  return (
    <>
      {said.length === 0 && <EmptyState title={saidWords.none} />}
      <Section title={saidWords.general}>
        <SpokenList said={general} />
        <SayHere />
      </Section>
      {atPlaces.map(({ place, said: here }) => (
        <Section key={place} title={placeName(place, names)}>
          <SpokenList said={here} />
          <SayHere place={place} />
        </Section>
      ))}
      {onEarlierVersion.length > 0 && (
        <Section title={saidWords.earlier(onEarlierVersion.length)}>
          <p>{saidWords.earlierNote}</p>
          <SpokenList said={onEarlierVersion} />
        </Section>
      )}
    </>
  );
}
