// An answer as its question asks for it: a text, a choice, a choice with words, a rung for each purpose, entries or a table; or the open
// admission that there is nothing to show yet.
import { Checkbox, RadioGroup } from '../ui/choice.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { columnsOf, entriesOf, isObject, optionsOf, writingOf } from './answers.js';
import type { AskedQuestion } from './dossier.query.js';
import { useLeaf, useLeaves, useWhy, useWrite } from './editing.js';
import { Entries } from './entries.js';
import { answerAt, answerPlace, idsIn, place, textAt, type Answered, type Json } from './leaves.js';
import { rungWords } from './parts.words.js';
import { PlaceNotes } from './place-notes.js';
import classes from './questions.module.css';
import { TakeOutHidden } from './take-out-hidden.js';
import { dossierWords, whyWords } from './words.js';

type Question = AskedQuestion['question'];

interface Writing {
  question: Question;
  answer: Answered;
  error?: string;
  change: (change: Partial<Answered>) => void;
}

export function AnswerField({ question }: { question: Question }) {
  const at = answerPlace(question.id);
  const answer = (useLeaf(at) as Answered | undefined) ?? answerAt({}, question.id);
  const why = useWhy(at);
  const write = useWrite();
  if (!write) return null;
  const writing: Writing = {
    ...{ question, answer, error: why && whyWords[why] },
    change: change => write({ [at]: { ...answer, ...change } }),
  };
  const isGap = answer.gap !== null;
  return (
    <div className={classes.answer}>
      {isGap ? <Gap {...writing} /> : <Value {...writing} />}
      <Checkbox isSelected={isGap} onChange={on => writing.change(on ? { gap: '', value: null } : { gap: null })}>
        {dossierWords.gap}
      </Checkbox>
      <Evidence {...writing} />
      <TakeOutHidden place={at} />
      <PlaceNotes place={at} />
    </div>
  );
}

const Gap = ({ answer, error, change }: Writing) => (
  <TextArea
    label={dossierWords.gapLabel}
    description={dossierWords.gapHelp}
    value={answer.gap ?? ''}
    error={error}
    onChange={gap => change({ gap })}
    rows={2}
  />
);

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function Value(writing: Writing) {
  const { question, answer, error, change } = writing;
  const label = dossierWords.value;
  switch (writingOf(question)) {
    case 'text':
      return (
        <TextArea
          {...{ label, error }}
          value={entriesOf(answer.value)
            .filter(each => typeof each === 'string')
            .join('\n')}
          onChange={text => change({ value: text === '' ? null : text })}
        />
      );
    case 'choice':
      return (
        <RadioGroup
          {...{ label, error }}
          options={optionsOf(question).map(value => ({ value, label: capital(value) }))}
          value={textOf(answer.value) || null}
          onChange={value => change({ value })}
        />
      );
    case 'choice-and-text':
      return <ChoiceAndText {...writing} />;
    case 'rungs':
      return <Rungs {...writing} />;
    default: {
      const entries = entriesOf(answer.value);
      return (
        <Entries
          {...{ label, error, entries }}
          columns={columnsOf(question, entries)}
          onChange={now => change({ value: now.length > 0 ? now : null })}
        />
      );
    }
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function ChoiceAndText({ question, answer, error, change }: Writing) {
  const value = isObject(answer.value) ? answer.value : {};
  return (
    <>
      <RadioGroup
        label={dossierWords.value}
        options={optionsOf(question).map(each => ({ value: each, label: capital(each) }))}
        value={textOf(value['choice']) || null}
        onChange={choice => change({ value: { ...value, choice } })}
      />
      <TextArea
        label={dossierWords.because}
        value={textOf(value['text'])}
        error={error}
        rows={2}
        onChange={text => change({ value: { ...value, text } })}
      />
    </>
  );
}

function Rungs({ answer, error, change }: Writing) {
  const leaves = useLeaves();
  const value = isObject(answer.value) ? answer.value : {};
  const purposes = idsIn(leaves, 'purposes');
  if (purposes.length === 0) return <p>{dossierWords.noPurposes}</p>;
  return purposes.map(id => (
    <Select
      key={id}
      label={dossierWords.rungFor(`${id}: ${textAt(leaves, place('purposes', id, 'statement'))}`)}
      options={rungWords.map((words, rung) => ({ value: String(rung), label: `${rung} · ${words}` }))}
      value={typeof value[id] === 'number' ? String(value[id]) : null}
      placeholder={dossierWords.choose}
      error={error}
      onChange={rung => change({ value: { ...value, [id]: Number(rung) } })}
    />
  ));
}

const Evidence = ({ question, answer, change }: Writing) => (
  <Entries
    label={dossierWords.evidence}
    description={question.evidence.length > 0 ? dossierWords.evidenceHelp(question.evidence.join('; ')) : undefined}
    entries={answer.evidence}
    columns={[]}
    add={dossierWords.addEvidence}
    onChange={now => change({ evidence: now.map(String) })}
  />
);
