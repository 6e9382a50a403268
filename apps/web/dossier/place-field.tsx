// One place of the dossier: a field where it is written, the text where it is read; beside it what was changed twice, what cannot be
// saved yet, what others say about it, and which sign-offs it would make stale.
import type { ReactNode } from 'react';
import { anchorOf } from '../app/proposal-places.js';
import { Quote } from '../ui/quote.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { TextField } from '../ui/text-field.js';
import { AboutPlace } from './about-place.js';
import { useLeaf, useText, useWhy, useWrite } from './editing.js';
import classes from './place-field.module.css';
import { typedOf } from './leaves.js';
import { PlaceNotes } from './place-notes.js';
import { TakeOutHidden } from './take-out-hidden.js';
import { dossierWords, whyWords } from './words.js';

interface Placed {
  place: string;
  label: string;
  help?: string;
}

export function PlaceText({ place, label, help, isLine = false }: Placed & { isLine?: boolean }) {
  const text = useText(place);
  const why = useWhy(place);
  const write = useWrite();
  if (!write) return <Shown {...{ place, label }}>{text && <Quote words={text} />}</Shown>;
  const field = { label, description: help, value: text, error: why && whyWords[why], id: anchorOf(place) };
  const change = (value: string) => write({ [place]: value });
  return (
    <div className={classes.place}>
      {isLine ? <TextField {...field} onChange={change} /> : <TextArea {...field} onChange={change} rows={3} />}
      <TakeOutHidden {...{ place, isLine }} />
      <PlaceNotes place={place} />
      <AboutPlace place={place} />
    </div>
  );
}

interface Choosing extends Placed {
  options: readonly { value: string; label: string }[];
  /** The value is a number in the dossier. */
  isNumber?: boolean;
}

export function PlaceChoice({ place, label, help, options, isNumber = false }: Choosing) {
  const leaf = useLeaf(place) ?? null;
  const why = useWhy(place);
  const write = useWrite();
  const value = leaf === null || leaf === '' ? null : typedOf(leaf);
  const shown = options.find(option => option.value === value)?.label ?? value;
  if (!write) return <Shown {...{ place, label }}>{shown}</Shown>;
  const change = (chosen: string) => write({ [place]: isNumber ? Number(chosen) : chosen });
  return (
    <div className={classes.place} id={anchorOf(place)}>
      <Select
        {...{ label, options, value }}
        description={help}
        placeholder={dossierWords.choose}
        error={why && whyWords[why]}
        onChange={change}
      />
      <PlaceNotes place={place} />
      <AboutPlace place={place} />
    </div>
  );
}

/** A place that is read: what is missing is said. */
export const Shown = ({ place, label, children }: { place: string; label: string; children: ReactNode }) => (
  <div className={classes.shown} id={anchorOf(place)} tabIndex={-1}>
    <p className={classes.label}>{label}</p>
    {children || <p className={classes.missing}>{dossierWords.nothingYet}</p>}
    <AboutPlace place={place} />
  </div>
);
