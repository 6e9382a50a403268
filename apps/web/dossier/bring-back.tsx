// What was taken out last can be brought back: said where the hand and the reader are, for its own button is gone.
import { useEffect, useRef } from 'react';
import { anchorOf } from '../app/proposal-places.js';
import { Button } from '../ui/button.js';
import { Note } from '../ui/note.js';
import { Plain } from '../ui/plain.js';
import { excerpt } from '../progress/excerpt.js';
import { useLeaves, useWrite } from './editing.js';
import { place, textAt } from './leaves.js';
import { fieldsOf } from './fields.js';
import { rowName } from './place-label.js';
import { bringBack, type TakenOut } from './taken-out.js';
import { dossierWords } from './words.js';

export function BringBack({ taken, onDone }: { taken: TakenOut; onDone: () => void }) {
  const { list, id, former } = taken;
  const leaves = useLeaves();
  const write = useWrite();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  const first = fieldsOf(list).find(([, { kind }]) => kind === 'line' || kind === 'text')?.[0] ?? '';
  const back = () => {
    write?.(bringBack(taken, leaves));
    onDone();
    // The row is drawn by then.
    setTimeout(() => document.getElementById(anchorOf(`${list}.${id}`))?.focus());
  };
  return (
    <div ref={here} tabIndex={-1} role="group" aria-label={dossierWords.tookOut(rowName(list, id))}>
      <Note tone="waiting">
        <p>
          <Plain text={dossierWords.tookOut(nameOf(rowName(list, id), textAt(former, place(list, id, first))))} />{' '}
          <Button kind="quiet" onPress={back}>
            {dossierWords.bringBack}
          </Button>
        </p>
      </Note>
    </div>
  );
}

const nameOf = (name: string, words: string): string => (words.trim() === '' ? name : `${name}, “${excerpt(words)}”`);
