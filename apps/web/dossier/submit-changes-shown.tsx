// What changed since the last submission, word by word.
import { useQuery } from 'urql';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../app/loaded.js';
import { useProposal } from '../app/proposal-frame.js';
import { placeOf } from '../app/proposal-places.js';
import { leavesOf } from './leaves.js';
import { labelOf } from './place-label.js';
import { Words, wordsOf } from './place-notes.js';
import { differences, type Difference } from './submit-changes.js';
import { submittedQuery, type Submitting } from './submit.query.js';
import { submitWords } from './submit.words.js';

export interface Labels {
  questions: readonly { question: { id: string; title: string } }[];
  facts: readonly { key: string; title: string }[];
}

interface ChangesProps {
  proposal: Submitting;
  labels: Labels;
  /** The revision that was submitted last. */
  since: number | undefined;
}

export const Changes = ({ since, ...props }: ChangesProps) =>
  since === undefined ? <p>{submitWords.first}</p> : <Since {...props} since={since} />;

function Since({ proposal, labels, since }: ChangesProps & { since: number }) {
  const [query] = useQuery({ query: submittedQuery, variables: { id: proposal.id, revision: since } });
  return (
    <Loaded query={query}>
      {({ proposal: known }) => {
        const before = known?.atRevision;
        if (!before) return <p>{submitWords.first}</p>;
        const now = leavesOf(proposal.title, proposal.dossier);
        return <Differences all={differences(leavesOf(before.title, before.dossier), now)} labels={labels} />;
      }}
    </Loaded>
  );
}

function Differences({ all, labels }: { all: readonly Difference[]; labels: Labels }) {
  const { reference } = useProposal();
  if (all.length === 0) return <p>{submitWords.nothing}</p>;
  return (
    <>
      <p>{submitWords.changedCount(all.length)}</p>
      <ul role="list">
        {all.map(({ place, before, after }) => {
          const there = placeOf(reference, place);
          const label = labelOf(place, labels.questions, labels.facts);
          return (
            <li key={place}>
              <h3>{there ? <Link {...there}>{label}</Link> : label}</h3>
              <Words before={wordsOf(before)} after={wordsOf(after)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
