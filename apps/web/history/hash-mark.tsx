// The hash of an entry, short enough for a row: whole where one points at it or comes to it, and copied when it is pressed.
import { useState } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { LiveNote } from '../ui/live-note.js';
import classes from './hash-mark.module.css';
import { hashWords as words } from './history.words.js';

/** Enough to tell entries apart by eye; the whole is what proves. */
const SHORT = 10;

export function HashMark({ hash }: { hash: string }) {
  const [fate, setFate] = useState<string>();
  const copy = () =>
    void navigator.clipboard.writeText(hash).then(
      () => setFate(words.copied),
      () => setFate(words.notCopied),
    );
  return (
    <span className={classes.mark}>
      <TooltipTrigger delay={300} closeDelay={100}>
        <Button className={classes.hash} aria-label={words.hash(hash.slice(0, SHORT))} onPress={copy}>
          {hash.slice(0, SHORT)}
        </Button>
        <Tooltip className={classes.whole} placement="bottom end" offset={4}>
          <span>{words.what}</span> <code>{hash}</code>
        </Tooltip>
      </TooltipTrigger>
      <LiveNote>{fate}</LiveNote>
    </span>
  );
}
