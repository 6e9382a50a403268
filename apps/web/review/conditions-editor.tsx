// Conditions, one after the other, as they are set with a sign-off or a decision.
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/choice.js';
import { TextArea } from '../ui/text-area.js';
import { DateField } from '../ui/date-field.js';
import { TextField } from '../ui/text-field.js';
import { emptyCondition, faultsOf, type ConditionDraft } from './condition-drafts.js';
import classes from './review.module.css';
import { conditionWords } from './words.js';

interface Edited {
  conditions: readonly ConditionDraft[];
  onChange: (conditions: ConditionDraft[]) => void;
  /** Questions that a condition may answer for. */
  questions: readonly { id: string; title: string }[];
  isTried: boolean;
}

export function ConditionsEditor({ conditions, onChange, questions, isTried }: Edited) {
  return (
    <section className={classes.form} aria-label={conditionWords.title}>
      {conditions.map((condition, index) => (
        <OneCondition
          key={index}
          number={index + 1}
          {...{ condition, questions, isTried }}
          onChange={part => onChange(conditions.map((each, at) => (at === index ? { ...each, ...part } : each)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button onPress={() => onChange([...conditions, emptyCondition()])}>{conditionWords.add}</Button>
      </div>
    </section>
  );
}

interface One extends Pick<Edited, 'questions' | 'isTried'> {
  number: number;
  condition: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
  onRemove: () => void;
}

function OneCondition({ number, condition, questions, isTried, onChange, onRemove }: One) {
  const faults = isTried ? faultsOf(condition) : {};
  const { statement, owner, dueOn, precedent } = condition;
  return (
    <fieldset className={classes.condition}>
      <legend>{conditionWords.one(number)}</legend>
      <TextArea
        label={conditionWords.statement}
        value={statement}
        rows={2}
        error={faults.statement}
        onChange={words => onChange({ statement: words })}
      />
      <TextField
        label={conditionWords.owner}
        value={owner}
        error={faults.owner}
        onChange={words => onChange({ owner: words })}
      />
      <DateField
        label={conditionWords.dueAt}
        value={dueOn}
        error={faults.dueOn}
        onChange={(day = '') => onChange({ dueOn: day })}
      />
      <Checkbox isSelected={precedent} onChange={isOn => onChange({ precedent: isOn })}>
        {conditionWords.precedent}
      </Checkbox>
      <About {...{ condition, questions, onChange }} />
      <div>
        <Button kind="quiet" onPress={onRemove}>
          {conditionWords.remove(number)}
        </Button>
      </div>
    </fieldset>
  );
}

function About({ condition: { about }, questions, onChange }: Pick<One, 'condition' | 'questions' | 'onChange'>) {
  const toggle = (id: string, isOn: boolean) =>
    onChange({ about: isOn ? [...about, id] : about.filter(each => each !== id) });
  if (questions.length === 0) return null;
  return (
    <fieldset className={classes.about}>
      <legend>
        {conditionWords.about} <small>{conditionWords.aboutNote}</small>
      </legend>
      {questions.map(({ id, title }) => (
        <Checkbox key={id} isSelected={about.includes(id)} onChange={isOn => toggle(id, isOn)}>
          {id}: {title}
        </Checkbox>
      ))}
    </fieldset>
  );
}
