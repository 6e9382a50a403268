// How saving stands: said quietly, always in the same place. Below it what waits for a person.
import { timeText } from '../ui/dates.js';
import { Disclosure } from '../ui/disclosure.js';
import { LiveNote } from '../ui/live-note.js';
import { Note } from '../ui/note.js';
import { ProblemNote } from '../app/problem-note.js';
import { useEditing, useKeptDraft } from './editing.js';
import type { Kept } from './draft-keeper.js';
import { labelOf } from './place-label.js';
import { PlaceLink } from './place-link.js';
import { StaleNote } from './place-notes.js';
import { sectionFor, type SectionKey } from './sections.js';
import { dossierWords, whyWords } from './words.js';

export function SaveLine() {
  const kept = useKeptDraft();
  return <LiveNote>{kept && sentence(kept)}</LiveNote>;
}

function sentence({ state, savedAt, held }: Kept): string {
  const words = {
    saved: savedAt ? dossierWords.savedAt(timeText(savedAt)) : held.length > 0 ? '' : dossierWords.allSaved,
    ...{ writing: dossierWords.writing, sending: dossierWords.sending, unreachable: dossierWords.unreachable },
    ...{ 'signed-out': dossierWords.signedOut, asks: dossierWords.asks, refused: dossierWords.refused },
  }[state];
  return [words, held.length > 0 && state === 'saved' && dossierWords.heldBack(held.length)]
    .filter(Boolean)
    .join(' · ');
}

/** `section`: what is shown there stands there; of the rest a line leads to it. */
export function SaveNotes({ section }: { section: SectionKey }) {
  const { reference, questions, catalogue } = useEditing();
  const kept = useKeptDraft();
  if (!kept) return null;
  const { stale, problem, held, draft } = kept;
  const elsewhere = draft.conflicts.filter(at => sectionFor(at) !== section);
  const label = (at: string) => labelOf(at, questions, catalogue.facts);
  return (
    <>
      {kept.wasRestored && <p role="status">{dossierWords.restored}</p>}
      <ProblemNote {...{ problem, reference }} />
      {stale && sectionFor(stale.place) !== section && <StaleNote signOffs={stale.signOffs} />}
      {elsewhere.length > 0 && (
        <Note tone="waiting" title={dossierWords.conflictsAbove(elsewhere.length)}>
          <ul>
            {elsewhere.map(at => (
              <li key={at}>
                <PlaceLink place={at}>{label(at)}</PlaceLink>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {held.length > 0 && (
        <Disclosure title={`${dossierWords.heldTitle}: ${held.length}`} level={2}>
          <ul>
            {held.map(({ place, why }) => (
              <li key={place}>
                <PlaceLink place={place}>{label(place)}</PlaceLink>: {whyWords[why]}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
