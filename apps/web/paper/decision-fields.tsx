// What a decision says, by its outcome: reasons always; conditions; what would change a refusal; why each named concern is overruled.
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { TextArea } from '../ui/text-area.js';
import { ConditionsEditor } from '../review/conditions-editor.js';
import classes from '../review/review.module.css';
import type { Decided } from './decide.query.js';
import type { Outcome } from './decide.search.js';
import { decideWords } from './decide.words.js';
import { isApproval, mustBeNamed, toAnswer, type DecisionDraft, type DecisionFaults } from './decision-draft.js';

export interface Fields {
  outcome: Outcome;
  value: DecisionDraft;
  change: (part: Partial<DecisionDraft>) => void;
  proposal: Decided;
  faults: DecisionFaults;
  isTried: boolean;
}

export function DecisionFields(fields: Fields) {
  const { outcome, value, change, proposal, faults, isTried } = fields;
  return (
    <>
      {isApproval(outcome) && mustBeNamed(proposal).length > 0 && <Overruled {...fields} />}
      {outcome === 'APPROVED_WITH_CONDITIONS' && (
        <section className={classes.form}>
          <h3>{decideWords.addConditions}</h3>
          <ConditionsEditor
            conditions={value.conditions}
            questions={[]}
            isTried={isTried}
            onChange={conditions => change({ conditions })}
          />
        </section>
      )}
      <TextArea
        label={outcome === 'RETURNED' ? decideWords.reasonsForReturn : decideWords.reasons}
        description={decideWords.reasonsHint}
        value={value.reasons}
        onChange={reasons => change({ reasons })}
        error={isTried ? faults.reasons : undefined}
      />
      {outcome === 'DECLINED' && <Refused {...fields} />}
    </>
  );
}

function Overruled({ value, change, proposal, faults, isTried }: Fields) {
  const named = mustBeNamed(proposal);
  return (
    <section className={classes.form}>
      <h3>{decideWords.overrule}</h3>
      <p>{decideWords.overruleNote}</p>
      {proposal.concerns
        .filter(concern => named.includes(concern))
        .map(({ id, statement, raisedBy }) => (
          <div key={id} className={classes.spoken}>
            <Quote words={statement} by={<PersonRef person={raisedBy} />} />
            <TextArea
              label={decideWords.overruleReason}
              rows={2}
              value={value.overruled[id] ?? ''}
              onChange={words => change({ overruled: { ...value.overruled, [id]: words } })}
              error={isTried ? faults.overruled[id] : undefined}
            />
          </div>
        ))}
    </section>
  );
}

function Refused({ value, change, proposal, faults, isTried }: Fields) {
  const open = toAnswer(proposal);
  const asked = proposal.questions.filter(({ question }) => open.includes(question.id));
  return (
    <>
      <TextArea
        label={decideWords.wouldChangeIt}
        value={value.wouldChangeIt}
        onChange={words => change({ wouldChangeIt: words })}
        error={isTried ? faults.wouldChangeIt : undefined}
      />
      {asked.length > 0 && <p>{decideWords.openQuestions}</p>}
      {asked.map(({ question: { id, title, prompt } }) => (
        <TextArea
          key={id}
          label={`${id}: ${title}`}
          description={<Plain text={prompt} />}
          value={value.answers[id] ?? ''}
          onChange={words => change({ answers: { ...value.answers, [id]: words } })}
          error={isTried ? faults.answers[id] : undefined}
        />
      ))}
    </>
  );
}
