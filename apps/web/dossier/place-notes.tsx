// What the editor has to say at a place: it was changed twice, or saving it would make sign-offs stale.
import { timeText } from '../ui/dates.js';
import { Button } from '../ui/button.js';
import { Note } from '../ui/note.js';
import { Plain } from '../ui/plain.js';
import { wordDiff } from '../review/word-diff.js';
import { canBeBoth, type Choice } from './draft.js';
import { useSession } from '../app/session.js';
import { useEditing, useKeptDraft } from './editing.js';
import type { Json } from './leaves.js';
import type { Other } from './draft-keeper.js';
import { labelOf } from './place-label.js';
import classes from './place-notes.module.css';
import { otherAt } from './use-keeper.js';
import { dossierWords } from './words.js';

export function PlaceNotes({ place }: { place: string }) {
  const kept = useKeptDraft();
  const isChangedTwice = kept?.draft.conflicts.includes(place) ?? false;
  return (
    <>
      {isChangedTwice && <ConflictCard place={place} />}
      {kept?.stale?.place === place && <StaleNote signOffs={kept.stale.signOffs} />}
    </>
  );
}

export function ConflictCard({ place }: { place: string }) {
  const { keeper, questions } = useEditing();
  const { person } = useSession();
  const kept = useKeptDraft();
  if (!kept || !keeper) return null;
  const { base, mine } = kept.draft;
  const other = otherAt(kept.others, place);
  const label = labelOf(place, questions);
  const said = saidOf(other, label, person.id);
  const choices: [Choice, string][] = [
    ['mine', dossierWords.keepMine],
    ['theirs', dossierWords.keepTheirs],
    ...(canBeBoth(base[place], mine[place]) ? ([['both', dossierWords.keepBoth]] as [Choice, string][]) : []),
  ];
  return (
    <div role="group" aria-label={`${dossierWords.conflictTitle}: ${label}`} data-conflict>
      <Note tone="waiting" title={dossierWords.conflictTitle}>
        <p>
          <Plain text={said} /> {dossierWords.conflictDiff}
        </p>
        <Words before={wordsOf(base[place])} after={wordsOf(mine[place])} />
        <div className={classes.choices}>
          {choices.map(([choice, words]) => (
            <Button key={choice} label={`${words}: ${label}`} onPress={() => keeper.choose(place, choice)}>
              {words}
            </Button>
          ))}
        </div>
      </Note>
    </div>
  );
}

function saidOf(other: Other | undefined, label: string, me: string): string {
  if (!other) return dossierWords.conflictPlain(label);
  const at = timeText(new Date(other.at));
  return other.id === me ? dossierWords.conflictOwn(label, at) : dossierWords.conflictBy(other.name, label, at);
}

/** Word by word, said as well as shown. */
export const Words = ({ before, after }: { before: string; after: string }) => (
  <p className={classes.words}>
    {wordDiff(before, after).map(({ kind, text }, index) =>
      kind === 'same' ? (
        <Plain key={index} text={text} />
      ) : kind === 'added' ? (
        <ins key={index}>
          <span className="unseen">[{dossierWords.added}] </span>
          <Plain text={text} />
        </ins>
      ) : (
        <del key={index}>
          <span className="unseen">[{dossierWords.removed}] </span>
          <Plain text={text} />
        </del>
      ),
    )}
  </p>
);

/** Any leaf as words: of an answer its value, its gap, its evidence. */
export function wordsOf(leaf: Json | undefined): string {
  if (leaf === undefined || leaf === null) return '';
  if (typeof leaf === 'boolean') return leaf ? dossierWords.yes : dossierWords.no;
  if (typeof leaf !== 'object') return String(leaf);
  if (Array.isArray(leaf)) return leaf.map(wordsOf).join('; ');
  const { value, gap, evidence, ...rest } = leaf;
  const own = Object.entries(rest).map(([key, each]) => `${key}: ${wordsOf(each)}`);
  return [wordsOf(value), wordsOf(gap), wordsOf(evidence), ...own].filter(Boolean).join('\n');
}

export function StaleNote({ signOffs }: { signOffs: readonly string[] }) {
  const { keeper } = useEditing();
  return (
    <div role="status">
      <Note tone="stale" title={dossierWords.makesStale(signOffs)}>
        <p>{dossierWords.makesStaleHow}</p>
        <div className={classes.choices}>
          <Button kind="main" onPress={() => void keeper?.agree()}>
            {dossierWords.saveAnyway}
          </Button>
        </div>
      </Note>
    </div>
  );
}
