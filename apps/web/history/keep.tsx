// What an auditor takes home: the receipt, its words apart, and the commands that check both without us.
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../ui/button.js';
import { Note } from '../ui/note.js';
import { ProblemNote } from '../app/problem-note.js';
import { problemOf } from '../app/problem.js';
import { Section } from '../ui/section.js';
import type { WholeEntry } from './entry.query.js';
import classes from './history.module.css';
import { keepWords } from './history.words.js';
import { proofWords } from './proof/proof.words.js';
import { receiptQuery } from './proof/evidence.query.js';
import { saveFile } from './save-file.js';

type Trouble = string | ReturnType<typeof problemOf> | undefined;

export function Keep({ entry: { id, type } }: { entry: WholeEntry }) {
  const file = `${type}-${id}.tlog-proof`;
  return (
    <Section title={keepWords.title} id="receipt">
      <div className={classes.keep}>
        <p>{keepWords.lead}</p>
        <Receipt id={id} />
        <h3>{keepWords.home}</h3>
        <p>{keepWords.homeLead}</p>
        <Command label={keepWords.oneReceipt} lines={[`npm run verify -- ${file} --key log.key`]} />
        <p>{keepWords.everythingLead}</p>
        <Command
          label={keepWords.everything}
          lines={['npm run export -- --to bundle', `npm run verify -- bundle --key log.key --receipt ${file}`]}
        />
        <p>{keepWords.manual}</p>
      </div>
    </Section>
  );
}

function Receipt({ id }: { id: string }) {
  const client = useClient();
  const [trouble, setTrouble] = useState<Trouble>();
  const save = async (what: 'receipt' | 'words') => {
    const { data, error } = await client.query(receiptQuery, { id }, { requestPolicy: 'network-only' });
    if (error) return setTrouble(problemOf(error));
    const receipt = data?.receipt;
    if (!receipt) return setTrouble(keepWords.none);
    if (!receipt.text) return setTrouble(proofWords.unsealed);
    setTrouble(undefined);
    if (what === 'receipt') saveFile(receipt.fileName, receipt.text);
    else saveFile(`${receipt.fileName}.words.json`, `${JSON.stringify(receipt.words, undefined, 2)}\n`);
  };
  return (
    <>
      <div className={classes.buttons}>
        <Button onPress={() => void save('receipt')}>{keepWords.download}</Button>
        <Button kind="quiet" onPress={() => void save('words')}>
          {keepWords.words}
        </Button>
      </div>
      <div role="status">{trouble && <Told trouble={trouble} />}</div>
      <p>
        <small>{keepWords.wordsNote}</small>
      </p>
    </>
  );
}

const Told = ({ trouble }: { trouble: NonNullable<Trouble> }) =>
  typeof trouble === 'string' ? <Note tone="waiting">{trouble}</Note> : <ProblemNote problem={trouble} />;

const Command = ({ label, lines }: { label: string; lines: readonly string[] }) => (
  <pre className={classes.command} tabIndex={0} role="region" aria-label={label}>
    {lines.join('\n')}
  </pre>
);
