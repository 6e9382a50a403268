// The author’s evidence for a condition, or a privacy officer’s confirmation of it.
import { useState } from 'react';
import { problemFields } from '../app/problem.js';
import { ProblemNote } from '../app/problem-note.js';
import { useProposal } from '../app/proposal-frame.js';
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import { graphql } from '../gql/graphql.js';
import { Button } from '../ui/button.js';
import { LiveNote } from '../ui/live-note.js';
import { TextArea } from '../ui/text-area.js';
import { progressWords } from './progress.words.js';

const meetCondition = graphql(
  `
    mutation MeetCondition($input: MeetConditionInput!) {
      meetCondition(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            conditions {
              id
              evidence
              metAt
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

interface Meeting {
  conditionId: string;
  /** There is evidence already; a privacy officer confirms it, the author may show more. */
  isConfirmation: boolean;
}

export function MeetCondition({ conditionId, isConfirmation }: Meeting) {
  const { id: proposalId, reference, author } = useProposal();
  const { person } = useSession();
  const [evidence, setEvidence] = useState('');
  const [error, setError] = useState<string>();
  const meet = useCommand(meetCondition);
  const confirms = isConfirmation && author.id !== person.id;
  const send = () => {
    if (evidence.trim() === '') return setError(progressWords.evidenceMissing);
    setError(undefined);
    void meet.run({ proposalId, conditionId, evidence });
  };
  return (
    <>
      <TextArea
        label={confirms ? progressWords.confirmLabel : progressWords.evidenceLabel}
        description={confirms ? progressWords.confirmNote : progressWords.evidenceNote}
        value={evidence}
        onChange={setEvidence}
        error={error}
        rows={3}
      />
      <div>
        <Button kind="main" isBusy={meet.state === 'sending'} onPress={send}>
          {confirms ? progressWords.sendConfirmation : progressWords.sendEvidence}
        </Button>{' '}
        <LiveNote>{meet.state === 'done' && progressWords.recorded}</LiveNote>
      </div>
      <ProblemNote problem={meet.problem} reference={reference} />
    </>
  );
}
