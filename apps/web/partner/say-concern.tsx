// To raise a concern: the words, how much they weigh, and who may read them.
import { useState } from 'react';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { useDraft } from '../review/use-draft.js';
import { RadioGroup } from '../ui/choice.js';
import { TextArea } from '../ui/text-area.js';
import { severities } from '../words/states.js';
import { raiseConcern, type Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

interface Said {
  statement: string;
  severity: Of<'ConcernSeverity'> | null;
  audience: Of<'ConcernAudience'>;
}

const nothing: Said = { statement: '', severity: null, audience: 'PARTIES' };
const weights = [
  { value: 'MINOR', label: severities.MINOR, description: sayWords.minor },
  { value: 'MODERATE', label: severities.MODERATE, description: sayWords.moderate },
  { value: 'SUBSTANTIAL', label: severities.SUBSTANTIAL, description: sayWords.substantial },
] as const;

export function SayConcern({ asked }: { asked: Asked }) {
  const raise = useCommand(raiseConcern);
  const { value, change, clear } = useDraft(`say:concern:${asked.id}`, nothing);
  const [isTried, setTried] = useState(false);
  const { statement, severity, audience } = value;
  const isBlank = statement.trim() === '';
  const send = async () => {
    setTried(true);
    if (isBlank || severity === null) return;
    if (!(await raise.run({ proposalId: asked.id, statement, severity, audience }))) return;
    clear();
    setTried(false);
  };
  return (
    <div className={classes.form}>
      <p>{sayWords.raiseNote}</p>
      <TextArea
        {...{ label: sayWords.statement, description: sayWords.statementNote, value: statement }}
        onChange={words => change({ statement: words })}
        error={isTried && isBlank ? sayWords.statementMissing : undefined}
      />
      <RadioGroup
        {...{ label: sayWords.severity, options: weights, value: severity }}
        onChange={chosen => change({ severity: chosen })}
        error={isTried && severity === null ? sayWords.severityMissing : undefined}
      />
      <RadioGroup
        {...{ label: sayWords.audience, options: audiencesOf(asked.leadOrganisation.name), value: audience }}
        onChange={chosen => change({ audience: chosen })}
      />
      <SendRow
        command={raise}
        label={sayWords.sendConcern}
        reference={asked.reference}
        done={sayWords.sent}
        onSend={send}
      />
    </div>
  );
}

const audiencesOf = (lead: string) =>
  [
    { value: 'PARTIES', label: sayWords.parties(lead), description: sayWords.partiesNote },
    { value: 'REVIEWERS', label: sayWords.reviewers, description: sayWords.reviewersNote },
  ] as const;
