// To propose a gentler way, and how much it would still tell about people.
import { useState } from 'react';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { useDraft } from '../review/use-draft.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { proposeAlternative, type Asked } from './say.query.js';
import { rungWords, sayWords } from './say.words.js';
import classes from './say.module.css';

const nothing = { description: '', note: '', rung: null as string | null };
const rungs = rungWords.map((meaning, rung) => ({ value: String(rung), label: `${rung}: ${meaning}` }));

export function SayAlternative({ asked }: { asked: Asked }) {
  const propose = useCommand(proposeAlternative);
  const { value, change, clear } = useDraft(`say:alternative:${asked.id}`, nothing);
  const [isTried, setTried] = useState(false);
  const { description, rung } = value;
  const isBlank = description.trim() === '';
  const send = async () => {
    setTried(true);
    if (isBlank || rung === null) return;
    const note = value.note.trim() === '' ? null : value.note;
    if (!(await propose.run({ proposalId: asked.id, description, note, rung: Number(rung) }))) return;
    clear();
    setTried(false);
  };
  return (
    <div className={classes.form}>
      <p>{sayWords.proposeNote}</p>
      <TextArea
        {...{ label: sayWords.description, value: description }}
        onChange={words => change({ description: words })}
        error={isTried && isBlank ? sayWords.descriptionMissing : undefined}
      />
      <Select
        {...{ label: sayWords.rungLabel, options: rungs, value: rung }}
        onChange={chosen => change({ rung: chosen })}
        error={isTried && rung === null ? sayWords.rungMissing : undefined}
      />
      <TextArea label={sayWords.more} value={value.note} onChange={note => change({ note })} isOptional rows={2} />
      <SendRow
        command={propose}
        label={sayWords.sendAlternative}
        reference={asked.reference}
        done={sayWords.sent}
        onSend={send}
      />
    </div>
  );
}
