// The sign-offs that this tier asks for: which stand, which must be given again and because of what.
import { Table, type Column } from '../ui/table.js';
import { StatusMark } from '../ui/status-mark.js';
import type { State } from '../words/states.js';
import { labelOf } from './place-label.js';
import type { Labels } from './submit-changes-shown.js';
import type { Submitting } from './submit.query.js';
import { submitWords } from './submit.words.js';

type SignOff = Submitting['signOffs'][number];

export function SignOffsShown({ proposal, labels }: { proposal: Submitting; labels: Labels }) {
  const columns: Column<SignOff>[] = [
    { key: 'title', heading: submitWords.signOffs, cell: ({ title }) => title },
    { key: 'then', heading: submitWords.afterwards, cell: signOff => <Fate {...{ signOff, labels }} /> },
  ];
  return (
    <Table
      caption={submitWords.signOffs}
      isCaptionUnseen
      columns={columns}
      rows={proposal.signOffs}
      keyOf={({ key }) => key}
    />
  );
}

function Fate({ signOff: { status, staleBecause, by, onRevision }, labels }: { signOff: SignOff; labels: Labels }) {
  const state: State = {
    GIVEN: { tone: 'settled' as const, word: submitWords.stays },
    STALE: { tone: 'stale' as const, word: submitWords.signOffAgain },
    PENDING: { tone: 'waiting' as const, word: submitWords.needed },
    WITHDRAWN: { tone: 'waiting' as const, word: submitWords.needed },
  }[status];
  const because = staleBecause.map(at => labelOf(at, labels.questions, labels.facts));
  const detail =
    status === 'STALE' && because.length > 0
      ? submitWords.because(because)
      : status === 'GIVEN' && by && onRevision !== null
        ? submitWords.givenBy(by.displayName, onRevision)
        : undefined;
  return <StatusMark {...{ state, detail }} />;
}
