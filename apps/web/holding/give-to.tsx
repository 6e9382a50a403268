// To give a piece of work to a colleague: whom, of those who may do it, and a word to them.
import { useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { useSession } from '../app/session.js';
import { Button } from '../ui/button.js';
import { RadioGroup } from '../ui/choice.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea } from '../ui/text-area.js';
import { assignTask, candidatesQuery, type OfWork } from './holding.query.js';
import { holdingWords } from './holding.words.js';
import classes from './holding.module.css';

export function GiveTo(work: OfWork) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" label={holdingWords.about(holdingWords.give, work.what)} onPress={() => setOpen(true)}>
        {holdingWords.give}
      </Button>
      <Dialog title={holdingWords.giveTitle} isOpen={isOpen} onOpenChange={setOpen}>
        {close => <Choosing {...work} onDone={close} />}
      </Dialog>
    </>
  );
}

/** The people are asked for when it opens. */
function Choosing({ onDone, ...work }: OfWork & { onDone: () => void }) {
  const { task, proposalId, what } = work;
  const me = useSession().person.id;
  const [query] = useQuery({ query: candidatesQuery, variables: { id: proposalId } });
  const isOther = ({ id }: { id: string }): boolean => id !== me && id !== task.holder?.person.id;
  return (
    <div className={classes.form}>
      <p>
        <strong>{what}</strong>
      </p>
      <Loaded query={query}>
        {({ proposal }) => {
          const found = proposal?.myTasks.find(({ work: name }) => name === task.work)?.candidates ?? [];
          const others = found.filter(isOther);
          return others.length === 0 ? <p>{holdingWords.nobody}</p> : <Form {...{ ...work, others, onDone }} />;
        }}
      </Loaded>
    </div>
  );
}

interface Choice extends OfWork {
  others: readonly { id: string; displayName: string }[];
  onDone: () => void;
}

function Form({ task, proposalId, reference, others, onDone }: Choice) {
  const { has } = useSession();
  const assign = useCommand(assignTask);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (to === null) return;
    if (await assign.run({ proposalId, work: task.work, to, from: task.holder?.person.id, note })) onDone();
  };
  return (
    <>
      <p>{holdingWords.giveWhat}</p>
      <RadioGroup
        label={holdingWords.whom}
        options={others.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={to}
        onChange={setTo}
        error={isTried && to === null ? holdingWords.choose : undefined}
      />
      <TextArea
        label={holdingWords.note}
        description={has('partner') ? holdingWords.noteOfPartner : holdingWords.noteOfLead}
        isOptional
        value={note}
        onChange={setNote}
        rows={2}
      />
      <SendRow command={assign} label={holdingWords.send} reference={reference} onSend={send} onCancel={onDone} />
    </>
  );
}
