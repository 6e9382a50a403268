// The log’s key: the one that is held, or a form to bring one along. It is kept in this browser and sent nowhere.
import { useState, useSyncExternalStore } from 'react';
import { FileTrigger } from 'react-aria-components';
import { algorithms, keyIdOf, parseKey } from '#ledger';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { keyWords } from '../history.words.js';
import { crypto } from './crypto.js';
import { forgetCheckpoint, keepKey, keptKey, type KeptKey } from './kept.js';
import classes from './proof.module.css';

interface KeyPanelProps {
  serverKey: string | undefined;
  onForget: () => void;
}

export function KeyPanel({ serverKey, onForget }: KeyPanelProps) {
  const kept = useSyncExternalStore(keptKey.watch, keptKey.get);
  return (
    <div className={classes.key}>
      <h3>{keyWords.title}</h3>
      {kept ? <HeldKey kept={kept} onForget={onForget} /> : <KeyForm serverKey={serverKey} />}
    </div>
  );
}

function HeldKey({ kept, onForget }: { kept: KeptKey; onForget: () => void }) {
  const key = parseKey(crypto.sha256, kept.text);
  const forget = () => {
    forgetCheckpoint();
    onForget();
  };
  return (
    <>
      <p>
        {keyWords.held} <strong>{key?.name}</strong> {key && <code>{keyIdOf(crypto.sha256, key)}</code>}{' '}
        {kept.isFromServer && keyWords.heldFromServer}
      </p>
      <div className={classes.buttons}>
        <Button onPress={() => keepKey(null)}>{keyWords.change}</Button>
        <Button kind="quiet" onPress={forget}>
          {keyWords.forget}
        </Button>
      </div>
    </>
  );
}

/** What is wrong with a text as the key of a log; undefined for one that is. */
function faultOf(text: string): string | undefined {
  const key = parseKey(crypto.sha256, text.trim());
  if (!key) return keyWords.invalid;
  return key.algorithm === algorithms.ed25519 ? undefined : keyWords.witness;
}

function KeyForm({ serverKey }: { serverKey: string | undefined }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const keep = (given: string, isFromServer = false) => {
    const fault = faultOf(given);
    setError(fault);
    if (!fault) keepKey({ text: given.trim(), isFromServer });
  };
  const write = (given: string) => {
    setText(given);
    setError(undefined);
  };
  return (
    <form
      className={classes.key}
      onSubmit={event => {
        event.preventDefault();
        keep(text);
      }}
    >
      <p>{keyWords.lead}</p>
      <TextField label={keyWords.label} description={keyWords.hint} value={text} onChange={write} error={error} />
      <div className={classes.buttons}>
        <Button type="submit">{keyWords.keep}</Button>
        <FileTrigger onSelect={files => void files?.[0]?.text().then(write)}>
          <Button>{keyWords.file}</Button>
        </FileTrigger>
      </div>
      {serverKey && (
        <div className={classes.buttons}>
          <Button kind="quiet" onPress={() => keep(serverKey, true)}>
            {keyWords.fromServer}
          </Button>
          <small>{keyWords.fromServerNote}</small>
        </div>
      )}
    </form>
  );
}
