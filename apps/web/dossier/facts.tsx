// The facts: yes or no, a choice, a number. They decide how much review is called for and which questions are asked.
import { anchorOf } from '../app/proposal-places.js';
import { RadioGroup } from '../ui/choice.js';
import { Plain } from '../ui/plain.js';
import { TextField } from '../ui/text-field.js';
import { identifiabilityWords } from '../words/identifiability.js';
import { AboutPlace } from './about-place.js';
import type { CatalogueHere } from './dossier.query.js';
import { useEditing, useLeaf, useWhy, useWrite } from './editing.js';
import classes from './facts.module.css';
import { factPlace, typedOf, type Json } from './leaves.js';
import { partsWords } from './parts.words.js';
import { PlaceNotes } from './place-notes.js';
import { Shown } from './place-field.js';
import { dossierWords, whyWords } from './words.js';

type FactHere = CatalogueHere['facts'][number];

export function Facts() {
  const { catalogue } = useEditing();
  return (
    <div className={classes.facts}>
      {catalogue.facts.map(fact => (
        <div key={fact.key} className={classes.fact} data-wide={fact.type !== 'boolean' || undefined}>
          <Fact fact={fact} />
        </div>
      ))}
    </div>
  );
}

function Fact({ fact }: { fact: FactHere }) {
  const at = factPlace(fact.key);
  const leaf = useLeaf(at) ?? null;
  const why = useWhy(at);
  const write = useWrite();
  if (!write)
    return (
      <Shown place={at} label={fact.title}>
        <p>
          <Plain text={inWords(fact, leaf)} />
        </p>
      </Shown>
    );
  const field = { label: fact.title, description: fact.help, error: why && whyWords[why] };
  return (
    <div id={anchorOf(at)} className={classes.one}>
      {fact.type === 'count' ? (
        <TextField
          {...field}
          value={leaf === null ? '' : typedOf(leaf)}
          onChange={text => write({ [at]: numberOf(text) })}
        />
      ) : (
        <RadioGroup
          {...field}
          options={optionsOf(fact)}
          value={leaf === null ? (fact.type === 'boolean' ? 'false' : null) : typedOf(leaf)}
          onChange={chosen => write({ [at]: fact.type === 'boolean' ? chosen === 'true' : chosen })}
        />
      )}
      <PlaceNotes place={at} />
      <AboutPlace place={at} />
    </div>
  );
}

const optionsOf = ({ type, options }: FactHere) =>
  type === 'boolean'
    ? [
        { value: 'false', label: dossierWords.no },
        { value: 'true', label: dossierWords.yes },
      ]
    : options.map(value => ({ value, label: identifiabilityWords[value] ?? value }));

/** What is no number is kept as it was typed, so that nothing typed is lost. */
const numberOf = (text: string): Json => {
  const digits = text.replaceAll(/[\s,]/g, '');
  return digits === '' ? null : /^\d{1,12}$/.test(digits) ? Number(digits) : text;
};

function inWords({ type }: FactHere, leaf: Json): string {
  if (type === 'boolean') return leaf === true ? dossierWords.yes : dossierWords.no;
  if (leaf === null || leaf === '') return dossierWords.notSaid;
  return type === 'count'
    ? Number(leaf).toLocaleString('en-NZ')
    : (identifiabilityWords[typedOf(leaf)] ?? partsWords.people);
}
