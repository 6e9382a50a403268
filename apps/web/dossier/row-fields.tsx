// The fields of a row, each as its kind asks for.
import { identifiabilityWords } from '../words/identifiability.js';
import { useEditing } from './editing.js';
import { fieldsOf, identifiabilities, type FieldKind, type ListSection } from './fields.js';
import { place } from './leaves.js';
import { fieldWords, rungWords } from './parts.words.js';
import { PlaceChoice, PlaceText } from './place-field.js';
import { PurposeBoxes } from './purpose-boxes.js';
import classes from './rows.module.css';

export const Fields = ({ list, id }: { list: ListSection; id: string }) => (
  <div className={classes.fields}>
    {fieldsOf(list).map(([field, { kind, isLong }]) => (
      <div key={field} className={kind === 'text' || kind === 'ids' || isLong ? classes.wide : undefined}>
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
