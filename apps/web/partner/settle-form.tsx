// The raiser’s last word: the answer is good enough, it is not, or the concern is taken back.
import { useState } from 'react';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { useDraft } from '../review/use-draft.js';
import { RadioGroup } from '../ui/choice.js';
import { Disclosure } from '../ui/disclosure.js';
import { TextArea } from '../ui/text-area.js';
import { settleConcern, type Asked, type SaidConcern } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';
import { settlementsOf, type Settlement } from './settlements.js';

interface Settling {
  concern: SaidConcern;
  asked: Asked;
}

export function SettleForm({ concern: { id, status }, asked }: Settling) {
  const settle = useCommand(settleConcern);
  const { value, change, clear } = useDraft(`settle:${id}`, { outcome: null as Settlement | null, note: '' });
  const [isTried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (value.outcome === null) return;
    const note = value.note.trim() === '' ? null : value.note;
    if (!(await settle.run({ proposalId: asked.id, concernId: id, outcome: value.outcome, note }))) return;
    clear();
    setTried(false);
  };
  const isAnswered = status === 'ANSWERED';
  return (
    <Disclosure title={isAnswered ? sayWords.yourTurn : sayWords.withdraw} isOpen={isAnswered}>
      <div className={classes.form}>
        <RadioGroup
          label={isAnswered ? sayWords.yourTurn : sayWords.choose}
          options={settlementsOf(status)}
          value={value.outcome}
          onChange={outcome => change({ outcome })}
          error={isTried && value.outcome === null ? sayWords.choose : undefined}
        />
        <TextArea label={sayWords.note} value={value.note} onChange={note => change({ note })} isOptional rows={2} />
        <SendRow command={settle} label={sayWords.sendSettle} reference={asked.reference} onSend={send} />
      </div>
    </Disclosure>
  );
}
