// A list of the dossier, row by row, with its fields; rows are added, taken out, and the last one taken out is brought back.
import { useState } from 'react';
import { anchorOf } from '../app/proposal-places.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { Plain } from '../ui/plain.js';
import { identifiabilityWords } from '../words/identifiability.js';
import { isMadeId } from '../words/made-id.js';
import { useEditing, useLeaf, useLeaves, useWrite } from './editing.js';
import { AboutPlace } from './about-place.js';
import { fieldsOf, identifiabilities, nextId, type FieldKind, type ListSection } from './fields.js';
import { emptyOf, idsIn, place, textAt, type Json, type Leaves } from './leaves.js';
import { fieldWords, listWords, rungWords } from './parts.words.js';
import { PartnersWay } from './partners-way.js';
import { rowName } from './place-label.js';
import { PlaceChoice, PlaceText } from './place-field.js';
import { PurposeBoxes } from './purpose-boxes.js';
import classes from './rows.module.css';
import { takeOut, type TakenOut } from './taken-out.js';
import { BringBack } from './bring-back.js';
import { dossierWords } from './words.js';

export function Rows({ list }: { list: ListSection }) {
  const ids = (useLeaf(list) as string[] | undefined) ?? [];
  const write = useWrite();
  const leaves = useLeaves();
  const [taken, setTaken] = useState<TakenOut>();
  const add = () => write?.(withRow(list, leaves));
  const remove = (id: string) => {
    const gone = takeOut(list, leaves, id);
    setTaken(gone);
    write?.(gone.changes);
  };
  return (
    <>
      {ids.length === 0 && <EmptyState title={listWords[list].none} />}
      <ul role="list" className={classes.rows}>
        {ids.map(id => (
          <Row key={id} {...{ list, id }} onTakeOut={() => remove(id)} />
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

function withRow(list: ListSection, leaves: Leaves): Leaves {
  // A number that a row had which was taken out is not given again: its fields are still there.
  const used = Object.keys(leaves).flatMap(at => (at.startsWith(`${list}.`) ? [at.split('.')[1] ?? ''] : []));
  const id = nextId(list, [...idsIn(leaves, list), ...used]);
  const fields = fieldsOf(list).map(([field, { kind }]): [string, Json] => [place(list, id, field), emptyOf(kind)]);
  return { ...Object.fromEntries(fields), [list]: [...idsIn(leaves, list), id] };
}

interface RowOf {
  list: ListSection;
  id: string;
  onTakeOut: () => void;
}

function Row({ list, id, onTakeOut }: RowOf) {
  const { proposal } = useEditing();
  const leaves = useLeaves();
  const write = useWrite();
  const first = fieldsOf(list).find(([, { kind }]) => kind === 'line' || kind === 'text')?.[0] ?? '';
  const partners =
    list === 'alternatives'
      ? proposal.dossier.alternatives.find(each => each.id === id && each.proposedByPartner)
      : undefined;
  const words = textAt(leaves, place(list, id, first));
  const name = rowName(list, id, words);
  return (
    <li className={classes.row} id={anchorOf(`${list}.${id}`)} tabIndex={-1}>
      <div className={classes.head}>
        <h2>
          <Plain text={name} />
        </h2>
        {write && !partners && (
          <Button
            kind="quiet"
            label={dossierWords.takeOutWhat(isMadeId(id) ? name : `${name} ${words}`.trim())}
            onPress={onTakeOut}
          >
            {dossierWords.takeOut}
          </Button>
        )}
      </div>
      <AboutPlace place={`${list}.${id}`} />
      {partners ? <PartnersWay way={partners} /> : <Fields {...{ list, id }} />}
    </li>
  );
}

const Fields = ({ list, id }: { list: ListSection; id: string }) => (
  <div className={classes.fields}>
    {fieldsOf(list).map(([field, { kind }]) => (
      <div key={field} className={kind === 'text' || kind === 'ids' ? classes.wide : undefined}>
        <Field {...{ list, id, field, kind }} />
      </div>
    ))}
  </div>
);

interface FieldAt {
  list: ListSection;
  id: string;
  field: string;
  kind: FieldKind;
}

export function Field({ list, id, field, kind }: FieldAt) {
  const { catalogue } = useEditing();
  const at = place(list, id, field);
  const { label = field, help } = fieldWords[list][field] ?? {};
  const placed = { place: at, label, help };
  if (kind === 'line' || kind === 'text') return <PlaceText {...placed} isLine={kind === 'line'} />;
  if (kind === 'ids') return <PurposeBoxes id={id} label={label} />;
  if (kind === 'identifiability') {
    const options = identifiabilities.map(value => ({ value, label: identifiabilityWords[value] ?? value }));
    return <PlaceChoice {...placed} options={options} />;
  }
  if (kind === 'rung') {
    const options = rungWords.map((words, rung) => ({ value: String(rung), label: `${rung} · ${words}` }));
    return <PlaceChoice {...placed} options={options} isNumber />;
  }
  const { likelihood, consequence } = catalogue.riskLibrary.scale;
  const levels = /likelihood/i.test(field) ? likelihood : consequence;
  const options = levels.map(({ value, label: words }) => ({ value: String(value), label: `${value} · ${words}` }));
  return <PlaceChoice {...placed} options={options} isNumber />;
}
