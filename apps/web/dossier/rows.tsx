// A list of the dossier, row by row; rows are added, taken out, and the last one taken out is brought back. The rows of a long list are a
// line each.
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { BringBack } from './bring-back.js';
import { useLeaf, useLeaves, useWrite } from './editing.js';
import { fieldsOf, nextId, type ListSection } from './fields.js';
import { emptyOf, idsIn, place, type Json, type Leaves } from './leaves.js';
import { listWords, partsWords } from './parts.words.js';
import { Row } from './row.js';
import classes from './rows.module.css';
import { takeOut, type TakenOut } from './taken-out.js';
import { useOpenRows, type OpenRows } from './use-open-rows.js';

export function Rows({ list }: { list: ListSection }) {
  const ids = (useLeaf(list) as string[] | undefined) ?? [];
  const write = useWrite();
  const leaves = useLeaves();
  const rows = useOpenRows(list, ids);
  const [taken, setTaken] = useState<TakenOut>();
  const add = () => {
    const id = newId(list, leaves);
    rows.setOpen(true, id);
    write?.(withRow(list, id, leaves));
  };
  const remove = (id: string) => {
    const gone = takeOut(list, leaves, id);
    setTaken(gone);
    write?.(gone.changes);
  };
  return (
    <>
      {ids.length === 0 && <EmptyState title={listWords[list].none} />}
      <OpenAll {...{ rows, ids }} />
      <ul role="list" className={classes.rows}>
        {ids.map(id => (
          <Row
            key={id}
            {...{ list, id, isOpen: rows.isOpen(id) }}
            onOpen={isOpen => rows.setOpen(isOpen, id)}
            onTakeOut={() => remove(id)}
          />
        ))}
      </ul>
      {taken && <BringBack key={taken.id} taken={taken} onDone={() => setTaken(undefined)} />}
      {write && (
        <p>
          <Button onPress={add}>{listWords[list].add}</Button>
        </p>
      )}
    </>
  );
}

function OpenAll({ rows: { areAllOpen, setOpen }, ids }: { rows: OpenRows; ids: readonly string[] }) {
  if (areAllOpen === undefined) return null;
  return (
    <p className={classes.all}>
      <Button kind="quiet" onPress={() => setOpen(!areAllOpen, ...ids)}>
        {areAllOpen ? partsWords.foldAll : partsWords.openAll(ids.length)}
      </Button>
    </p>
  );
}

/** A number that a row had which was taken out is not given again: its fields are still there. */
function newId(list: ListSection, leaves: Leaves): string {
  const used = Object.keys(leaves).flatMap(at => (at.startsWith(`${list}.`) ? [at.split('.')[1] ?? ''] : []));
  return nextId(list, [...idsIn(leaves, list), ...used]);
}

function withRow(list: ListSection, id: string, leaves: Leaves): Leaves {
  const fields = fieldsOf(list).map(([field, { kind }]): [string, Json] => [place(list, id, field), emptyOf(kind)]);
  return { ...Object.fromEntries(fields), [list]: [...idsIn(leaves, list), id] };
}
